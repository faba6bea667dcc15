import NewsModel
import TextBytes

/// Finds third-person pronouns and resolves those that leave one person of this sentence or the one before.
struct PronounResolver {
  let words: WordReader

  /// Adds pronoun mentions, in the order of the text, so that one may rest on another.
  func resolve(into draft: inout Draft) {
    for (n, sentence) in words.reading.sentences.enumerated() {
      for i in sentence.tokens {
        guard words.isWord(i), let pronoun = words.cues.pronouns[words.fold(i)], isPronoun(i),
          let span = words.span(i..<(i + 1))
        else { continue }
        let entity = pronoun.isPlural ? nil : antecedent(of: pronoun, at: i, n, draft)
        draft.add(Mention(span: span, kind: .pronoun, type: .person, entity: entity), i..<(i + 1))
        // Who was "she" once is no "he" later.
        if let entity, draft.entities[entity].gender == nil { draft.entities[entity].gender = pronoun.gender }
      }
    }
  }

  /// "él" and "el" fold alike; the accent tells. An acronym is no pronoun.
  private func isPronoun(_ i: Int) -> Bool {
    if words.isAllCapitals(i) { return false }
    guard words.cues.headFirst else { return true }
    let text = words.string(i..<(i + 1))
    return text.utf8.count != 2 || text.unicodeScalars.contains { $0.value > 0x7F }
  }

  private func antecedent(of pronoun: PersonalPronoun, at i: Int, _ sentence: Int, _ draft: Draft) -> Int? {
    let quoted = quoteStart(at: i, sentence)
    let here = candidates(in: sentence, before: i, pronoun, draft).filter { candidate in
      // Inside a quotation "he" is not who speaks it, and who speaks is named outside.
      quoted.map { draft.ranges[candidate.mention].lowerBound >= $0 } ?? true
    }
    if let found = choose(here, pronoun, i) { return found }
    guard here.isEmpty, sentence > 0, quoted == nil else { return nil }
    let previous = words.reading.sentences[sentence - 1]
    guard previous.part == words.reading.sentences[sentence].part else { return nil }
    return choose(candidates(in: sentence - 1, before: previous.tokens.upperBound, pronoun, draft), pronoun, i)
  }

  private struct Candidate { var mention: Int; var entity: Int; var isSubject: Bool }

  /// The persons of a sentence before token `i` who may be meant, in order.
  private func candidates(in sentence: Int, before i: Int, _ pronoun: PersonalPronoun, _ draft: Draft) -> [Candidate] {
    let tokens = words.reading.sentences[sentence].tokens
    return draft.ranges.indices.filter {
      tokens.contains(draft.ranges[$0].lowerBound) && draft.ranges[$0].upperBound <= i
    }
    .sorted { draft.ranges[$0].lowerBound < draft.ranges[$1].lowerBound }
    .compactMap { n in
      guard let entity = draft.mentions[n].entity, draft.entities[entity].entity.type == .person else { return nil }
      if let a = pronoun.gender, let b = draft.entities[entity].gender, a != b { return nil }
      return Candidate(mention: n, entity: entity, isSubject: isSubject(draft.ranges[n]))
    }
  }

  private func isSubject(_ range: Range<Int>) -> Bool {
    var i = range.upperBound
    if words.isComma(i) {
      // Over an apposition: the next comma, and what follows it.
      var k = i + 1
      while k < min(i + 14, words.tokens.count), !words.isComma(k), words.kind(k) != .terminal { k += 1 }
      guard words.isComma(k) else { return false }
      i = k + 1
    }
    while words.classes(i).contains(.adverb), !words.classes(i).contains(.finite) { i += 1 }
    let before = range.lowerBound - 1
    if before >= 0, words.classes(before).contains(.preposition) { return false }
    return !words.classes(i).isDisjoint(with: [.finite, .auxiliary, .modal])
  }

  /// The one person, or the one subject for a pronoun that is a subject too.
  private func choose(_ candidates: [Candidate], _ pronoun: PersonalPronoun, _ i: Int) -> Int? {
    let all = Set(candidates.map(\.entity))
    if all.count == 1 { return all.first }
    // "She said that Ruiz was welcome and that it was time for him to come": the subject spoken of last.
    if words.classes(i - 1).contains(.preposition), !words.classes(i + 2).isDisjoint(with: [.infinitive, .verb]),
      words.has(i + 1, .infinitiveMark)
    {
      return candidates.last(where: \.isSubject)?.entity
    }
    guard !words.classes(i + 1).isDisjoint(with: [.finite, .auxiliary, .modal]) else { return nil }
    // The subject that opens the sentence goes on; a later one may not.
    guard let first = candidates.first, first.isSubject else { return nil }
    return Set(candidates.filter(\.isSubject).map(\.entity)).count == 1 ? first.entity : nil
  }

  /// The first token behind the quotation mark that is open at token `i`, or nil outside of quotations.
  private func quoteStart(at i: Int, _ sentence: Int) -> Int? {
    var start: Int?
    for k in words.reading.sentences[sentence].tokens where k < i {
      if words.kind(k) == .openQuote { start = k + 1 }
      if words.kind(k) == .closeQuote, !words.isPossessive(k) { start = nil }
    }
    return start
  }
}
