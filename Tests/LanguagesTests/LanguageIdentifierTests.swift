import Foundation
import NewsModel
import Testing
import TextBytes

@testable import Languages

@Test(
  "a sentence shows its language",
  arguments: [
    ("en", "The ferry was held at the port for two days after the storm."),
    ("es", "El barco fue retenido en el puerto durante dos días después de la tormenta."),
    ("pt", "O navio ficou retido no porto durante dois dias depois da tempestade, mas não houve feridos."),
    ("fr", "Le navire est resté dans le port pendant deux jours après la tempête."),
    ("de", "Das Schiff wurde nach dem Sturm zwei Tage lang im Hafen festgehalten."),
    ("it", "La nave è rimasta nel porto per due giorni dopo la tempesta."),
    ("nl", "Het schip bleef na de storm twee dagen in de haven liggen."),
    ("ca", "El vaixell va ser retingut al port durant dos dies després de la tempesta, segons els mariners."),
    ("gl", "O barco quedou no porto dous días despois da tormenta, mais non houbo feridos nin danos."),
    ("ro", "Nava a rămas în port timp de două zile după furtună, dar nu au fost răniți."),
    ("pl", "Statek został zatrzymany w porcie przez dwa dni po burzy i nie ma rannych."),
    ("sv", "Fartyget låg kvar i hamnen i två dagar efter stormen och ingen blev skadad."),
    ("fi", "Laiva oli satamassa kaksi päivää myrskyn jälkeen, mutta kukaan ei ole loukkaantunut."),
    ("cs", "Loď byla po bouři dva dny v přístavu, ale nikdo se nezranil."),
    ("tr", "Gemi fırtınadan sonra iki gün limanda kaldı ve bu nedenle çok kişi bekledi."),
    ("id", "Kapal itu ditahan di pelabuhan selama dua hari setelah badai, tetapi tidak ada yang terluka."),
    ("ru", "Судно после шторма два дня стояло в порту, и никто не пострадал."),
    ("uk", "Після шторму судно два дні стояло в порту, але ніхто не постраждав."),
    ("ar", "بقيت السفينة في الميناء يومين بعد العاصفة."),
    ("he", "הספינה נשארה בנמל יומיים אחרי הסערה."),
    ("zh", "暴风雨过后，这艘船在港口停留了两天。"),
    ("ja", "嵐の後、船は二日間港にとどまった。"),
    ("ko", "폭풍 후 배는 이틀 동안 항구에 머물렀다."),
    ("el", "Το πλοίο έμεινε στο λιμάνι δύο μέρες μετά την καταιγίδα."),
  ])
func language(_ code: String, _ sentence: String) {
  #expect(LanguageIdentifier().identify(SourceText(sentence)) == LanguageCode(code))
}

@Test(
  "a line full of names shows the language of its other words",
  arguments: [
    ("en", "Carlos de la Fuente met Ana van der Berg in Madrid on Monday"),
    ("en", "Ana Ruiz was elected mayor of San Juan de los Lagos"),
    ("en", "María de los Ángeles Ruiz wins with Real Sociedad at home"),
    ("en", "Norvik was sold to Van den Berg in June"), ("en", "De Vries had over 20 in Delft"),
    ("es", "Van den Berg no compra el club de la ciudad"), ("fr", "Le maire de Lyon a été élu dimanche"),
    ("nl", "De minister heeft gezegd dat het niet kan"), ("nl", "Brand in het centrum van Delft is onder controle"),
  ])
func namesAreInNoLanguage(_ code: String, _ line: String) {
  #expect(LanguageIdentifier().identify(SourceText(line)) == LanguageCode(code))
}

@Test("too little text has no language", arguments: ["", "  \n", "Varna", "12:30", "Ana Holt", "Carlos de la Fuente met Ana van der Berg",
  "…", "🙂🙂🙂"])
func noLanguage(_ text: String) {
  #expect(LanguageIdentifier().identify(SourceText(text)) == nil)
}

@Test("the danish and norwegian texts are told apart from Swedish")
func scandinavia() {
  let found = LanguageIdentifier().identify(
    SourceText("Skibet blev i havnen i to dage efter stormen, og ingen blev hverken såret eller syge."))
  #expect(found == LanguageCode("da") || found == LanguageCode("no"))
}
