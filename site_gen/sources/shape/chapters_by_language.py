"""What chapters of manuals, reports and minutes are called in many languages (``vocabulary``: in English).

Some are terms of some trade as well, so callers weigh how many of the names of a document are among them.
"""

from __future__ import annotations

from site_gen.sources.shape.header_words import folded_set

_LINES = (
    "einleitung, einführung, überblick, übersicht, zusammenfassung, hintergrund, ziel, ziele, zweck, "
    "installation, einrichtung, verwendung, nutzung, voraussetzungen, lizenz, kontakt, beispiel, "
    "beispiele, fazit, ausblick, anwesend, nächste schritte, aufgaben, teilnehmer, teilnehmende, "
    "tagesordnung, beschlüsse, termine, quellen, datenschutz, vorbereitung, vorgehen, ergebnis, "
    "ergebnisse, fehlerbehebung, funktionen, mitwirken, geltungsbereich, impressum",
    "introduction, aperçu, résumé, contexte, objectif, objectifs, but, utilisation, prérequis, licence, "
    "exemple, exemples, conclusion, prochaines étapes, tâches, participants, présents, ordre du jour, "
    "décisions, références, sources, confidentialité, préparation, résultats, dépannage, "
    "fonctionnalités, contribuer, mentions légales, étapes",
    "introducción, resumen, contexto, antecedentes, objetivo, objetivos, propósito, instalación, uso, "
    "requisitos, licencia, contacto, ejemplo, ejemplos, conclusión, conclusiones, próximos pasos, "
    "tareas, asistentes, orden del día, acuerdos, referencias, fuentes, privacidad, preparación, pasos, "
    "resultados, características, alcance, aviso legal",
    "introduzione, panoramica, riepilogo, sommario, contesto, obiettivo, obiettivi, scopo, "
    "installazione, utilizzo, requisiti, licenza, contatti, esempio, esempi, conclusione, conclusioni, "
    "prossimi passi, compiti, presenti, ordine del giorno, decisioni, riferimenti, fonti, preparazione, "
    "risultati, funzionalità",
    "introdução, visão geral, resumo, contexto, objetivo, objetivos, instalação, uso, utilização, "
    "requisitos, licença, contato, contacto, exemplo, exemplos, conclusão, próximos passos, tarefas, "
    "presentes, pauta, decisões, referências, fontes, privacidade, preparação, resultados, "
    "funcionalidades",
    "inleiding, overzicht, samenvatting, achtergrond, doel, doelen, installatie, gebruik, vereisten, "
    "licentie, voorbeeld, voorbeelden, conclusie, volgende stappen, taken, aanwezig, aanwezigen, agenda, "
    "besluiten, bronnen, voorbereiding, resultaten, functies, privacy",
    "inledning, introduktion, översikt, sammanfattning, bakgrund, syfte, mål, användning, krav, licens, "
    "kontakt, exempel, slutsats, nästa steg, uppgifter, närvarande, dagordning, beslut, källor, "
    "förberedelser, resultat, funktioner",
    "indledning, innledning, oversigt, oversikt, resumé, sammendrag, baggrund, bakgrunn, formål, mål, "
    "brug, bruk, krav, licens, lisens, eksempel, eksempler, konklusion, konklusjon, næste skridt, "
    "neste steg, opgaver, oppgaver, deltagere, til stede, dagsorden, beslutninger, kilder, forberedelse",
    "johdanto, yleiskatsaus, yhteenveto, tausta, tavoite, tavoitteet, asennus, käyttö, vaatimukset, "
    "lisenssi, yhteystiedot, esimerkki, esimerkit, johtopäätökset, seuraavat vaiheet, tehtävät, läsnä, "
    "asialista, päätökset, lähteet",
    "wstęp, wprowadzenie, przegląd, podsumowanie, tło, cel, cele, instalacja, użycie, użytkowanie, "
    "wymagania, licencja, kontakt, przykład, przykłady, wnioski, następne kroki, zadania, obecni, "
    "uczestnicy, porządek obrad, ustalenia, źródła, przygotowanie, wyniki, funkcje",
    "úvod, přehled, shrnutí, pozadí, cíl, cíle, účel, instalace, použití, požadavky, licence, kontakt, "
    "kontakty, příklad, příklady, závěr, další kroky, úkoly, přítomni, účastníci, program, rozhodnutí, "
    "zdroje, příprava, výsledky, funkce",
    "prehľad, zhrnutie, pozadie, cieľ, ciele, účel, inštalácia, použitie, požiadavky, licencia, príklad, "
    "príklady, záver, ďalšie kroky, úlohy, prítomní, účastníci, rozhodnutia, zdroje, príprava, výsledky",
    "uvod, pregled, povzetek, sažetak, ozadje, pozadina, cilj, cilji, ciljevi, namen, svrha, namestitev, "
    "instalacija, uporaba, upotreba, zahteve, zahtjevi, licenca, stik, primer, primeri, primjer, "
    "primjeri, zaključek, zaključak, naloge, zadaci, prisotni, prisutni, sklepi, odluke, viri, izvori",
    "увод, преглед, резюме, сажетак, цел, цели, циљ, инсталация, инсталација, употреба, изисквания, "
    "лиценз, лиценца, контакт, контакти, пример, примери, заключение, закључак, задачи, присъстващи, "
    "решения, източници, подготовка",
    "введение, обзор, резюме, предыстория, цель, цели, назначение, установка, использование, требования, "
    "лицензия, контакты, пример, примеры, заключение, выводы, итоги, следующие шаги, задачи, "
    "присутствовали, участники, повестка, повестка дня, решения, источники, подготовка, подключение, "
    "проверка, настройка, запуск, результаты, возможности",
    "вступ, огляд, підсумок, мета, цілі, призначення, встановлення, використання, вимоги, ліцензія, "
    "контакти, приклад, приклади, висновки, наступні кроки, завдання, присутні, учасники, "
    "порядок денний, рішення, джерела, підготовка, налаштування",
    "bevezetés, áttekintés, összefoglaló, összefoglalás, háttér, cél, célok, telepítés, használat, "
    "követelmények, licenc, kapcsolat, példa, példák, következő lépések, feladatok, jelen vannak, "
    "résztvevők, napirend, döntések, források",
    "introducere, prezentare generală, rezumat, context, obiectiv, obiective, scop, instalare, "
    "utilizare, cerințe, licență, exemplu, exemple, concluzie, concluzii, pașii următori, sarcini, "
    "prezenți, participanți, ordinea de zi, decizii, surse",
    "εισαγωγή, επισκόπηση, περίληψη, στόχος, στόχοι, σκοπός, εγκατάσταση, χρήση, απαιτήσεις, άδεια, "
    "επικοινωνία, παράδειγμα, παραδείγματα, συμπέρασμα, επόμενα βήματα, εργασίες, παρόντες, αποφάσεις, "
    "πηγές",
    "giriş, genel bakış, özet, arka plan, amaç, hedef, hedefler, kurulum, kullanım, gereksinimler, "
    "lisans, iletişim, örnek, örnekler, sonuç, sonraki adımlar, görevler, katılımcılar, gündem, "
    "kararlar, kaynaklar, hazırlık, özellikler",
    "مقدمة, نظرة عامة, ملخص, خلفية, الهدف, الأهداف, التثبيت, الاستخدام, المتطلبات, الترخيص, اتصل بنا, "
    "مثال, أمثلة, الخاتمة, خاتمة, الخطوات التالية, المهام, الحضور, جدول الأعمال, القرارات, المصادر, "
    "المراجع, تنبيه",
    "مقدمه, خلاصه, هدف, اهداف, نصب, استفاده, پیش‌نیازها, مجوز, تماس, مثال, نتیجه‌گیری, وظایف, حاضران, "
    "دستور جلسه, منابع",
    "מבוא, הקדמה, סקירה, סיכום, רקע, מטרה, מטרות, התקנה, שימוש, דרישות, רישיון, יצירת קשר, דוגמה, "
    "דוגמאות, מסקנות, צעדים הבאים, משימות, נוכחים, סדר היום, החלטות, מקורות",
    "परिचय, सारांश, पृष्ठभूमि, उद्देश्य, स्थापना, उपयोग, आवश्यकताएँ, लाइसेंस, संपर्क, उदाहरण, निष्कर्ष, "
    "अगले कदम, कार्य, উপস্থিত, ভূমিকা, সারাংশ, উদ্দেশ্য, ব্যবহার, উদাহরণ, উপসংহার",
    "pendahuluan, gambaran umum, ringkasan, latar belakang, tujuan, instalasi, penggunaan, persyaratan, "
    "lisensi, kontak, contoh, kesimpulan, langkah berikutnya, tugas, hadir, peserta, agenda, keputusan, "
    "sumber",
    "giới thiệu, tổng quan, tóm tắt, bối cảnh, mục tiêu, mục đích, cài đặt, sử dụng, cách dùng, yêu cầu, "
    "giấy phép, liên hệ, ví dụ, kết luận, bước tiếp theo, nhiệm vụ, thành phần tham dự, quyết định, nguồn",
    "บทนำ, ภาพรวม, สรุป, ความเป็นมา, วัตถุประสงค์, การติดตั้ง, การใช้งาน, ข้อกำหนด, สัญญาอนุญาต, ติดต่อ, ตัวอย่าง",
    "はじめに, 概要, 要約, まとめ, 背景, 目的, 目標, インストール, 使い方, 使用方法, 利用方法, 必要条件, "
    "前提条件, 動作環境, ライセンス, 連絡先, お問い合わせ, 例, 結論, 今後の予定, 宿題, 課題, 出席者, "
    "参加者, 議題, 決定事項, 次回, 参考文献, 準備, 手順, 機能, 構成, 結果",
    "简介, 介绍, 概述, 概要, 摘要, 总结, 背景, 目的, 目标, 安装, 使用, 使用方法, 用法, 要求, 前提条件, "
    "许可证, 许可, 联系方式, 示例, 例子, 结论, 下一步, 任务, 参会人员, 议程, 决定, 参考文献, 准备, 步骤, "
    "功能, 结果, 簡介, 介紹, 總結, 目標, 安裝, 授權, 聯絡方式",
    "소개, 개요, 요약, 배경, 목적, 목표, 설치, 사용법, 사용 방법, 요구 사항, 요구사항, 라이선스, "
    "라이센스, 연락처, 문의, 예시, 예제, 결론, 다음 단계, 할 일, 참석자, 안건, 결정 사항, 결정사항, "
    "참고 자료, 참고문헌, 준비, 절차, 기능, 결과, 서론, 역할, 입력, 출력",
)
CHAPTERS = frozenset[str]().union(*map(folded_set, _LINES))
