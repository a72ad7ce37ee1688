"""The same corpus under another brand: name, logo, icon, colours and home text come from settings and pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from helpers.browser import ONLY_WRONG, Watched, serving
from helpers.shared import made_once
from site_gen.__main__ import main
from site_gen.cli.shipped import shipped
from site_gen.editing.upstream.adopt import adopted

ROOT = Path(__file__).resolve().parents[2]
TERM = "terms/first-contact-resolution.html"
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z" fill="#{}"/></svg>'

SETTINGS = {
    "site_name: Support Glossary": "site_name: Words of Acme",
    "site_description: What the words of customer service and support mean, and which to use when.": (
        "site_description: How we talk at Acme."
    ),
    "    logo: material/book-open-page-variant-outline": "    repo: fontawesome/brands/git-alt",
    "favicon: assets/favicon.svg": "favicon: brand/icon.svg",
    "  font: false": "  logo: brand/logo.svg\n  font: false",
    "primary: custom": "primary: deep orange",
    "accent: custom": "accent: pink",
}
PAGES = {
    "home.md": "Ask **Ada** when a word is missing.\n",
    "brand/logo.svg": SQUARE.format("c0ffee"),
    "brand/icon.svg": SQUARE.format("facade"),
    "brand/colours.css": ":root { --gl-radius: 3px; }\n",
}


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of one shipped topic with every setting of a brand changed."""
    with serving(made_once(tmp_path_factory, "acme", _built) / "build" / "site") as address:
        yield address


def _built(root: Path) -> None:
    pages = {f"glossary/pages/{path}": text.encode() for path, text in PAGES.items()}
    for path, data in {**adopted(shipped(), ["metrics"]), **pages}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    settings = (ROOT / "tests" / "data" / "settings" / "mkdocs-0.2.yml").read_text(encoding="utf-8")
    for ours, theirs in SETTINGS.items():
        assert ours in settings, ours
        settings = settings.replace(ours, theirs)
    settings = settings.replace("assets/glossary.css]", "assets/glossary.css, brand/colours.css]")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = CliRunner().invoke(main, ["--root", str(root), "build"])
    assert done.exit_code == 0, done.output


def test_name_logo_icon_and_home_text_are_the_brands_own(page: Watched, acme: str) -> None:
    page.goto(acme + "index.html")
    assert page.title() == "Words of Acme"
    expect(page.locator("h1")).to_have_text("Words of Acme")
    expect(page.locator(".gl-home__lead")).to_have_text("How we talk at Acme.")
    assert (
        page.locator("p", has_text="Ask Ada").inner_html()
        == "Ask <strong>Ada</strong> when a word is missing."
    )
    logo = page.locator(".md-header .md-logo img")
    expect(logo).to_have_attribute("src", "brand/logo.svg")
    assert logo.evaluate("one => one.complete && one.naturalWidth > 0")
    for path in ("index.html", "mini.html", "all.html"):
        page.goto(acme + path)
        icon = page.locator("link[rel=icon]").get_attribute("href")
        assert "facade" in page.request.get(acme + icon).text(), path
    page.goto(acme + TERM)
    assert page.title() == "First contact resolution - Words of Acme"
    assert "Support Glossary" not in page.content()
    page.goto(acme + "mini.html")
    expect(page.locator("h1")).to_have_text("Words of Acme")
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--gl-radius')") == "3px"
    assert page.trouble == []


COLOURS = """() => {
  const canvas = document.createElement('canvas').getContext('2d');
  return ['.gl-def', 'h1 .gl-abbr', '.gl-text a'].map((one, i) => {
    const look = getComputedStyle(document.querySelector(one));
    canvas.fillStyle = i ? look.color : look.borderLeftColor;
    canvas.fillRect(0, 0, 1, 1);
    return Array.from(canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
  });
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_brands_colour_takes_effect_and_stays_readable(browser: Browser, acme: str, theme: str) -> None:
    context = browser.new_context(color_scheme=theme)  # type: ignore[arg-type] # a literal
    page = context.new_page()
    page.goto(acme + TERM)
    for red, green, blue in page.evaluate(COLOURS):
        assert red > green and red > blue
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--gl-radius')") == "3px"
    for path in (TERM, "index.html"):
        page.goto(acme + path)
        assert _unreadable(page) == []
    context.close()


FADED = "document.getAnimations().every(one => one.playState === 'finished')"  # as the theme does it


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("colour", ["#ffd400", "#111111", "#7a1f5c", "white"])
def test_any_colour_in_a_stylesheet_of_ones_own_stays_readable(
    browser: Browser, served: str, colour: str, theme: str
) -> None:
    context = browser.new_context(color_scheme=theme)  # type: ignore[arg-type] # a literal
    page = context.new_page()
    page.goto(served + TERM)
    before = page.evaluate(COLOURS)
    page.add_style_tag(content=f":root {{ --gl-brand: {colour}; }}")
    page.wait_for_function(FADED)
    assert page.evaluate(COLOURS) != before
    assert _unreadable(page) == []
    context.close()


def _unreadable(page: Page) -> list[str]:
    rules = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, **ONLY_WRONG}
    found = Axe().run(page, options=rules).response["violations"]
    return [node["html"][:120] for one in found for node in one["nodes"]]
