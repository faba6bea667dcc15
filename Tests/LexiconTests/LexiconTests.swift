import Testing
import TextBytes

@testable import Lexicon

@Suite struct LexiconTests {
  let lexicon = Lexicon.shared

  @Test(
    "a country has one code in every language",
    arguments: [
      ("Belarus", "BY"), ("Bielorrusia", "BY"), ("ESTADOS UNIDOS", "US"), ("U.S.", "US"), ("EE.UU.", "US"),
      ("EE . UU .", "US"), ("Gran Bretaña", "GB"), ("Ivory Coast", "CI"), ("Côte d'Ivoire", "CI"),
    ])
  func countries(_ name: String, _ code: String) { #expect(lexicon.countries[phrase: name]?.code == code) }

  @Test("short names that are also words ask for capitals")
  func capitals() {
    #expect(lexicon.countries[phrase: "US"]?.use.contains(.capitals) == true)
    #expect(lexicon.countries[phrase: "U.S."]?.use.contains(.capitals) == false)
    #expect(lexicon.countries[phrase: "Georgia"]?.use.contains(.ambiguous) == true)
  }
}

extension LexiconTests {
  @Test(
    "demonyms agree over languages, genders and numbers",
    arguments: [
      ("en", "Norwegian", "NO"), ("es", "noruegas", "NO"), ("es", "francesa", "FR"), ("es", "marroquíes", "MA"),
      ("en", "South Korean", "KR"), ("es", "estadounidense", "US"), ("en", "Danes", "DK"), ("es", "alemanas", "DE"),
    ])
  func demonyms(_ language: String, _ word: String, _ code: String) {
    #expect(lexicon.words(of: language).demonyms[phrase: word]?.country == code)
  }

  @Test(
    "an office has one key in every language, gender and number",
    arguments: [
      ("president", "president"), ("presidenta", "president"), ("mandatario", "president"),
      ("prime minister", "prime-minister"),
      ("primera ministra", "prime-minister"), ("portavoz", "spokesperson"), ("spokeswoman", "spokesperson"),
      ("ambassador", "ambassador"), ("embajadora", "ambassador"),
    ])
  func offices(_ title: String, _ key: String) { #expect(lexicon.office(title)?.key == key) }

  @Test(
    "an office is found by its key too, which need be no word", arguments: ["finance-minister", "president", "mayor"])
  func officesByKey(_ key: String) { #expect(lexicon.office(key)?.key == key) }

  @Test("a word is an office only in its language")
  func officesByLanguage() {
    #expect(lexicon.words(of: "es").offices[phrase: "fiscal"]?.key == "prosecutor")
    #expect(lexicon.words(of: "en").offices[phrase: "fiscal"] == nil)
    #expect(lexicon.words(of: "xx").offices[phrase: "president"] == nil)
  }

  @Test(
    "organizations agree over languages",
    arguments: [
      ("NATO", "OTAN"), ("EU", "Unión Europea"), ("U.N.", "ONU"), ("IMF", "Fondo Monetario Internacional"),
      ("WHO", "OMS"),
    ])
  func organizations(_ english: String, _ spanish: String) {
    let key = lexicon.organizations[phrase: english]?.key
    #expect(key != nil)
    #expect(lexicon.organizations[phrase: spanish]?.key == key)
  }

  @Test(
    "places agree over languages",
    arguments: [
      ("London", "Londres"), ("Caribbean", "mar Caribe"), ("Black Sea", "mar Negro"),
      ("North Carolina", "Carolina del Norte"),
    ])
  func places(_ english: String, _ spanish: String) {
    let key = lexicon.places[phrase: english]?.key
    #expect(key != nil)
    #expect(lexicon.places[phrase: spanish]?.key == key)
  }

  @Test("seats stand for governments, and capitals are seats")
  func seats() {
    #expect(lexicon.seats[phrase: "Casa Blanca"]?.stands == "country:US")
    #expect(lexicon.seats[phrase: "White House"]?.key == lexicon.seats[phrase: "Casa Blanca"]?.key)
    #expect(lexicon.seats[phrase: "Oslo"]?.kind == .capital)
    #expect(lexicon.seats[phrase: "Hamburg"] == nil)
  }

  @Test("publishers are found by name and by domain")
  func publishers() {
    #expect(lexicon.agencies[phrase: "Associated Press"]?.key == "agency:AP")
    #expect(lexicon.publisher(domain: "www.reuters.com")?.key == "agency:Reuters")
    #expect(lexicon.publisher(domain: "example.org") == nil)
    #expect(lexicon.agencies[phrase: "Xinhua"]?.isState == true)
  }

  @Test("a possessive inside a name is found as the tokenizer cuts it")
  func possessives() {
    #expect(lexicon.organizations[phrase: "McDonald 's"]?.key == lexicon.organizations[phrase: "McDonald's"]?.key)
  }

  @Test("names that are words are marked")
  func people() {
    #expect(lexicon.givenNames[phrase: "Margaret"]?.gender == .female)
    #expect(lexicon.givenNames[phrase: "Will"]?.isCommonWord == true)
    #expect(lexicon.surnames[phrase: "Gutiérrez"] != nil)
  }

  @Test("outlets of one group share it, and names that are words are marked")
  func outlets() {
    #expect(lexicon.publisher(domain: "mirror.co.uk")?.group == lexicon.publisher(domain: "walesonline.co.uk")?.group)
    #expect(lexicon.publisher(domain: "english.elpais.com")?.group == "Prisa")
    #expect(lexicon.outlets[phrase: "Time"]?.use.contains(.ambiguous) == true)
    #expect(lexicon.outlets[phrase: "Folha de S.Paulo"]?.country == "BR")
  }
}
