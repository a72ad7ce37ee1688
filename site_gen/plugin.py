"""The MkDocs plugin: runs the pipeline before each build, and keeps ``serve`` to one build per save."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.theme import Theme
from mkdocs.utils import clean_directory
from pathspec.gitignore import GitIgnoreSpec

from site_gen.catalog import Text
from site_gen.model.problem import RefusedError
from site_gen.model.published import is_hand_written
from site_gen.model.records import Site
from site_gen.publish import common_parts
from site_gen.publish.common_parts import CommonParts
from site_gen.publish.generate import (
    Generated,
    Preview,
    corpus_folder,
    finished,
    generate,
    generate_pages,
)
from site_gen.publish.kept import KeptSite, is_plain, quiet_about_dirty
from site_gen.publish.kept_code import kept_code
from site_gen.publish.own_page import OwnPage, anchors_for, titles_of
from site_gen.publish.own_theme import OwnTheme
from site_gen.publish.pack import pack
from site_gen.publish.promised import PromisedFile, with_promised
from site_gen.publish.slim import slim
from site_gen.publish.theme_styles import with_fewer_styles
from site_gen.settings import SettingsError, site_of
from site_gen.settings.choices import CHOICES, RATINGS
from site_gen.settings.defaults import (
    catalog_of,
    completed,
    extensions_of,
    menu_of,
    scripts_of,
    stylesheets_of,
    unlisted_of,
)
from site_gen.settings.escape import escape_settings, escaped
from site_gen.settings.file import SITE, read_config, read_own_words
from site_gen.settings.places import refuse_elsewhere

log = get_plugin_logger("glossary")

THEME = Path(__file__).parent / "pages" / "theme"
COMMON = Path(__file__).parent / "publish" / "theme"


class GlossaryConfig(Config):
    """Options under ``plugins: - glossary:`` in mkdocs.yml."""

    audience = options.Choice(CHOICES["audience"], default="internal")
    readers = options.Optional(options.Choice(CHOICES["readers"]))
    repository = options.URL(default="")
    branch = options.Type(str, default="main")
    folder = options.Type(str, default="")
    host = options.Optional(options.Choice(CHOICES["host"]))
    owner = options.Type(str, default="")
    owners = options.DictOfItems(options.Type((str, dict)), default={})
    upstream = options.Type(dict, default={})
    suggest_url = options.Type(str, default="")
    misses_url = options.Type(str, default="")
    license = options.Type(str, default="")
    id = options.Type(str, default="")
    authors = options.Type(bool, default=False)
    review_every = options.Type(str, default="")
    english = options.Choice(CHOICES["english"], default="any")
    reviews_a_month = options.Type(int, default=20)
    severities = options.DictOfItems(options.Choice(RATINGS), default={})
    public_fields = options.ListOfItems(options.Type(str), default=[])
    trusted_scripts = options.ListOfItems(options.Type(str), default=[])


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """The zip of the site: bytes, and seconds by the clock."""

    size: int
    seconds: float


class GlossaryPlugin(BasePlugin[GlossaryConfig]):
    """Corpus to pages; ``last`` and ``packed`` tell the command line what the latest run made."""

    def __init__(self) -> None:
        self.serving = False
        self.last: Generated | None = None
        self.site: Site | None = None
        self.packed: Packed | None = None
        self.preview = Preview()
        self.kept: KeptSite | None = None
        self.said: Mapping[str, Any] = {}  # mkdocs.yml as it is written
        self.first = False  # whether the next build of a preview makes the pages of terms only
        self.begun = ""  # the folder of the site, from when MkDocs has emptied it
        self.common = CommonParts(())
        self.promised: Sequence[PromisedFile] = ()  # data that comes after the pages

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.serving = command == "serve"
        self.preview = Preview()
        self.kept = KeptSite() if self.serving and dirty else None
        if self.kept is not None:
            logging.getLogger("mkdocs.commands.build").addFilter(quiet_about_dirty)

    def on_config(self, config: Any) -> Any:
        self.begun, self.promised = "", ()
        try:
            said = read_config(Path(config.config_file_path))
            refuse_elsewhere(said)
            self.site = site_of(config)  # with its texts as they were written
            self.said = said.values
            _complete(config, said.values, read_own_words(said.root))
            escape_settings(config)
        except SettingsError as error:
            raise PluginError(str(error)) from None
        if str(THEME) not in config.theme.dirs:  # a site's own templates come first
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        if str(COMMON) not in config.theme.dirs:
            config.theme.dirs.append(str(COMMON))
        if type(config.theme) is Theme:  # somebody's own kind is left alone
            config.theme = OwnTheme.of(config.theme)
        return config

    def on_pre_build(self, *, config: Any) -> None:
        root = Path(config.config_file_path).parent
        try:
            generated = self._make(config)(
                root, Path(config.docs_dir), self.site or site_of(config)
            ).without_files()
        except (SettingsError, RefusedError) as error:
            raise PluginError(str(error)) from None
        self.last = generated
        _log(generated, serving=self.serving)
        if self.kept is not None:
            self.kept.begin(config, self.said, generated.written.names if generated.written else ())
        if not generated.built.failed:
            return
        count = sum(problem.severity == "error" for problem in generated.built.problems)
        summary = f"{count} error{'s' if count > 1 else ''} in the corpus"
        if not self.serving or not (Path(config.docs_dir) / "index.md").exists():
            raise PluginError(f"{summary}; nothing was written")
        log.info("%s; the pages stay as they were", summary)

    def _make(self, config: Any) -> Callable[[Path, Path, Site], Generated]:
        if self.serving:
            return self.preview.first if self.first else self.preview.rest
        return generate_pages if is_plain(config) else generate  # other plugins may look at the data

    def _finish(self) -> None:
        """Wait for the data that was made beside the pages; the docs folder gets it if MkDocs fails too."""
        if self.last and self.last.rest:
            begun, self.last = self.last, replace(self.last, rest=None)
            self.last = finished(begun)

    def on_page_markdown(self, markdown: str, *, page: Any, config: Any, files: Any) -> str:
        """The front matter of a hand-written page stands in every page's navigation, as it is written."""
        if is_hand_written(page.file.src_uri):
            page.meta = escaped(dict(page.meta))
        elif is_plain(config) and common_parts.may_share(config):
            page.meta["template"] = common_parts.TEMPLATE
        return markdown

    def on_page_content(self, html: str, *, page: Any, config: Any, files: Any) -> str:
        """Of a large glossary MkDocs would hold each page twice, as Markdown and as HTML."""
        if isinstance(page, OwnPage) and is_plain(config):
            page.markdown = None
        return html

    def on_post_page(self, output: str, *, page: Any, config: Any) -> str:
        """Leave the theme's indentation out of what readers fetch."""
        return output if self.common.is_slim(page) else slim(output)

    @event_priority(-100)  # after plugins that change the navigation, whose titles our pages need
    def on_files(self, files: Any, *, config: Any) -> Any:
        """Give each page of ours to MkDocs as one that needs no Markdown parser, where settings allow it."""
        self.begun = "" if self.serving else config.site_dir
        if self.kept is not None:
            files = self.kept.files(files, config)
        files = with_fewer_styles(files, config)
        if self.last and self.last.rest:
            files, self.promised = with_promised(files, self.last.rest.names, config)
        anchors = anchors_for(config)
        if anchors is not None:
            titles = titles_of(config.nav)
            for file in files.documentation_pages():
                if file.page is None and not is_hand_written(file.src_uri):
                    OwnPage(titles.get(file.src_uri), file, config, anchors)
        return files

    def on_nav(self, nav: Any, *, config: Any, files: Any) -> Any:
        if self.kept is not None:
            self.kept.menu(nav)
        self.common = CommonParts(nav.pages)
        return nav

    def on_env(self, env: Any, *, config: Any, files: Any) -> Any:
        if is_plain(config):
            env.bytecode_cache = kept_code(env)
        env = self.kept.env(env) if self.kept is not None else env
        env.globals["common"] = self.common
        return env

    def on_build_error(self, *, error: Exception) -> None:
        """A part of a site must not look like the whole: what was written goes, whatever ended the build."""
        if self.kept is not None:
            self.kept.failed()
        if self.begun:
            clean_directory(self.begun)
            log.error("%s was emptied, since its pages were not all built", self.begun)
        self._finish()

    def on_post_build(self, *, config: Any) -> None:
        """Pack the finished site into its own zip; a preview keeps the small one."""
        if self.kept is not None:
            self.kept.end()
        if self.serving:
            return
        self._finish()
        for file in self.promised:
            file.keep()
        if not config.site_url:  # MkDocs then writes a site map of nothing
            for name in ("sitemap.xml", "sitemap.xml.gz"):
                Path(config.site_dir, name).unlink(missing_ok=True)
        begun = time.perf_counter()
        size = pack(Path(config.site_dir), Path(config.docs_dir))
        self.packed = Packed(size=size, seconds=time.perf_counter() - begun)

    def on_serve(self, server: Any, *, config: Any, builder: Any) -> Any:
        """Watch the corpus; not the generated pages, which would build everything a second time."""
        corpus = str(corpus_folder(Path(config.config_file_path).parent))
        if self.kept is None:
            server.watch(corpus)
            server.unwatch(config.docs_dir)
            return server
        from site_gen.publish.watch import PreviewServer  # which only a preview needs

        first, rest = partial(self._build, builder, first=True), partial(self._rest, builder)
        quick = PreviewServer(server, first, rest, self.preview.is_later)
        for path in (config.config_file_path, corpus):
            quick.watch(path)
        return quick

    def _build(self, builder: Callable[[], None], *, first: bool) -> None:
        self.first = first
        builder()

    def _rest(self, builder: Callable[[], None]) -> None:
        """What a save has left to make, without telling again what is known."""
        if self.last is None or self.last.built.failed:
            return
        logger = logging.getLogger("mkdocs")
        level = logger.level
        logger.setLevel(max(level, logging.WARNING))
        try:
            self._build(builder, first=False)
        finally:
            logger.setLevel(level)


def _complete(config: Any, said: Mapping[str, Any], own: Mapping[str, Text]) -> None:
    """Add to MkDocs' configuration what ``said``, the file as it is written, leaves to the tool."""
    whole = completed(said, own)
    root = Path(config.config_file_path).absolute().parent
    if Path(config.site_dir).absolute() == root / "site":  # MkDocs' own choice
        config.site_dir = str(root / SITE)
    config.use_directory_urls = whole["use_directory_urls"]
    if said.get("validation") is None:
        _warn_as(config.validation, whole["validation"])
    for name, value in whole["theme"].items():
        if name != "name" and (name == "icon" or name not in _named(said.get("theme"))):
            config.theme[name] = value
    for name, options_of_it in extensions_of(said.get("markdown_extensions")).items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = {**options_of_it, **config.mdx_configs.get(name, {})}
    config.extra = {**whole["extra"], **config.extra}
    config.extra_css = stylesheets_of(config.extra_css)
    config.extra_javascript = [_script(one) for one in scripts_of(config.extra_javascript)]
    config.nav = menu_of(config.nav, catalog_of(said, own))
    ours = GitIgnoreSpec.from_lines(unlisted_of(config.nav, None))
    config.not_in_nav = ours if config.not_in_nav is None else ours + config.not_in_nav


def _named(theme: Any) -> Collection[str]:
    return theme if isinstance(theme, dict) else ()


def _warn_as(levels: Any, said: Mapping[str, str]) -> None:
    """MkDocs' levels of what it looks for in the navigation and in links."""
    for part in (levels.nav, levels.links):
        for name in part.keys() & said.keys():
            part[name] = logging.WARNING


def _script(one: Any) -> Any:
    if not isinstance(one, dict):
        return one
    script = options.ExtraScriptValue(one["path"])
    script.defer = one["defer"]
    return script


def _log(generated: Generated, *, serving: bool) -> None:
    """Strict mode counts warnings and worse: it must not stop at a draft, nor end a preview."""
    if generated.left_out:
        log.info("%s", generated.left_out)
    for problem in generated.built.problems:
        (log.info if serving or problem.severity == "warning" else log.error)("%s", problem)
