"""What columns, labels and titles of glossaries are called, a line for each of many languages.

``header_words`` and ``vocabulary`` have the words of the languages that most glossaries are in; here stand those
of further ones. All are folded there as headers are, so case and accents do not matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Lists with commas: the words for a glossary, and the headers of columns by what they hold.

    ``weak`` are headers of names that lists of other things have as well; ``beside`` is what an entry does not
    use: examples, sources, numbers.
    """

    titles: str
    name: str
    text: str
    weak: str = ""
    short: str = ""
    also: str = ""
    see: str = ""
    note: str = ""
    topics: str = ""
    beside: str = ""


LINES: Mapping[str, Words] = {
    "is": Words(
        titles="orðalisti, orðasafn, orðabók, hugtakasafn, hugtakalisti, hugtök, orðskýringar, skammstafanir",
        name="hugtak, orð, hugtök, íðorð", weak="heiti, nafn", text="skýring, skilgreining, merking, lýsing, útskýring",
        short="skammstöfun, skst", also="samheiti, einnig, einnig kallað, önnur heiti", see="sjá, sjá einnig, sbr",
        note="athugasemd, athugasemdir", topics="flokkur, svið", beside="dæmi, heimild, tengd hugtök",
    ),
    "et": Words(
        titles="sõnastik, mõisted, oskussõnastik, seletussõnastik, terminid, lühendid, leksikon",
        name="mõiste, sõna, termin, mõisted", weak="nimetus, nimi", text="seletus, selgitus, tähendus, definitsioon, kirjeldus, määratlus",
        short="lühend, lüh", also="sünonüüm, sünonüümid, samuti, teised nimetused", see="vt, vaata, vt ka, vaata ka",
        note="märkus, märkused", topics="valdkond, kategooria", beside="näide, näited, allikas, seotud mõisted",
    ),
    "lv": Words(
        titles="vārdnīca, glosārijs, terminu, termini, saīsinājumi, skaidrojumi, jēdzieni",
        name="termins, jēdziens, vārds, termini", weak="nosaukums",
        text="skaidrojums, definīcija, nozīme, apraksts, izskaidrojums", short="saīsinājums, saīs, abreviatūra",
        also="sinonīms, sinonīmi, arī, saukts arī", see="skat, skatīt, skat arī", note="piezīme, piezīmes",
        topics="joma, kategorija, nozare", beside="piemērs, piemēri, avots, saistītie termini",
    ),
    "lt": Words(
        titles="žodynas, žodynėlis, terminai, terminų, sąvokos, sąvokų, santrumpos, sutrumpinimai, glosarijus",
        name="terminas, sąvoka, žodis, sąvokos", weak="pavadinimas",
        text="paaiškinimas, apibrėžimas, apibrėžtis, reikšmė, aprašymas", short="santrumpa, sutrumpinimas, trumpinys",
        also="sinonimas, sinonimai, taip pat, dar vadinama, kitas pavadinimas", see="žr, žiūrėti, žr taip pat",
        note="pastaba, pastabos", topics="sritis, kategorija, tema", beside="pavyzdys, pavyzdžiai, šaltinis, susiję terminai",
    ),
    "sk": Words(
        titles="slovník, slovníček, pojmy, vysvetlivky, názvoslovie",
        name="pojem, výraz, termín, heslo", weak="názov, meno", text="vysvetlenie, definícia, význam, popis, opis, výklad",
        short="skratka, skr", also="synonymum, synonymá, tiež, iný názov, iné názvy, inak", see="pozri, pozri tiež",
        note="poznámka, poznámky", topics="oblasť, kategória, téma", beside="príklad, príklady, zdroj, zdroje, súvisiace pojmy",
    ),
    "sl": Words(
        titles="slovar, slovarček, pojmi, pojmovnik, kratice, okrajšave, besedišče",
        name="pojem, izraz, beseda, termin", weak="naziv, ime", text="razlaga, opredelitev, pomen, opis, pojasnilo, definicija",
        short="kratica, okrajšava", also="sopomenka, sopomenke, sinonim, sinonimi, tudi, drugo ime", see="glej, glej tudi",
        note="opomba, opombe", topics="področje, kategorija, tema", beside="zgled, primeri, vir, viri, povezani pojmi",
    ),
    "hr": Words(
        titles="pojmovnik, rječnik, rečnik, pojmovi, kratice, skraćenice, leksikon, glosar",
        name="pojam, izraz, riječ, reč, termin", weak="naziv, ime",
        text="objašnjenje, definicija, značenje, opis, pojašnjenje, tumačenje", short="kratica, skraćenica, skraćeno",
        also="sinonim, sinonimi, istoznačnica, također, takođe, drugi naziv, poznato kao", see="vidi, vidi i, vidi također",
        note="napomena, napomene, bilješka, primjedba", topics="područje, kategorija, oblast, tema",
        beside="primjer, primjeri, izvor, izvori, povezani pojmovi",
    ),
    "sr": Words(
        titles="речник, појмовник, појмови, скраћенице, глосар, лексикон",
        name="појам, израз, реч, термин", weak="назив, име", text="објашњење, дефиниција, значење, опис, појашњење, тумачење",
        short="скраћеница", also="синоним, синоними, такође, други назив", see="види, види и", note="напомена, напомене",
        topics="област, категорија, тема", beside="пример, примери, извор, извори",
    ),
    "mk": Words(
        titles="речник, поимник, поими, кратенки, термини, глосар", name="поим, термин, збор, израз", weak="назив, име",
        text="објаснување, дефиниција, значење, опис", short="кратенка", also="синоним, синоними, исто така, друго име",
        see="види, види исто", note="забелешка, забелешки", topics="област, категорија", beside="пример, примери, извор",
    ),
    "bg": Words(
        titles="речник, речниче, термини, понятия, съкращения, глосар, терминология",
        name="термин, понятие, дума, израз", weak="име, название, наименование",
        text="определение, обяснение, значение, описание, дефиниция, пояснение", short="съкращение, абревиатура",
        also="синоним, синоними, също, наричан още, друго име, други имена", see="виж, вж, вижте, виж също, вижте също",
        note="бележка, бележки, забележка, забележки", topics="област, категория, тема", beside="пример, примери, източник, свързани термини",
    ),
    "be": Words(
        titles="слоўнік, слоўнічак, гласарый, тэрміны, тэрмінаў, паняцці, скарачэнні",
        name="тэрмін, паняцце, слова", weak="назва, імя", text="азначэнне, тлумачэнне, значэнне, апісанне, вызначэнне",
        short="скарачэнне, абрэвіятура", also="сінонім, сінонімы, таксама, іншая назва", see="гл, глядзі, гл таксама",
        note="заўвага, нататка", topics="раздзел, галіна, катэгорыя", beside="прыклад, прыклады, крыніца",
    ),
    "sq": Words(
        titles="fjalor, fjalori, fjalorth, fjalorthi, glosar, terma, termave, shkurtesa, shkurtime",
        name="termi, fjala, koncepti, shprehja", weak="emri", text="shpjegimi, përkufizimi, kuptimi, përshkrimi, shpjegim, përkufizim",
        short="shkurtesa, shkurtimi", also="sinonime, sinonimi, gjithashtu, quhet edhe", see="shih, shiko, shih edhe",
        note="shënim, shënime", topics="fusha, kategoria", beside="shembull, shembuj, burimi",
    ),
    "mt": Words(
        titles="glossarju, dizzjunarju, termini, abbrevjazzjonijiet", name="terminu, kelma, kunċett", weak="isem",
        text="tifsira, definizzjoni, spjegazzjoni, deskrizzjoni", short="abbrevjazzjoni, akronimu",
        also="sinonimu, sinonimi, ukoll, magħruf ukoll bħala", see="ara, ara wkoll", note="nota, noti", topics="qasam, kategorija",
        beside="eżempju, eżempji, sors",
    ),
    "ga": Words(
        titles="gluais, foclóir, téarmaí, téarmaíocht, giorrúcháin, stór focal", name="téarma, focal, coincheap", weak="ainm, teideal",
        text="míniú, sainmhíniú, brí, cur síos", short="giorrúchán, acrainm", also="comhchiall, comhchiallaigh, freisin, ar a dtugtar freisin",
        see="féach, féach freisin", note="nóta, nótaí", topics="réimse, catagóir", beside="sampla, samplaí, foinse",
    ),
    "cy": Words(
        titles="geirfa, geiriadur, termau, byrfoddau, rhestr termau", name="term, gair, ymadrodd, cysyniad", weak="enw, teitl",
        text="ystyr, diffiniad, esboniad, disgrifiad, eglurhad", short="byrfodd, talfyriad, acronym", also="cyfystyr, cyfystyron, hefyd, gelwir hefyd",
        see="gweler, gweler hefyd", note="nodyn, nodiadau", topics="maes, categori", beside="enghraifft, enghreifftiau, ffynhonnell",
    ),
    "eu": Words(
        titles="hiztegia, hiztegi, glosarioa, glosario, terminologia, terminoak, laburdurak", name="hitza, terminoa, kontzeptua, esamoldea",
        weak="izena", text="definizioa, esanahia, azalpena, deskribapena", short="laburdura, sigla", also="sinonimoa, sinonimoak, baita, beste izen batzuk",
        see="ikus, ikus ere, ikusi", note="oharra, oharrak", topics="arloa, kategoria, gaia", beside="adibidea, adibideak, iturria",
    ),
    "gl": Words(
        titles="glosario, dicionario, abreviaturas", name="termo, palabra, concepto", weak="nome, título",
        text="definición, significado, explicación, descrición", short="sigla, abreviatura", also="sinónimo, sinónimos, tamén, outros nomes, tamén chamado",
        see="véxase, ver, véxase tamén", note="nota, notas", topics="ámbito, categoría, tema", beside="exemplo, exemplos, fonte",
    ),
    "ca": Words(
        titles="glossari, diccionari, vocabulari, sigles, abreviatures, terminologia", name="terme, paraula, concepte, expressió", weak="nom, títol",
        text="definició, significat, explicació, descripció", short="sigla, abreviatura, acrònim, sigles", also="sinònim, sinònims, també, també anomenat, altres noms",
        see="vegeu, vegeu també, veure", note="nota, notes, observacions", topics="àmbit, categoria, tema", beside="exemple, exemples, font, fonts",
    ),
    "lb": Words(
        titles="glossaire, lexikon, wierderbuch, begrëffer, ofkierzungen", name="begrëff, wuert, ausdrock", weak="numm, titel",
        text="erklärung, definitioun, bedeitung, beschreiwung", short="ofkierzung", also="aner nimm, synonym", see="kuck, kuck och",
        note="bemierkung, notiz", topics="beräich, kategorie, thema", beside="beispill, beispiller, quell",
    ),
    "af": Words(
        titles="woordelys, glossarium, begrippelys, woordeboek, afkortings", name="term, woord, begrip, terme", weak="naam, titel",
        text="definisie, betekenis, verduideliking, beskrywing, omskrywing", short="afkorting, akroniem", also="sinoniem, sinonieme, ook, ook bekend as",
        see="sien, sien ook", note="nota, notas, opmerking", topics="kategorie, gebied, onderwerp", beside="voorbeeld, voorbeelde, bron",
    ),
    "ro": Words(
        titles="glosar, glosarul, dicționar, termeni, termenilor, abrevieri, acronime, terminologie", name="termen, termeni, cuvânt, noțiune, concept, expresie",
        weak="nume, denumire, titlu", text="definiție, explicație, semnificație, descriere, înțeles, sens, explicații",
        short="abreviere, acronim, prescurtare, sigla", also="sinonim, sinonime, de asemenea, alt nume, alte denumiri, numit și",
        see="vezi, vezi și, a se vedea", note="observație, observații, notă, note", topics="domeniu, categorie, temă", beside="exemplu, exemple, sursă, surse, termeni înrudiți",
    ),
    "hy": Words(
        titles="բառարան, բառացանկ, տերմիններ, եզրույթներ, հապավումներ", name="տերմին, եզրույթ, բառ, հասկացություն", weak="անվանում",
        text="սահմանում, բացատրություն, նշանակություն, նկարագրություն, իմաստ", short="հապավում", also="հոմանիշ, հոմանիշներ, նաև",
        see="տես, տես նաև", note="նշում, ծանոթագրություն", topics="ոլորտ, կատեգորիա", beside="օրինակ, օրինակներ, աղբյուր",
    ),
    "ka": Words(
        titles="ლექსიკონი, გლოსარიუმი, ტერმინები, ტერმინთა, აბრევიატურები", name="ტერმინი, სიტყვა, ცნება", weak="დასახელება, სახელი",
        text="განმარტება, მნიშვნელობა, აღწერა, ახსნა, დეფინიცია", short="აბრევიატურა, შემოკლება", also="სინონიმი, სინონიმები, აგრეთვე, ასევე",
        see="იხ, იხილეთ, იხ აგრეთვე", note="შენიშვნა", topics="სფერო, კატეგორია", beside="მაგალითი, მაგალითები, წყარო",
    ),
    "az": Words(
        titles="lüğət, lüğəti, terminlər, qlossari, ixtisarlar", name="termin, söz, anlayış", weak="ad, adı", text="izah, izahı, tərif, məna, mənası, təsvir, açıqlama",
        short="ixtisar, qısaltma", also="sinonim, sinonimlər, həmçinin, digər adı", see="bax, bax həmçinin", note="qeyd, qeydlər",
        topics="sahə, kateqoriya, bölmə", beside="nümunə, misal, mənbə",
    ),
    "kk": Words(
        titles="сөздік, сөздігі, глоссарий, терминдер, қысқартулар", name="термин, сөз, ұғым", weak="атауы", text="анықтама, анықтамасы, түсіндірме, мағынасы, сипаттама",
        short="қысқарту", also="синоним, синонимдер, сондай ақ", see="қараңыз, қара", note="ескерту, ескертпе", topics="сала, санат, бөлім", beside="мысал, дереккөз",
    ),
    "fa": Words(
        titles="واژه‌نامه, واژهنامه, واژگان, فرهنگ‌نامه, لغت‌نامه, اصطلاحات, اصطلاح‌نامه, مخفف‌ها, اختصارات",
        name="واژه, اصطلاح, عبارت, لغت, کلمه, مفهوم, اصطلاحات", weak="نام, عنوان", text="تعریف, معنی, معنا, توضیح, توضیحات, شرح, مفهوم واژه, توصیف",
        short="مخفف, سرواژه, اختصار, کوتاه‌نوشت", also="مترادف, مترادف‌ها, همچنین, نام دیگر, نام‌های دیگر", see="ببینید, نگاه کنید به, رجوع کنید به, ر ک",
        note="یادداشت, توضیح اضافه, نکته, ملاحظات", topics="حوزه, دسته, موضوع, دسته‌بندی", beside="مثال, نمونه, منبع, منابع, ردیف, شماره",
    ),
    "ur": Words(
        titles="لغت, فرہنگ, اصطلاحات, مخففات", name="اصطلاح, لفظ, الفاظ", weak="نام", text="تعریف, معنی, مطلب, وضاحت, تشریح", short="مخفف",
        also="مترادف, مترادفات, نیز", see="دیکھیں, مزید دیکھیں", note="نوٹ", topics="شعبہ, زمرہ", beside="مثال, مثالیں, ماخذ",
    ),
    "ar": Words(
        titles="مسرد, قاموس, معجم, مصطلحات, المصطلحات, مفردات, المفردات, تعاريف, التعاريف",
        name="المصطلح, مصطلح, الكلمة, كلمة, المفردة, العبارة, المفهوم, اللفظ", weak="الاسم, العنوان, اسم",
        text="التعريف, تعريف, المعنى, معنى, الشرح, شرح, الوصف, وصف, التفسير, التوضيح, توضيح, الدلالة, المقصود به",
        short="الاختصار, اختصار, الرمز المختصر, مختصر", also="مرادف, مرادفات, المرادف, المرادفات, أيضا, يسمى أيضا, بدائل, تسميات أخرى",
        see="انظر, انظر أيضا, راجع", note="ملاحظة, ملاحظات, الملاحظات, تعليق", topics="المجال, الفئة, التصنيف, القسم, الموضوع",
        beside="مثال, أمثلة, الأمثلة, المصدر, المصادر, الرقم, رقم, النوع",
    ),
    "he": Words(
        titles="מילון, מונחון, מונחים, מושגים, קיצורים, הגדרות, אגרון", name="מונח, מושג, מילה, ביטוי, המונח, המושג", weak="שם, כותרת",
        text="הגדרה, פירוש, הסבר, משמעות, תיאור, ההגדרה, ההסבר, פירוש המושג, ביאור", short="קיצור, ראשי תיבות, קיצורים",
        also="מילים נרדפות, שם נוסף, שמות נוספים, נקרא גם, גם, כינוי", see="ראו, ראה, ראו גם, ראה גם, עיינו ערך", note="הערה, הערות",
        topics="תחום, קטגוריה, נושא, מחלקה", beside="דוגמה, דוגמאות, דוגמא, מקור, מקורות, מס, מספר",
    ),
    "hi": Words(
        titles="शब्दावली, शब्दकोश, शब्दकोष, शब्दसूची, पारिभाषिक, संक्षिप्ताक्षर, संक्षेपाक्षर, परिभाषाएँ, परिभाषाएं",
        name="शब्द, पद, पारिभाषिक शब्द, अवधारणा, हिंदी शब्द", weak="नाम, शीर्षक", text="अर्थ, परिभाषा, विवरण, व्याख्या, मतलब, स्पष्टीकरण, वर्णन",
        short="संक्षिप्त रूप, संक्षेप, संक्षिप्ताक्षर, संक्षिप्त नाम", also="पर्यायवाची, समानार्थी, पर्याय, अन्य नाम, भी", see="देखें, देखिए, यह भी देखें",
        note="टिप्पणी, नोट, टिप्पणियाँ", topics="विषय, श्रेणी, क्षेत्र, विभाग", beside="उदाहरण, स्रोत, क्रम, क्रमांक, क्र सं",
    ),
    "bn": Words(
        titles="শব্দকোষ, পরিভাষা, শব্দতালিকা, অভিধান", name="শব্দ, পরিভাষা, পদ", weak="নাম", text="অর্থ, সংজ্ঞা, ব্যাখ্যা, বিবরণ", short="সংক্ষেপ, সংক্ষিপ্ত রূপ",
        also="সমার্থক, প্রতিশব্দ, অন্য নাম", see="দেখুন, আরও দেখুন", note="মন্তব্য, নোট", topics="বিষয়, বিভাগ", beside="উদাহরণ, উৎস",
    ),
    "ta": Words(titles="கலைச்சொற்கள், சொற்களஞ்சியம், அகராதி", name="சொல், கலைச்சொல்", text="பொருள், விளக்கம், வரையறை", beside="எடுத்துக்காட்டு"),
    "mr": Words(titles="शब्दसूची, शब्दकोश, परिभाषा कोश", name="शब्द, संज्ञा", text="अर्थ, व्याख्या, स्पष्टीकरण, वर्णन", beside="उदाहरण"),
    "th": Words(
        titles="อภิธานศัพท์, คำศัพท์, พจนานุกรม, นิยามศัพท์, คำย่อ, ศัพท์", name="คำศัพท์, คำ, ศัพท์, ชื่อคำศัพท์, คำสำคัญ", weak="ชื่อ, หัวข้อ",
        text="ความหมาย, คำอธิบาย, คำจำกัดความ, นิยาม, คำนิยาม, อธิบาย, รายละเอียด", short="ตัวย่อ, คำย่อ, อักษรย่อ, ชื่อย่อ",
        also="คำพ้อง, คำพ้องความหมาย, ชื่ออื่น, เรียกอีกอย่างว่า, คำที่ใช้แทนกัน", see="ดู, ดูเพิ่มเติม, ดูที่", note="หมายเหตุ", topics="หมวด, หมวดหมู่, ประเภท, กลุ่ม",
        beside="ตัวอย่าง, แหล่งที่มา, ลำดับ, ที่",
    ),
    "vi": Words(
        titles="thuật ngữ, giải thích từ ngữ, từ điển, từ viết tắt, từ vựng", name="thuật ngữ, từ, khái niệm, từ khóa, cụm từ", weak="tên, tiêu đề",
        text="định nghĩa, giải thích, nghĩa, ý nghĩa, mô tả, giải nghĩa, diễn giải, nội dung", short="viết tắt, từ viết tắt, chữ viết tắt, tên viết tắt, ký hiệu",
        also="từ đồng nghĩa, đồng nghĩa, tên khác, tên gọi khác, còn gọi là, gọi khác", see="xem, xem thêm, xem mục", note="ghi chú, lưu ý, chú thích",
        topics="lĩnh vực, nhóm, danh mục, chủ đề, phân loại", beside="ví dụ, nguồn, stt, số thứ tự, thuật ngữ liên quan, liên quan",
    ),
    "id": Words(
        titles="glosarium, kamus, istilah, singkatan, kosakata, peristilahan, daftar istilah, glosari", name="istilah, kata, kosakata, konsep, ungkapan",
        weak="nama, judul", text="definisi, arti, penjelasan, makna, pengertian, deskripsi, maksud, artinya, takrif",
        short="singkatan, akronim, disingkat", also="sinonim, nama lain, istilah lain, disebut juga, juga disebut, dikenal juga sebagai",
        see="lihat, lihat juga, lih", note="catatan, keterangan", topics="kategori, bidang, topik, kelompok", beside="contoh, sumber, nomor, istilah terkait, terkait",
    ),
    "sw": Words(titles="kamusi, faharasa, istilahi, msamiati", name="neno, istilahi, dhana", text="maana, ufafanuzi, maelezo, fasili", short="kifupi, ufupisho",
        also="visawe, pia huitwa", see="tazama, angalia", note="maelezo ya ziada", topics="eneo, kundi", beside="mfano, mifano, chanzo"),
    "tl": Words(titles="talasalitaan, glosaryo, diksyunaryo", name="salita, termino, katawagan", text="kahulugan, paliwanag, depinisyon", short="daglat",
        also="kasingkahulugan", see="tingnan", note="tala", topics="paksa", beside="halimbawa, pinagmulan"),
    "eo": Words(titles="glosaro, vortaro, terminaro, mallongigoj", name="termino, vorto, esprimo", text="difino, signifo, klarigo, priskribo", short="mallongigo",
        also="sinonimo, sinonimoj, ankaŭ", see="vidu, vidu ankaŭ", note="noto, rimarko", topics="temo, fako", beside="ekzemplo, ekzemploj, fonto"),
}  # fmt: skip

# headings over the glossary of a larger document, in languages of all tables
HEADINGS = (
    "дефиниции, дефиниције, definicije, značenje izraza, значење израза, značenje pojmova, pomen izrazov, opredelitve, "
    "kratic, kratica, pojmova, појмова, поими, izrazov, termina, terminov, definície, použité skratky, zoznam skratiek, pojmov, "
    "vymedzenie pojmov, výklad pojmov, zkratek, pojmů, termínů, vymezení pojmů, výklad pojmů, skrótów, pojęć, terminów, "
    "objaśnienia skrótów, аббревиатур, скорочень, скарачэнняў, fogalommeghatározások, meghatározások, szakkifejezések, "
    "értelmező rendelkezések, rövidítésjegyzék, acronime, ακρωνύμια, συντομογραφιών, όρων, ορισμών, terminoloji, lügatçe, "
    "lyhenneluettelo, sanaluettelo, termer, begreber, förkortningslista, forkortelsesliste, begrebsdefinitioner, "
    "forkortinger, begrepskatalog, skilgreiningar, definitsioonid, mõistete, definīcijas, saīsinājumu, apibrėžimai, "
    "apibrėžimų, santrumpų, afkortingenlijst, begripsbepalingen, definições, termos, vocabulário, vocabulario, "
    "definicions, termes, abreviatures, sigles, definicións, definizioak, definitionen, تعاریف, تعریفات, علائم اختصاری, "
    "ראשי תיבות, शब्द सूची, परिभाषाएं, संक्षिप्तियाँ, শব্দ তালিকা, வரையறைகள், daftar kata, bảng chú giải, "
    "danh mục chữ viết tắt, danh mục từ viết tắt, danh mục các từ viết tắt, bảng thuật ngữ, các thuật ngữ, chữ viết tắt, "
    "từ điển thuật ngữ, анықтамалар, təriflər, përkufizime, përkufizimet, sainmhínithe, diffiniadau, difinoj"
)
# parts of minutes and recipes
REPORTS = (
    "присутні, порядок денний, obecni, porządek obrad, ustalenia, účastníci, jelenlévők, napirend, participanți, "
    "ordinea de zi, läsnä, esityslista, närvarande, dagordning, deltagere, dagsorden, aanwezig, aanwezigen, "
    "partecipanti, ordine del giorno, luogo, participantes, pauta, ordem do dia, 出席者, 議題, 日時, 场所, 場所, "
    "参加人, 议题, 时间, 地点, 참석자, 안건, 일시, 장소, peserta, thành phần tham dự, المشاركون, جدول الأعمال, משתתפים, סדר יום, "
    "ingredientes, elaboración, preparación, presentación, ingredienti, preparazione, preparação, modo de preparo, "
    "składniki, przygotowanie, ингредиенты, приготовление, інгредієнти, приготування, malzemeler, hazırlanışı, yapılışı, "
    "作り方, 做法, 재료, 만드는 법, bahan, bahan bahan, cara membuat, nguyên liệu, cách làm, suroviny, hozzávalók, elkészítés, "
    "ingrediente, mod de preparare, ainekset, valmistus, ingredienser, tillagning, fremgangsmåte, fremgangsmåde, "
    "ingrediënten, bereiding, συστατικά, υλικά, εκτέλεση, المكونات, طريقة التحضير"
)
JOINING = (
    "на, за, i, oraz, wykaz, lista, listado, liste, llista, elenco, seznam, soupis, zoznam, popis, spisak, списак, "
    "список, перелік, переліку, та, і, й, използвани, използваните, важни, použité, použitých, użyte, stosowane, najważniejsze, "
    "základní, základné, osnovni, osnovne, важливі, основні, основных, основные, принятые, используемые, условные, jegyzéke, és, "
    "și, şi, de, utilizate, principalii, και, κατάλογος, ve, listesi, simgeler, ja, keskeiset, seletav, och, viktiga, og, over, "
    "vigtige, viktige, un, lietotie, ir, sąrašas, naudojamos, gebruikte, belangrijke, lijst, van, verklarende, delle, degli, "
    "principali, legenda, principais, usadas, utilizadas, utilizados, empleadas, principales, básicos, petit, principaux, "
    "utilisés, utilisées, định, nghĩa, definisi, термините, значення, begrep, والتعاريف, واژگان, و, daftar, dan, umum, penting, các, và, verwendete, قائمة, أهم"
)


def words_for(part: str) -> Iterator[str]:
    """The words of all languages for one part, as lists with commas."""
    for line in LINES.values():
        words: str = getattr(line, part)
        if words:
            yield words
