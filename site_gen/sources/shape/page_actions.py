"""Words of buttons and links that do something with a page, and say nothing of its terms."""

from __future__ import annotations

import re

_EDIT = (  # as wikis and generators write it beside a heading
    r"edit(?: (?:this )?(?:page|section|source|entry|term|on git(?:hub|lab)|wikitext))?|"
    r"(?:view|show|edit) (?:the )?source|"
    r"(?:suggest|propose) (?:an? )?(?:edit|change)s?|improve this page|"
    r"(?:quelltext |abschnitt |seite )?bearbeiten|modifier(?: (?:le code|le wikicode|la page))?|éditer|"
    r"editar(?: (?:código(?:-fonte)?|el código|fonte|página))?|modifica(?: (?:wikitesto|sorgente))?|"
    r"(?:brontekst )?bewerken|edytuj(?: kod(?: źródłowy)?)?|править(?: код)?|ред\.|редагувати(?: код)?|"
    r"düzenle|(?:kaynağı )?değiştir|redigera(?: wikitext)?|rediger(?: (?:kilde|wikikode))?|"
    r"muokkaa(?: wikitekstiä)?|"
    r"editovat(?: zdroj)?|upravit|(?:forrásszöveg )?szerkesztése?|modificare(?: sursă)?|editează|"
    r"sunting(?: sumber)?|"
    r"sửa(?: mã nguồn)?|(?:ソースを)?編集|编辑(?:源代码)?|編輯(?:原始碼)?|(?:원본 )?편집|"
    r"עריכה|تحرير|تعديل"
)
_COPY = (
    r"cop(?:y|ied)(?: (?:the )?(?:link|url|address|anchor|text|term|definition|to clipboard))?|"
    r"share(?: (?:this|link))?|"
    r"print|perma(?:nent )?link|report (?:an? )?(?:error|issue|problem)|"
    r"(?:link |text )?kopie(?:ren|rt)|teilen|drucken|copier(?: le lien)?|copié|partager|imprimer|"
    r"copiar(?: (?:el )?(?:enlace|link))?|copiado|compartir|compartilhar|partilhar|imprimir|copia(?: link)?|"
    r"condividi|"
    r"kopiëren|gekopieerd|delen|kopiuj|skopiowano|udostępnij|копировать|скопировано|поделиться|"
    r"kopyala|kopyalandı|paylaş"
)
_CONTROL = re.compile(rf"\W*(?:{_EDIT}|{_COPY})(?:\s*[|·/]\s*(?:{_EDIT}|{_COPY}))?\W*", re.IGNORECASE)
# "[edit]", "[Bearbeiten | Quelltext bearbeiten]" behind a name, as it is copied from a page
EDIT_BEHIND = re.compile(rf"\s*\[\s*(?:{_EDIT})(?:\s*[|·/]\s*(?:{_EDIT}))?\s*\]$", re.IGNORECASE)


def is_control(said: str) -> bool:
    """Whether a link or button changes, copies or shares what stands before it."""
    return _CONTROL.fullmatch(said) is not None
