"""Days of the week and months in many languages: plans, menus and opening hours have them for names."""

from __future__ import annotations

import re

from site_gen.model import names
from site_gen.sources.shape.header_words import folded_set

DAYS_AND_MONTHS = folded_set(
    "monday, tuesday, wednesday, thursday, friday, saturday, sunday, "
    "montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag, "
    "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, "
    "lunes, martes, miércoles, jueves, viernes, sábado, domingo, "
    "lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica, "
    "segunda, terça, quarta, quinta, sexta, segunda feira, terça feira, quarta feira, quinta feira, sexta feira, "
    "dilluns, dimarts, dimecres, dijous, divendres, dissabte, diumenge, "
    "maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, "
    "måndag, tisdag, onsdag, torsdag, fredag, lördag, söndag, mandag, tirsdag, lørdag, søndag, "
    "maanantai, tiistai, keskiviikko, torstai, perjantai, lauantai, sunnuntai, "
    "poniedziałek, wtorek, środa, czwartek, piątek, sobota, niedziela, "
    "pondělí, úterý, středa, čtvrtek, pátek, neděle, pondelok, utorok, streda, štvrtok, piatok, nedeľa, "
    "ponedjeljak, ponedeljak, utorak, srijeda, sreda, četvrtak, petak, subota, nedjelja, nedelja, "
    "ponedeljek, torek, četrtek, petek, nedelja, hétfő, kedd, szerda, csütörtök, péntek, szombat, vasárnap, "
    "luni, marți, miercuri, joi, vineri, sâmbătă, duminică, "
    "понедельник, вторник, среда, четверг, пятница, суббота, воскресенье, "
    "понеділок, вівторок, середа, четвер, п’ятниця, пятниця, субота, неділя, "
    "понеделник, сряда, четвъртък, петък, събота, неделя, "
    "δευτέρα, τρίτη, τετάρτη, πέμπτη, παρασκευή, σάββατο, κυριακή, "
    "pazartesi, salı, çarşamba, perşembe, cuma, cumartesi, pazar, "
    "senin, selasa, rabu, kamis, jumat, sabtu, minggu, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, chủ nhật, "
    "월요일, 화요일, 수요일, 목요일, 금요일, 토요일, 일요일, 月曜日, 火曜日, 水曜日, 木曜日, 金曜日, 土曜日, 日曜日, "
    "周一, 周二, 周三, 周四, 周五, 周六, 周日, 星期一, 星期二, 星期三, 星期四, 星期五, 星期六, 星期日, "
    "الاثنين, الإثنين, الثلاثاء, الأربعاء, الخميس, الجمعة, السبت, الأحد, "
    "יום ראשון, יום שני, יום שלישי, יום רביעי, יום חמישי, יום שישי, שבת, "
    "january, february, march, april, may, june, july, august, september, october, november, december, "
    "januar, jänner, februar, märz, mai, juni, juli, oktober, dezember, "
    "janvier, février, mars, avril, juin, juillet, août, septembre, octobre, novembre, décembre, "
    "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre, "
    "gennaio, febbraio, aprile, maggio, giugno, luglio, settembre, ottobre, dicembre, "
    "janeiro, fevereiro, março, maio, junho, julho, setembro, outubro, novembro, dezembro, "
    "januari, februari, maart, mei, augustus, styczeń, luty, marzec, kwiecień, maj, czerwiec, lipiec, sierpień, "
    "wrzesień, październik, listopad, grudzień, leden, únor, březen, duben, květen, červen, červenec, srpen, září, říjen, prosinec, "
    "январь, февраль, март, апрель, май, июнь, июль, август, сентябрь, октябрь, ноябрь, декабрь, "
    "січень, лютий, березень, квітень, травень, червень, липень, серпень, вересень, жовтень, листопад, грудень, "
    "ocak, şubat, mart, nisan, mayıs, haziran, temmuz, ağustos, eylül, ekim, kasım, aralık"
)

_BETWEEN = folded_set(
    "de, of, den, the, del, di, og, le, el, il, den, г, года, р, року, v, version, release, stand"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|年|月|日")


def is_day(text: str) -> bool:
    """Whether a text is nothing but a day or a month of a year: "14 novembre 2025", "May 2026"."""
    words = names.fold(text).split()
    if not any(map(_YEAR.fullmatch, words)) or not any(word in DAYS_AND_MONTHS for word in words):
        return False
    return all(
        word in DAYS_AND_MONTHS or word in _BETWEEN or _YEAR.fullmatch(word) or _NUMBERED.fullmatch(word)
        for word in words
    )


def is_weekday(text: str) -> bool:
    """Whether a text is nothing but days or months, or their span: "Monday", "Mai bis August"."""
    words = names.fold(text).split()
    days = [word in DAYS_AND_MONTHS for word in words]
    return any(days) and all(day or word in _SPAN for day, word in zip(days, words, strict=True))


_SPAN = folded_set(
    "to, till, and, bis, und, au, à, et, a, y, al, e, t/m, en, tot, do, i, по, и, до, til, och, og, ja, ile"
)
