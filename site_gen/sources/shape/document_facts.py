"""Facts about a document, on its cover or above its entries: "Owner", "Next review", "How to use"."""

from __future__ import annotations

import re

from site_gen.model import names
from site_gen.sources.shape import defining
from site_gen.sources.shape.blocks import Row, Table, count_words, tidy
from site_gen.sources.shape.header_words import OWNER_HEADERS, REVIEWED_HEADERS, folded_set

WHY = "sheet about the document"
FACTS = (
    OWNER_HEADERS
    | REVIEWED_HEADERS
    | folded_set(
        "tags, labels, audience, scope, purpose, status, version, next review, next update, last review, "
        "last change, last changed, last update, last updated, updated, review cycle, review interval, "
        "maintained by, kept by, managed by, contact, contacts, contact person, questions, feedback, "
        "classification, approved by, prepared by, valid from, valid until, access, location, "
        "distribution, instructions, nächste prüfung, nächste überprüfung, nächste durchsicht, "
        "nächste aktualisierung, letzte änderung, turnus, prüfturnus, stand, gültig ab, gültig bis, "
        "inhaber, inhaberin, herausgeber, gepflegt von, pflege, zweck, zielgruppe, geltungsbereich, "
        "ansprechpartner, ansprechperson, kontakt, fragen, rückfragen, freigegeben von, anleitung, "
        "benutzung, nutzung, hinweis, verteiler, prochaine relecture, prochaine révision, "
        "prochaine mise à jour, dernière mise à jour, dernière modification, périodicité, mise à jour, "
        "tenu par, tenu à jour par, objet, public visé, portée, destinataires, validé par, diffusion, "
        "consigne, consignes, próxima revisión, próxima actualización, última actualización, "
        "última modificación, actualizado, mantenido por, contacto, consultas, dudas, objetivo, alcance, "
        "público, destinatarios, periodicidad, aprobado por, vigencia, instrucciones, prossima revisione, "
        "ultimo aggiornamento, ultima modifica, aggiornato, a cura di, curato da, scopo, destinatari, "
        "contatti, contatto, domande, istruzioni, próxima revisão, última atualização, atualizado, "
        "mantido por, contato, contacto, dúvidas, objetivo, público alvo, instruções, volgende controle, "
        "volgende herziening, laatste wijziging, bijgewerkt, beheer, beheerd door, beheerder, doel, "
        "doelgroep, contactpersoon, vragen, instructie, następny przegląd, następna aktualizacja, "
        "ostatnia aktualizacja, ostatnia zmiana, prowadzi, kontakt, pytania, cel, odbiorcy, opiekun, "
        "příští revize, další revize, poslední změna, aktualizováno, spravuje, správce, vlastník, účel, "
        "dotazy, nästa granskning, nästa översyn, senast ändrad, uppdaterad, förvaltas av, syfte, "
        "målgrupp, frågor, næste gennemgang, neste gjennomgang, sidst ændret, sist endret, opdateret, "
        "oppdatert, formål, seuraava tarkistus, päivitetty, ylläpitäjä, tarkoitus, kohderyhmä, "
        "következő felülvizsgálat, frissítve, felelős, cél, kapcsolat, следующая проверка, "
        "следующий пересмотр, последнее изменение, обновлено, ведёт, ведет, назначение, цель, для кого, "
        "вопросы, контакт, контакты, срок пересмотра, відповідальний, наступна перевірка, оновлено, "
        "призначення, питання, контакти, sonraki gözden geçirme, sonraki inceleme, son güncelleme, "
        "güncelleyen, amaç, kapsam, hedef kitle, iletişim, sorular, 次回見直し, 次回レビュー, 最終更新, "
        "管理者, 担当, 担当者, 対象, 目的, 問い合わせ先, 連絡先, 负责人, 維護者, 维护者, 下次审核, "
        "下次复核, 最后更新, 用途, 适用范围, 联系人, 담당자, 다음 검토, 최종 수정, 목적, 대상, 문의"
    )
)
_HOW_TO = re.compile(  # of folded labels
    r"(?:how to|how we) (?:use|read|add|edit|search|change|maintain|update)\b.*|how (?:this|it) works|"
    r"so (?:geht s|gehts|benutz\w+|nutz\w+|verwend\w+|lies\w*|funktionier\w+|pfleg\w+).*|"
    r"(?:wie )?(?:benutze|verwende|nutze)n? (?:man|wir|sie|ich) .*|"
    r"(?:comment|pour) (?:utiliser|lire|ajouter|chercher|s en servir|modifier)\b.*|mode d ?emploi|"
    r"(?:como|para) (?:usar|leer|utilizar|anadir|agregar|buscar|ler|adicionar)\w*.*|modo de (?:uso|usar)|"
    r"come (?:usare|leggere|utilizzare|aggiungere|si usa)\b.*|(?:hoe|zo) (?:gebruik|lees|werkt|voeg)\w*.*|"
    r"jak (?:uzywac|korzystac|czytac|dodac|pouziv\w+|cist|pridat)\b.*|как (?:пользоваться|читать|добавить|"
    r"использовать)\b.*|як (?:користуватися|читати|додати)\b.*|nasil (?:kullanilir|okunur|eklenir)\b.*|"
    r"(?:sa|hur|hvordan|slik|sadan) .{0,20}(?:anvand\w*|bruk\w*|brug\w*|las\w*)\b.*|nain kaytat.*|"
    r"hogyan hasznal\w*.*|cum se (?:foloseste|citeste).*|使い方|使用方法|使用说明|使用說明|사용법|사용 방법"
)
COVERS = folded_set(  # titles of sheets that hold no entries beside a list with known columns
    "read me, readme, cover, cover sheet, cover page, title page, front page, info, information, about, "
    "about this file, instructions, how to, how to use, how to use this file, guide, intro, introduction, "
    "legend, colours, colors, colour key, color key, document control, document info, admin, metadata, "
    "settings, deckblatt, titelblatt, anleitung, hinweise, hinweis, lies mich, liesmich, lies mich zuerst, "
    "legende, farben, einleitung, vorbemerkung, vorbemerkungen, überblick, lisez moi, lisezmoi, à lire, "
    "page de garde, couverture, mode d'emploi, légende, couleurs, à propos, consignes, présentation, "
    "portada, instrucciones, léeme, leyenda, colores, acerca de, información, presentación, copertina, "
    "leggimi, istruzioni, legenda, colori, informazioni, capa, instruções, leia me, cores, informações, "
    "voorblad, lees mij, leesmij, uitleg, instructie, instructies, toelichting, kleuren, okładka, "
    "strona tytułowa, instrukcja, czytaj to, kolory, titulní strana, titulní list, pokyny, návod, "
    "försättsblad, läs mig, instruktion, instruktioner, forside, læs mig, les meg, vejledning, veiledning, "
    "kansi, kansilehti, ohje, ohjeet, lue minut, borító, útmutató, olvass el, coperta, instrucțiuni, "
    "титул, титульный лист, обложка, инструкция, о файле, о документе, легенда, прочти меня, прочитай, "
    "титульна сторінка, інструкція, про файл, kapak, beni oku, yönerge, kullanım, εξώφυλλο, οδηγίες, 表紙, "
    "はじめに, 使い方, 凡例, 説明, 封面, 说明, 說明, 使用说明, 图例, 표지, 안내, 설명, 범례"
)
ROWS, SHARE, LEAST, WORDS = 20, 0.5, 2, 16  # of a cover: most rows, share and number of facts, words of one


def is_fact(label: str) -> bool:
    """Whether a label names a fact about a document, or says how to use it."""
    return names.fold(label) in FACTS or says_how(label)


_OVER = folded_set(  # headings over such facts
    "metadata, meta data, document metadata, page metadata, document info, document information, "
    "document control, document details, document properties, page info, page information, page details, "
    "page properties, article info, about this document, about this page, front matter, metadaten, "
    "dokumentinformationen, dokumentinfo, dokumenteigenschaften, angaben zum dokument, seiteninfo, "
    "seiteneigenschaften, über dieses dokument, über diese seite, métadonnées, informations sur le document, "
    "fiche du document, propriétés de la page, à propos de ce document, metadatos, "
    "información del documento, datos del documento, ficha del documento, metadati, "
    "informazioni sul documento, metadados, informações do documento, documentgegevens, documentinformatie, "
    "metadane, informacje o dokumencie, metadata dokumentu, метаданные, о документе, сведения о документе, "
    "метадані, üst veri, üstveri, belge bilgileri, doküman bilgileri, 文書情報, 文档信息, 문서 정보"
)


def is_over_facts(head: str) -> bool:
    """Whether a heading stands over facts about the document: "Document metadata"."""
    return names.fold(head) in _OVER


def says_how(label: str) -> bool:
    """Whether a label says how to use a document: "How to read this list", "Mode d'emploi"."""
    return len(label) < 60 and _HOW_TO.fullmatch(names.fold(label)) is not None


def is_cover(table: Table) -> bool:
    """Whether a sheet beside a list with known columns tells of the document, by its title or its rows."""
    if names.fold(table.title) in COVERS:
        return True
    rows = [_in_two(filled) for row in table.rows if (filled := _filled(row))]
    told = sum(len(row) == 2 and _tells(*row) for row in rows)
    several = sum(len(row) > 1 for row in rows)
    return told >= LEAST and told >= SHARE * several and len(rows) <= ROWS


def _tells(label: str, text: str) -> bool:
    if not is_fact(label) or count_words(text) > WORDS:
        return False
    return says_how(label) or not defining.names_thing(text)


def _in_two(cells: list[str]) -> list[str]:
    """The label and the fact that one cell holds: "Owner: the office"."""
    label, sign, text = cells[0].partition(":")
    return [label.strip(), text.strip()] if len(cells) == 1 and sign and text.strip() else cells


def _filled(row: Row) -> list[str]:
    return [tidy(cell) for cell in row.cells if cell.strip()]
