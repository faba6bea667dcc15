import NewsModel
import TestSupport
import Testing
import TextBytes

@Suite struct PropositionCutterTests {
  /// Sentences with the clauses marked that should be propositions of their own.
  @Test(arguments: [
    ("en", "⟦The ferry sank off Kelby on Monday⟧ because ⟦its doors were left open⟧."),
    ("en", "⟦The council sold the hall⟧ and ⟦dismissed two of its managers⟧."),
    ("en", "⟦The bank raised its forecast⟧ while ⟦its rivals cut theirs⟧."),
    ("en", "⟦Velmora won the cup⟧ after ⟦Nadia Brandt scored three goals⟧."),
    ("es", "⟦El ferri se hundió frente a Kelby⟧ porque ⟦sus puertas quedaron abiertas⟧."),
    ("es", "⟦El municipio vendió el teatro⟧ y ⟦despidió a dos directores⟧."),
  ]) func clauses(_ language: String, _ source: String) {
    let (text, marks) = marked(source)
    let pieces = Pieces([text.string], language)
    for mark in marks {
      let hit = pieces.propositions.filter { $0.passage.span.overlap(mark) * 10 >= mark.count * 8 }
      #expect(
        hit.contains { proposition in marks.allSatisfy { $0 == mark || !proposition.passage.span.overlaps($0) } },
        "\(text[mark]) in \(pieces.all())")
    }
  }

  @Test(arguments: [
    ("en", "The mayor of Kelby opened the market, the hall and the new library."),
    ("en", "Ana Ruiz and Ivan Petrov won the doubles final in Kelby."),
    ("en", "The red and blue ferry left Kelby."),
    ("es", "Ana Ruiz e Iván Peña ganaron la final de dobles en Ovalle."),
  ]) func oneClauseIsNotCut(_ language: String, _ text: String) {
    let clauses = Pieces([text], language).all(.clause)
    #expect(clauses.count == 1 && clauses.first?.hasPrefix(text.split(separator: " ")[0]) == true, "\(clauses)")
  }

  @Test(arguments: [
    ("en", "⟦Finance Minister Olga Brandt⟧ said on Monday that the loan would be repaid in March."),
    ("en", "The loan will be repaid in March, according to ⟦Olga Brandt⟧."),
    ("en", "“The loan will be repaid in March,” said ⟦Olga Brandt⟧."),
    ("es", "⟦Olga Brandt⟧ dijo el lunes que el préstamo se pagará en marzo."),
    ("es", "El préstamo se pagará en marzo, según ⟦Olga Brandt⟧."),
  ]) func aStatementIsOnePropositionWithItsSpeaker(_ language: String, _ source: String) throws {
    let (text, marks) = marked(source)
    let pieces = Pieces([text.string], language)
    let statements = pieces.propositions.filter { $0.form == .statement }
    #expect(statements.count == 1, "\(pieces.all())")
    let statement = try #require(statements.first)
    #expect(statement.passage.span.contains(marks[0].shifted(by: 0)) || statement.passage.span.overlaps(marks[0]))
    let speaker = try #require(statement.speaker)
    #expect(pieces.entities[speaker].name == "Olga Brandt")
    #expect(statement.voices.contains(speaker))
    #expect(pieces.all(.clause).isEmpty, "\(pieces.all(.clause))")
  }

  @Test func whatCommasSayOfSomebodyWithADateIsAPropositionOfItsOwn() throws {
    let pieces = Pieces(["Ivan Petrov, in power since 2013, opened the bridge in Kelby on Monday."])
    let own = try #require(pieces.propositions.first { pieces.words($0) == "in power since 2013" }, "\(pieces.all())")
    #expect(own.entities.map { pieces.entities[$0].name } == ["Ivan Petrov"])
    #expect(own.times == [TimexValue("2013")])
    #expect(own.wording.contains("Ivan Petrov"))
  }

  /// Sentences with the parts marked that can be told by themselves.
  @Test(arguments: [
    ("en", "The barge, which left Kelby on Tuesday, ⟦was carrying 52,000 tonnes of barley⟧ and ⟦sank within an hour⟧."),
    ("en", "The council approved a plan ⟦to scrap the old reservoir⟧."),
    ("es", "La gabarra, ⟦que llevaba 52.000 toneladas de cebada⟧, se hundió en una hora."),
  ]) func details(_ language: String, _ source: String) {
    let (text, marks) = marked(source)
    let pieces = Pieces([text.string], language)
    for mark in marks {
      #expect(
        pieces.propositions.contains {
          $0.passage.span.overlap(mark) * 10 >= max(mark.count, $0.passage.span.count) * 8
        },
        "\(text[mark]) in \(pieces.all())")
    }
  }

  @Test func quotedWordsAreNotCut() {
    let pieces = Pieces([
      "“We left the harbour because the doors, which nobody closed, let in water,” said Olga Brandt."
    ])
    #expect(pieces.all(.detail).allSatisfy { !$0.hasPrefix("because") && !$0.hasPrefix("which") }, "\(pieces.all())")
  }

  @Test func commasWithoutADateSayNothingOfTheirOwn() {
    let pieces = Pieces(["Ivan Petrov, a former pilot, opened the bridge in Kelby."])
    #expect(!pieces.all().contains { $0.contains("former pilot") && !$0.contains("bridge") })
  }

  @Test func twoThingsSaidAreTwoPropositions() {
    let pieces = Pieces(["Olga Brandt said the bank had sold its ships and had closed three ports."])
    #expect(pieces.all(.statement).count == 2, "\(pieces.all())")
  }

  @Test func anEventThatAPhraseNamesIsAPropositionOfItsOwn() throws {
    let pieces = Pieces(["Ivan Petrov offered to resign in a phone call with Ana Ruiz on Monday, Reuters reported."])
    let call = try #require(pieces.propositions.first { $0.form == .event }, "\(pieces.all())")
    #expect(pieces.words(call).contains("phone call"))
    let names = call.entities.map { pieces.entities[$0].name }
    #expect(names.contains("Ana Ruiz"))
  }

  @Test(arguments: [
    "The council lifted United Nations sanctions on Monday in Lodi.", "Strict UN sanctions have hurt the port.",
    "The strike has cost the port a million.",
  ]) func aPhraseOfOnePartyWithoutADayTellsNoEvent(_ text: String) {
    #expect(Pieces([text]).all(.event).allSatisfy { $0.split(separator: " ").count > 4 }, "\(Pieces([text]).all())")
  }

  /// Sentences with the parts marked that hold together, and words that no part may end with.
  @Test(arguments: [
    ("Police in Lodi filmed the girl last month in the square ⟦slapping, pushing and kicking two guards⟧.", "slapping"),
    ("⟦Peru seized the Chile-flagged barge Petrel⟧ off Callao on Tuesday after a chase of two days.", "Chile-flagged"),
    ("Peru seizes ship suspected of carrying sugar.", "seizes"),
  ]) func partsHoldWhatTheVerbActsOn(_ source: String, _ last: String) {
    let (text, marks) = marked(source)
    let pieces = Pieces([text.string])
    #expect(!pieces.all().contains { $0.hasSuffix(last) }, "\(pieces.all())")
    for mark in marks {
      #expect(pieces.propositions.contains { $0.passage.span.contains(mark) }, "\(pieces.all())")
    }
  }

  @Test func whoSaysItIsNoSubjectOfWhatIsSaid() throws {
    let pieces = Pieces(["Olga Brandt said on Monday that her cousin, one of the pilots, had died in the accident."])
    let died = try #require(pieces.propositions.last { pieces.words($0).hasPrefix("had died") }, "\(pieces.all())")
    #expect(died.subject == nil && !died.wording.contains("Brandt"))
  }

  @Test(arguments: [
    ("It will not reopen in June.", true), ("It never reopened in June.", true), ("It will reopen in June.", false),
  ]) func negation(_ text: String, _ isNegated: Bool) throws {
    let proposition = try #require(Pieces(["The bridge is shut. " + text]).propositions.last)
    #expect(proposition.isNegated == isNegated)
  }

  @Test func possibilityInSpanish() throws {
    #expect(try #require(Pieces(["El puente podría abrir en junio."], "es").propositions.first).isPossible)
    #expect(try !#require(Pieces(["El puente abrirá en junio."], "es").propositions.first).isPossible)
  }

  @Test(arguments: [("could", true), ("might", true), ("may", true), ("would", true), ("will", false), ("can", false)])
  func possibility(
    _ modal: String, _ isPossible: Bool
  )
    throws
  {
    let proposition = try #require(Pieces(["The bridge \(modal) reopen in June."]).propositions.first)
    #expect(proposition.isPossible == isPossible)
  }

  @Test(arguments: [
    (
      "en",
      "Norvik, which built the ferry in 2019, said on Monday it would pay 300 families, and its shares fell 4 percent."
    ),
    ("en", "“We saw smoke,” said Ana Ruiz, a passenger, “and then the lights went out.” She left on Tuesday."),
    (
      "en",
      "KELBY (Reuters) - Fire. Police: nobody hurt! Was it arson? The mayor - Helena Voss - thinks so; the police do not."
    ),
    (
      "es",
      "Norvik, que construyó el ferri en 2019, dijo el lunes que pagaría a 300 familias, y sus acciones cayeron un 4 %."
    ),
    ("es", "«Vimos humo», contó Ana Ruiz, una pasajera, «y luego se fue la luz». Se marchó el martes."),
  ]) func noFullWordIsLostAndNothingLeavesItsSentence(_ language: String, _ text: String) {
    let pieces = Pieces([text], language)
    let reading = pieces.articles[0].reading
    for proposition in pieces.propositions {
      let sentence = reading.sentences[proposition.sentence].span
      #expect(!proposition.passage.span.isEmpty)
      #expect(sentence.contains(proposition.passage.span.start))
      #expect(proposition.form == .statement || sentence.contains(proposition.passage.span))
      #expect(reading.text.trimmed(proposition.passage.span) == proposition.passage.span)
    }
    let lost = reading.tokens.filter { token in
      !token.classes.isDisjoint(with: [.finite]) && token.classes.isDisjoint(with: [.function, .auxiliary])
        && !pieces.propositions.contains { $0.passage.span.contains(token.span) }
    }
    #expect(lost.map(reading.string).isEmpty)
  }

  @Test(arguments: 0..<25) func anyTextIsCutInsideItself(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "The ferry", " sank", " and", " burned", ", ", " said", " Ana Ruiz", " that", "“", "”", ". ", "\n", " who",
      " because", " on Monday",
      " 14", " según", " dijo", " que", "é", "😀", "'", " not", " -", "(",
    ]
    let text = (0..<60).map { _ in pieces.randomElement(using: &random)! }.joined()
    let cut = Pieces([text], seed % 2 == 0 ? "en" : "es")
    for proposition in cut.propositions {
      #expect(cut.articles[0].article.text.span.contains(proposition.passage.span) && !proposition.passage.span.isEmpty)
      #expect(proposition.entities.allSatisfy(cut.entities.indices.contains))
      #expect(proposition.words == Array(Set(proposition.words)).sorted())
    }
    #expect(cut.propositions.map(\.passage) == cut.propositions.map(\.passage).sorted())
  }
}
