import NewsModel
import TestSupport
import Testing
import TextBytes

@testable import Languages

/// The marked words of `source`, read as `language`.
func markedTokens(_ source: String, _ language: LanguageCode) -> [Token] {
  let (text, spans) = marked(source)
  let reading = LanguageReader().read(text, language: language)
  let found = spans.compactMap { span in reading.tokens.first { $0.span == span } }
  #expect(found.count == spans.count, "every marked word is one token")
  return found
}

@Test(
  "contractions, owners and compounds are cut where grammar cuts them",
  arguments: [
    ("She didn't go.", ["She", "did", "n't", "go", "."]),
    ("They can’t and won't.", ["They", "ca", "n’t", "and", "wo", "n't", "."]),
    ("Holt's crew, the players' bus.", ["Holt", "'s", "crew", ",", "the", "players", "'", "bus", "."]),
    ("pro-U.S. re-elected 19th-century", ["pro-U.S.", "re-elected", "19th-century"]),
    ("AT&T rose 1,000.5% at 14:08", ["AT&T", "rose", "1,000.5", "%", "at", "14:08"]),
    ("'Not now,' she said", ["'", "Not", "now", ",", "'", "she", "said"]),
  ])
func tokens(_ source: String, _ expected: [String]) {
  let reading = LanguageReader().read(SourceText(source), language: .english)
  #expect(reading.tokens.map { reading.string($0) } == expected)
}

@Test("n't negates")
func negation() {
  let reading = LanguageReader().read(SourceText("It didn’t sink."), language: .english)
  #expect(reading.tokens[2].classes.contains(.negation))
  #expect(reading.tokens[1].lemma == FoldHash("do"))
}

@Test(
  "English verbs that carry a clause are finite",
  arguments: [
    "The mayor ⟦said⟧ the dam ⟦held⟧.",
    "Police ⟦arrested⟧ two men.",
    "Soldiers ⟦fire⟧ tear gas at the crowd.",
    "The report ⟦says⟧ that the bridge ⟦collapsed⟧.",
    "Holt ⟦plans⟧ to resign.",
    "They ⟦plan⟧ to strike.",
    "The firm, which ⟦owns⟧ the port, ⟦declined⟧ to comment.",
    "Ana Holt, 34, ⟦said⟧ she ⟦left⟧.",
    "The judge ⟦ruled⟧ and the crowd ⟦cheered⟧.",
    "The men accused of theft ⟦were⟧ freed.",
    "He ⟦set⟧ the table.",
    "Prices ⟦rose⟧ by 3 percent.",
    "The crew ⟦did⟧n't leave.",
    "“We lost,” ⟦said⟧ Holt.",
    "The storm ⟦killed⟧ nine people.",
  ])
func finite(_ source: String) {
  for token in markedTokens(source, .english) { #expect(token.classes.contains(.finite)) }
}

@Test(
  "what only looks like a finite verb is none",
  arguments: [
    "The ⟦plan⟧ failed.",
    "They want to ⟦plan⟧ it.",
    "The men ⟦accused⟧ of theft were freed.",
    "The bridge was ⟦destroyed⟧.",
    "The army has ⟦killed⟧ nine people.",
    "The ⟦injured⟧ man survived.",
    "The house, ⟦built⟧ by Holt, burned.",
    "The talks could ⟦fail⟧.",
    "Two ⟦reports⟧ were lost.",
    "The police ⟦report⟧ was lost.",
    "A man ⟦named⟧ by Holt was freed.",
    "She did not ⟦report⟧ it.",
  ])
func notFinite(_ source: String) {
  for token in markedTokens(source, .english) { #expect(!token.classes.contains(.finite)) }
}

private let spanishForms: [(String, WordClasses)] = [
  ("El alcalde ⟦anunció⟧ la obra.", [.verb, .finite, .past]),
  ("Los vecinos ⟦protestaron⟧ ayer.", [.verb, .finite, .past]),
  ("El barco ⟦habría⟧ zarpado.", [.finite, .conditional]),
  ("El barco ⟦zarpará⟧ el lunes.", [.verb, .finite, .future]),
  ("La ministra ⟦renunciaría⟧ hoy.", [.verb, .finite, .conditional]),
  ("Pidió que ⟦vuelvan⟧.", [.verb, .finite, .subjunctive]),
  ("Quieren ⟦reunirse⟧ pronto.", [.verb, .infinitive]),
  ("Siguen ⟦buscando⟧ a la niña.", [.verb, .gerund]),
  ("El juez ha ⟦dicho⟧ que no.", [.verb, .participle]),
  ("El presidente ⟦tuiteó⟧ anoche.", [.verb, .finite, .past]),
  ("La empresa se ⟦niega⟧ a pagar.", [.verb, .finite, .present]),
  ("La crisis ⟦causa⟧ la ruina del puerto.", [.verb, .finite, .present]),
]

@Test("Spanish verbs bear mood and tense", arguments: spanishForms)
func spanishVerbs(_ source: String, _ expected: WordClasses) {
  for token in markedTokens(source, .spanish) { #expect(token.classes.isSuperset(of: expected)) }
}

@Test(
  "Spanish nouns that look like verbs are nouns where they stand as nouns",
  arguments: [
    "La ⟦causa⟧ sigue abierta.", "El ⟦trabajo⟧ cansa.", "Su ⟦visita⟧ duró poco.", "Hubo ⟦muertos⟧ en la ⟦marcha⟧.",
  ])
func spanishNouns(_ source: String) {
  for token in markedTokens(source, .spanish) {
    #expect(token.classes.contains(.noun))
    #expect(!token.classes.contains(.finite))
  }
}

@Test("accents tell words apart")
func accents() {
  let words = markedTokens("⟦Está⟧ en ⟦esta⟧ calle y ⟦él⟧ vio ⟦el⟧ mar.", .spanish)
  #expect(words[0].classes.contains(.finite) && !words[1].classes.contains(.finite))
  #expect(words[2].classes.contains(.pronoun) && words[3].classes.contains(.determiner))
  let decomposed = markedTokens("El juez ⟦anuncio\u{301}⟧ la multa.", .spanish)
  #expect(decomposed.first?.classes.contains(.past) == true)
}

@Test(
  "names are capitalised where capitals tell something",
  arguments: [
    ("On Monday ⟦Holt⟧ met the mayor of ⟦Varna⟧.", true),
    ("⟦Bridges⟧ fell.", false),
    ("⟦Officials⟧ in Varna agreed.", false),
    ("THE ⟦DAM⟧ BURST IN THE NIGHT", false),
    ("Dam ⟦Bursts⟧ as Heavy Rain Hits Valley", false),
    ("Dam Bursts as ⟦Varna⟧ Floods Again", true),
  ])
func names(_ source: String, _ expected: Bool) {
  for token in markedTokens(source, .english) { #expect(token.classes.contains(.properNoun) == expected) }
}

@Test("that is a conjunction, a relative or a determiner")
func that() {
  let words = markedTokens("He said ⟦that⟧ the ship ⟦that⟧ sank was new. On ⟦that⟧ day it rained.", .english)
  #expect(words[0].classes.contains(.subordinator))
  #expect(words[1].classes.contains(.relative) && !words[1].classes.contains(.subordinator))
  #expect(words[2].classes.contains(.determiner))
}

@Test(
  "an outline has the tokens of a reading and tells its function words",
  arguments: [
    ("en", "The mayor of Kelby said on Monday that WHO and US officials may come. Nobody did."),
    ("es", "La alcaldesa de Kelby dijo el lunes que no vendrá nadie. Así fue."),
    ("fi", "Kirjasto suljetaan maanantaina."),
  ])
func outline(code: String, sentence: String) {
  let text = SourceText(sentence)
  let whole = TextSpan(0, text.bytes.count)
  let blocks = [LanguageReader.Block(span: whole, paragraph: 0)]
  let outline = LanguageReader().outline(text, blocks: blocks, language: LanguageCode(code))
  let reading = LanguageReader().read(text, blocks: blocks, language: LanguageCode(code))
  #expect(outline.tokens.map(\.span) == reading.tokens.map(\.span))
  #expect(outline.blocks == [0..<reading.tokens.count])
  func function(_ tokens: [Token]) -> [String] {
    tokens.filter { $0.classes.contains(.function) }.map { text[$0.span] }
  }
  #expect(function(outline.tokens) == function(reading.tokens))
}
