import NewsModel
import Testing

@testable import Reuse

/// Unit vectors by what a text speaks of, in either language: what an encoder would tell.
private let keywords: @Sendable ([String]) -> [[Float]] = { texts in
  let topics = [
    ["ferr", "sank", "hund"], ["loan", "préstamo", "repa", "pag"], ["bridge", "puente"], ["goal", "gol"],
  ]
  return texts.map { text in
    let lower = text.lowercased()
    var vector = topics.map { topic in topic.contains { lower.contains($0) } ? Float(1) : 0 } + [0.01]
    let length = vector.map { $0 * $0 }.reduce(0, +).squareRoot()
    for i in vector.indices { vector[i] /= length }
    return vector
  }
}

@Suite struct AlignerTests {
  /// What a reader would call the same (spec: from about 0.6 on).
  static let same = 0.58

  @Test(arguments: [
    ("The ferry Petrel sank off Kelby on Monday.", "The ferry Petrel sank off Kelby on Monday."),
    ("The ferry Petrel sank off Kelby on Monday.", "On Monday the ferry Petrel sank off Kelby."),
    (
      "Mayor Helena Voss said the bridge would close in June.",
      "The bridge would close in June, said Mayor Helena Voss."
    ),
  ]) func alike(_ a: String, _ b: String) { #expect(Pieces([a, b]).best(0, 1) >= Self.same) }

  @Test(arguments: [
    ("Ivan Petrov met Ana Ruiz in Vienna on May 8.", "Ivan Petrov met Helena Voss in Lodi on May 9."),
    ("The ferry Petrel sank off Kelby on Monday.", "The orchestra played Brahms in Vienna on Monday."),
    ("Helena Voss said the bridge would close in June.", "Martin Grell said wages had risen by 4 percent in Dresden."),
  ]) func unlike(_ a: String, _ b: String) { #expect(Pieces([a, b]).best(0, 1) < Self.same) }

  /// The same words on another day are less alike: a version of the fact with another date, or another fact.
  @Test func anotherDaySpeaksAgainst() {
    let (one, other) = ("Ivan Petrov met Ana Ruiz in Vienna on May 8.", "Ivan Petrov met Ana Ruiz in Vienna on May 9.")
    #expect(Pieces([one, other]).best(0, 1) < Pieces([one, one]).best(0, 1) - 0.05)
  }

  @Test func thePairsAreInOrderAndOfDifferentPropositions() {
    let pieces = Pieces([
      "The ferry Petrel sank off Kelby on Monday. Twelve people drowned.",
      "Twelve people drowned when the ferry Petrel sank off Kelby on Monday.",
      "On Monday the ferry Petrel sank off Kelby.",
    ])
    let pairs = pieces.pairs()
    #expect(!pairs.isEmpty)
    for pair in pairs {
      #expect(pair.first < pair.second && pieces.propositions.indices.contains(pair.second))
      #expect((PropositionAligner.floor...1).contains(pair.score))
      #expect(pair.overlap.map { (0...1).contains($0) } ?? false)
    }
    #expect(
      pairs.map { [$0.first, $0.second] }
        == pairs.map { [$0.first, $0.second] }.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func overLanguagesTheEncoderTells() {
    let pieces = Pieces(
      ["The ferry Petrel sank off Kelby on Monday.", "El ferri Petrel se hundió frente a Kelby el lunes."],
      languages: ["en", "es"])
    #expect(pieces.best(0, 1, encode: keywords) >= Self.same)
    #expect(pieces.pairs(encode: keywords).allSatisfy { $0.overlap == nil })
    let other = Pieces(
      ["The ferry Petrel sank off Kelby on Monday.", "El préstamo se pagará en marzo, según Olga Brandt."],
      languages: ["en", "es"])
    #expect(other.best(0, 1, encode: keywords) < Self.same)
  }

  @Test func nothingPairsWithNothing() {
    #expect(Pieces([]).pairs().isEmpty)
    #expect(Pieces(["The ferry sank.", ""]).pairs(encode: keywords).isEmpty)
  }
}

@Suite struct DerivationTests {
  private let copy = """
    The ferry Petrel sank off Kelby on Monday with 61 people on board.
    Twelve people drowned, the coast guard said.
    Mayor Helena Voss said the harbour would stay closed until Friday.
    Norvik built the ferry in 1998.
    """
  private let rewrite = """
    With 61 people on board, the ferry Petrel sank off Kelby on Monday, Reuters reported.
    The coast guard said that twelve people drowned.
    The harbour would stay closed until Friday, Mayor Helena Voss said, according to Reuters.
    """

  @Test func aCreditedArticleIsCarried() throws {
    let pieces = Pieces([copy], agencies: [["Reuters"]])
    let found = try #require(pieces.derivations().first)
    #expect(found.kind == .carried && found.from == nil && found.coverage == nil)
    #expect(found.origin == Carrier(agency: "Reuters").ownReporting.id)
  }

  @Test func aRewriteThatNamesTheAgencyDerivesFromItsCopy() throws {
    let pieces = Pieces([copy, rewrite], agencies: [["Reuters"], []])
    let found = try #require(pieces.derivations().first { $0.article == 1 })
    #expect(found.from == 0 && found.origin == Carrier(agency: "Reuters").ownReporting.id)
    #expect(found.kind == .rewritten)
    let coverage = try #require(found.coverage)
    #expect(coverage > 0.3 && coverage <= 1)
    #expect(!found.credits.isEmpty && !found.pairs.isEmpty)
    #expect(found.pairs.allSatisfy { $0.to.article == 1 && $0.from.article == 0 })
  }

  @Test func aCopyWordForWordIsToldAsOne() throws {
    let pieces = Pieces([copy, copy], agencies: [["Reuters"], []])
    let found = try #require(pieces.derivations().first { $0.article == 1 })
    #expect(found.from == 0 && found.kind == .verbatim)
  }

  @Test func twoAgenciesNeverDeriveFromEachOther() {
    let derivations = Pieces([copy, copy], agencies: [["Reuters"], ["AP"]]).derivations()
    #expect(derivations.count == 2)
    #expect(derivations.allSatisfy { $0.from == nil })
  }

  @Test func twoCarriersOfOneAgencyAreCopiesOfOneText() throws {
    let derivations = Pieces([copy, copy], agencies: [["Reuters"], ["Reuters"]]).derivations()
    #expect(Set(derivations.map(\.origin)) == [Carrier(agency: "Reuters").ownReporting.id])
    #expect(Set(derivations.map(\.article)) == [0, 1])
    // One of the two stands nearer to the agency's text; they do not rest on each other.
    #expect(derivations.compactMap(\.from).count == 1)
  }

  @Test func aPersonRulesItOut() {
    let pieces = Pieces([copy, rewrite], agencies: [["Reuters"], []], ids: ["wire", "rewrite"])
    #expect(pieces.derivations().contains { $0.article == 1 && $0.from == 0 })
    #expect(!pieces.derivations(notDerived: [("rewrite", "wire")]).contains { $0.article == 1 && $0.from == 0 })
    #expect(pieces.derivations(notDerived: [("wire", "rewrite")]).contains { $0.article == 1 && $0.from == 0 })
  }

  @Test func articlesOnOtherMattersOweNothing() {
    let other = """
      Striker Nadia Brandt scored three goals for Velmora in Lisbon.
      The orchestra will play Brahms in Dresden in the autumn.
      """
    #expect(Pieces([copy, other], agencies: [["Reuters"], []]).derivations().allSatisfy { $0.article == 0 })
  }

  @Test func aTranslationSharesNoWords() throws {
    let spanish = """
      El ferri Petrel se hundió el lunes frente a Kelby, informó Reuters.
      El puente del puerto seguirá cerrado hasta junio, según Reuters.
      """
    let english = """
      The ferry Petrel sank off Kelby on Monday.
      The harbour bridge will stay closed until June.
      """
    let pieces = Pieces([english, spanish], languages: ["en", "es"], agencies: [["Reuters"], []])
    let found = try #require(pieces.derivations(encode: keywords).first { $0.article == 1 })
    #expect(found.from == 0 && found.kind == .translated)
    #expect(found.pairs.allSatisfy { $0.relation == .translation })
  }
}
