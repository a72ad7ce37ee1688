"""An app for Zendesk Support: the lookup in a panel beside each ticket, with all of its data in one zip.

https://developer.zendesk.com/documentation/apps/app-developer-guide/manifest/. The app is hosted by Zendesk
itself, in the login of the help desk, so nothing in it frames another host. The one script from elsewhere is
the vendor's own, which tells the help desk how high the panel is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from site_gen.catalog import LANGUAGES, catalog
from site_gen.export.archive import zipped
from site_gen.model.records import Site

SDK = "https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js"
SCRIPTS = (SDK, "panel.js")  # that the panel loads beside those of every page
PANEL = "assets/panel.html"
# Of the scripts and styles that ship with the package, those that the panel loads; below assets/.
LOADED = (
    "lookup.js", "common.js", "box.js", "box-more.js", "box-texts.js", "suggest.js", "misses.js",
    "glossary.css",
)  # fmt: skip
_TOLD = ("name", "short_description", "long_description", "installation_instructions")
_HEIGHT = "480px"
_RESIZE = f"""\
// The help desk gives a panel little height unless it is asked; without it the panel works all the same.
if (globalThis.ZAFClient) ZAFClient.init()?.invoke('resize', {{width: '100%', height: '{_HEIGHT}'}});
"""
_LOCALE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2,3})?")


def zendesk_app(made: Mapping[str, str], shipped: Mapping[str, bytes], site: Site, version: str) -> bytes:
    """The zip: ``made`` is what ``pipeline.panel_files`` returns, ``shipped`` the assets of the package.

    The same glossary gives the same bytes. Raises ``ValueError`` where the zip would break a published rule,
    which no glossary should be able to bring about.
    """
    files = app_files(made, shipped, site, version)
    wrong = list(broken_rules(files))
    if wrong:
        raise ValueError("; ".join(wrong))
    return zipped(files, folder="")


def app_files(
    made: Mapping[str, str], shipped: Mapping[str, bytes], site: Site, version: str
) -> dict[str, bytes]:
    """The files of the app by path; scripts stand in a folder ``assets`` beside the panel, as on a site."""
    locale = locale_of(site.language)
    codes = sorted({*LANGUAGES, locale})
    translations = {f"translations/{code}.json": _json(_translation(code, site)) for code in codes}
    loaded = {f"assets/{name}": shipped[f"assets/{name}"] for name in LOADED}
    data = {
        path: text.encode()
        for path, text in made.items()
        if path in loaded or (path.startswith("assets/") and path not in shipped)
    }
    return {
        "manifest.json": _json(_manifest(site, locale, version)),
        **translations,
        PANEL: made["mini.html"].encode(),
        "assets/panel.js": _RESIZE.encode(),
        **{f"assets/{path}": content for path, content in {**loaded, **data}.items()},
    }


def _manifest(site: Site, locale: str, version: str) -> dict[str, Any]:
    return {
        "name": site.name,
        "author": {"name": site.name, "url": site.url},
        "defaultLocale": locale,
        "private": True,
        "location": {"support": {"ticket_sidebar": {"url": PANEL, "flexible": True}}},
        "version": version,
        "frameworkVersion": "2.0",
    }


def _translation(code: str, site: Site) -> dict[str, Any]:
    texts = catalog(code)
    return {
        "app": {
            "name": site.name,
            "short_description": texts.text("app.short"),
            "long_description": texts.text("app.long", site=site.url),
            "installation_instructions": texts.text("app.install"),
        }
    }


def locale_of(language: str) -> str:
    """The language as the vendor writes it: "en", "pt-BR"; English where it has no such code."""
    written = language.replace("_", "-")
    base = written.partition("-")[0].lower()
    found = next((one for one in (written, base) if _LOCALE.fullmatch(one)), "")
    return found or "en"


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def broken_rules(files: Mapping[str, bytes]) -> Iterator[str]:
    """What in an app breaks the rules that the vendor has published for a private upload, a line each.

    They are those of its manifest reference and of the validations that it publishes as zendesk_apps_support.
    """
    try:
        manifest = json.loads(files["manifest.json"])
    except KeyError:
        yield "manifest.json is not at the top"
        return
    except ValueError:
        yield "manifest.json is no JSON"
        return
    if not isinstance(manifest, dict):
        yield "manifest.json is no object"
        return
    yield from _wrong_author(manifest.get("author"))
    yield from _wrong_values(manifest)
    yield from _wrong_locale(manifest.get("defaultLocale"), files)
    yield from _wrong_location(manifest.get("location"), files)
    for path, data in files.items():
        if path.startswith("translations/"):
            yield from _wrong_translation(path, data, private=manifest.get("private") is True)


def _wrong_author(author: Any) -> Iterator[str]:
    if not isinstance(author, dict):
        yield "author is missing"
        return
    if not all(isinstance(author.get(name, ""), str) for name in ("name", "email", "url")):
        yield "author: name, email and url are texts"
    elif author.get("url") and urlsplit(author["url"]).scheme not in ("http", "https"):
        yield "author: url is no address"


def _wrong_values(manifest: Mapping[str, Any]) -> Iterator[str]:
    if manifest.get("frameworkVersion") != "2.0":
        yield "frameworkVersion is not 2.0"
    for name in ("version", "defaultLocale", "termsConditionsURL"):
        if not isinstance(manifest.get(name, ""), str):
            yield f"{name} is no text"
    for name in ("private", "singleInstall", "signedUrls"):
        if not isinstance(manifest.get(name, True), bool):
            yield f"{name} is neither true nor false"
    names = manifest.get("domainWhitelist", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        yield "domainWhitelist is no list of texts"
    if not isinstance(manifest.get("parameters", []), list):
        yield "parameters is no list"


def _wrong_locale(locale: Any, files: Mapping[str, bytes]) -> Iterator[str]:
    if not isinstance(locale, str) or not _LOCALE.fullmatch(locale):
        yield "defaultLocale is missing or no locale"
    elif f"translations/{locale}.json" not in files:
        yield f"translations/{locale}.json is missing"


def _wrong_location(location: Any, files: Mapping[str, bytes]) -> Iterator[str]:
    if not isinstance(location, dict) or not location:
        yield "location is missing"
        return
    for product, places in location.items():
        if product not in ("support", "chat", "sell"):
            yield f"location: there is no product '{product}'"
        for name, place in places.items() if isinstance(places, dict) else ():
            address = place.get("url") if isinstance(place, dict) else place
            if not isinstance(address, str) or not address:
                yield f"location: {name} has no url"
            elif urlsplit(address).scheme:
                yield f"location: {name} frames another host"  # allowed to others; not to us
            elif not address.startswith("assets/") or address not in files:
                yield f"location: {address} is no file below assets/"
            if isinstance(place, dict) and not isinstance(place.get("flexible", True), bool):
                yield f"location: flexible of {name} is neither true nor false"


def _wrong_translation(path: str, data: bytes, *, private: bool) -> Iterator[str]:
    name = path.removeprefix("translations/").removesuffix(".json")
    if not _LOCALE.fullmatch(name):
        yield f"{path}: '{name}' is no locale"
    try:
        app = json.loads(data)["app"]
    except (ValueError, KeyError, TypeError):
        yield f"{path}: no object with 'app'"
        return
    wanted = ("name",) if private else _TOLD
    if not isinstance(app, dict) or not all(isinstance(app.get(key), str) and app[key] for key in wanted):
        yield f"{path}: app needs {', '.join(wanted)}"
