"""A table that tells of the document before its entries: product, version, author, day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.model import names
from site_gen.sources.shape import document_facts
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Noise, Row, Table, count_words, tidy
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_roles import role_of
from site_gen.sources.shape.header_words import folded_set
from site_gen.sources.shape.table_layout import Layout
from site_gen.sources.shape.text_roles import NONE

WHY = "row of a table about the document"
ROWS, WORDS = range(2, 13), 8  # rows of such a table, and most words of what it tells
FACTS, SHARE = 2, 0.4  # names of facts about a document, and their share beside a number
MOST = 0.75  # their share without one
OTHERS = 3  # headings, labels or rows that may be entries, after the table
_FACTS = folded_set(
    "version, revision, release, updated, created, document, document no, document number, "
    "document id, doc id, file name, project, product, system, prepared by, written by, "
    "edited by, checked by, approved by, reviewed by, classification, confidentiality, "
    "review cycle, versie, wersja, versione, versão, verze, verzió, versiune, версия, версія, "
    "sürüm, utarbeidet av, proyecto, projet, projekt, produkt, producto, produit, progetto, "
    "prodotto, projeto, produto, проект, продукт, proje, ürün, バージョン, 版, 版数, 改訂, "
    "作成日, 更新日, 最終更新, 最終更新日, 作成者, 更新者, 承認者, 著者, 文書名, 文書番号, 対象, "
    "プロダクト, プロジェクト, プロジェクト名, 製品, 製品名, システム名, 部署, 版本, 版本号, "
    "日期, 更新日期, 创建日期, 作者, 编写, 审核, 项目, 项目名称, 产品, 文档, 文档名称, 状态, "
    "部门, 버전, 작성일, 작성자, 수정일, 최종 수정일, 프로젝트, 프로젝트명, 제품, 문서, 문서명, "
    "담당자, 부서"
)


def settled(
    found: Sequence[Block], layouts: Mapping[int, Layout], chosen: Chosen
) -> tuple[Sequence[Block], dict[int, Layout]]:
    """The blocks with such a table as rows without content, and the layouts of the other tables."""
    place = next((i for i, block in enumerate(found) if isinstance(block, Table)), None)
    table = found[place] if place is not None else None
    plan = layouts.get(id(table))
    if chosen or place is None or not isinstance(table, Table) or plan is None:
        return found, dict(layouts)
    if not _tells_of_document(table, plan) or _entries(found[place + 1 :], layouts) < OTHERS:
        return found, dict(layouts)
    rows = [Noise(line=row.line, text=tidy(" | ".join(row.cells)), why=WHY) for row in table.rows]
    rest = {one: other for one, other in layouts.items() if one != id(table)}
    return [*found[:place], *rows, *found[place + 1 :]], rest


def _tells_of_document(table: Table, plan: Layout) -> bool:
    rows = table.rows[plan.start :]
    pairs = [_filled(row) for row in rows]
    if len(rows) not in ROWS or any(len(pair) != 2 for pair in pairs):
        return False
    if any(count_words(text) > WORDS or text.endswith((".", "。")) for _, text in pairs):
        return False
    facts = sum(_is_fact(name) for name, _ in pairs)
    dated = any(map(str.isdigit, "".join(text for _, text in pairs)))  # a version or a day
    return (dated or not plan.header) and facts >= max(FACTS, (SHARE if dated else MOST) * len(rows))


def _filled(row: Row) -> list[str]:
    return [tidy(cell) for cell in row.cells if cell.strip()]


def _is_fact(name: str) -> bool:
    return (
        names.fold(name) in _FACTS
        or document_facts.is_fact(name)
        or role_of(name) in (NONE, "owner", "reviewed")
    )


def _entries(after: Sequence[Block], layouts: Mapping[int, Layout]) -> int:
    """How many headings, labels and rows of tables after a place may be entries."""
    rows = sum(len(block.rows) - 1 for block in after if isinstance(block, Table) and id(block) in layouts)
    heads = sum(isinstance(block, Heading) and block.sure for block in after)
    return rows + heads + sum(isinstance(block, Labelled) for block in after)
