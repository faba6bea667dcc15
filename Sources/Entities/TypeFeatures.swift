import Lexicon
import NewsModel
import TextBytes

/// What a name and the words around it show about its type, as hashed features for ``TypeModel``.
struct TypeFeatures {
  let words: WordReader
  let knowledge = NameKnowledge.shared

  /// The kinds of feature; the numbers are part of the trained weights, so new ones come last.
  private enum Kind: UInt64 {
    case bias, rule, count, first, last, word, suffixFirst, suffixLast, prefixFirst, prefixLast, shapeFirst, shapeLast
    case givenSurname, flagsFirst, flagsLast, linked, title, known, unknown, quoted, pairBefore
    case before, before2, behind, behind2
    case place, given, surname, person, single, placeFirst, placeLast, several
    case fineFirst, coarseFirst, fineLast, coarseLast, fineAny, coarseAny, kindFirst, kindLast, around, aroundPlace
  }
  /// What of a neighbour a feature tells.
  private enum Aspect: UInt64 { case none = 64, fold, classes, kind, flag, office, organization, fine, coarse }

  /// The features of `chunk`; `rules` are the points that the rules give each type.
  func features(of chunk: NameChunk, rules: NameTyper.Scores) -> [FoldHash] {
    var out: [FoldHash] = []
    out.reserveCapacity(96)
    let first = chunk.tokens.lowerBound
    let last = chunk.tokens.upperBound - 1
    add(&out, .bias, 0)
    for (n, type) in EntityType.allCases.enumerated() {
      let points = rules.values[type] ?? 0
      if points != 0 { add(&out, .rule, UInt64(n * 64 + Int(min(max(points, -2), 8) * 2) + 8)) }
    }
    add(&out, .count, UInt64(min(chunk.tokens.count, 4)))
    add(&out, .first, words.fold(first).value)
    add(&out, .last, words.fold(last).value)
    for i in chunk.tokens { add(&out, .word, words.fold(i).value) }
    affixes(first, .suffixFirst, .prefixFirst, .shapeFirst, &out)
    if last != first { affixes(last, .suffixLast, .prefixLast, .shapeLast, &out) }
    names(first, last, &out)
    known(chunk, &out)
    spread(chunk, &out)
    groups(chunk, &out)
    neighbours(first, last, &out)
    around(chunk, &out)
    return out
  }

  private func add(_ out: inout [FoldHash], _ kind: Kind, _ value: UInt64) {
    out.append(FoldHash(value: kind.rawValue &* 0x9E37_79B9_7F4A_7C15).followed(by: FoldHash(value: value)))
  }

  private func add(_ out: inout [FoldHash], _ place: Kind, _ aspect: Aspect, _ value: UInt64) {
    let base = place.rawValue << 8 | aspect.rawValue
    out.append(FoldHash(value: base &* 0x9E37_79B9_7F4A_7C15).followed(by: FoldHash(value: value)))
  }

  private func affixes(_ i: Int, _ suffix: Kind, _ prefix: Kind, _ shape: Kind, _ out: inout [FoldHash]) {
    let bytes = words.reading.text.bytes
    let span = words.tokens[i].span
    for length in 2...4 where span.count > length {
      let end = FoldHash(bytes, TextSpan(span.end - length, span.end))
      add(&out, suffix, end.value &+ UInt64(length))
    }
    if span.count > 3 { add(&out, prefix, FoldHash(bytes, TextSpan(span.start, span.start + 3)).value) }
    let shapes = words.tokens[i].shape.intersection([
      .allCapitals, .innerCapital, .hasDigit, .abbreviation, .capitalized,
    ])
    add(&out, shape, UInt64(shapes.rawValue) << 8 | UInt64(min(span.count, 6)))
  }

  private func names(_ first: Int, _ last: Int, _ out: inout [FoldHash]) {
    let given: UInt64 = words.isGivenName(first) ? 2 : words.givenName(first) != nil ? 1 : 0
    let surname: UInt64 = words.isSurname(last) ? 1 : 0
    let many: UInt64 = first == last ? 0 : 1
    add(&out, .givenSurname, given << 4 | surname << 1 | many)
    for (kind, i) in [(Kind.flagsFirst, first), (.flagsLast, last)] {
      for bit in bits(words.flags(i).intersection([.anyHead, .locFirst, .eventFirst, .orgSuffix, .government])) {
        add(&out, kind, bit << 1 | many)
      }
    }
    for (kind, i) in [(Kind.kindFirst, first), (.kindLast, last)] {
      guard let name = words.lexicon.kinds.nameWords[words.fold(i)]?.first else { continue }
      add(&out, kind, FoldHash(name).value &+ many)
      add(&out, kind, many)
    }
    if (first...last).contains(where: { words.isLower($0) }) { add(&out, .linked, 1) }
  }

  private func bits(_ flags: CueFlags) -> [UInt64] {
    (0..<32).filter { flags.rawValue >> $0 & 1 == 1 }.map { UInt64($0) }
  }

  private func known(_ chunk: NameChunk, _ out: inout [FoldHash]) {
    let title: UInt64 = (chunk.hasHonorific ? 1 : 0) | (chunk.role != nil ? 2 : 0) | (chunk.titleCountry != nil ? 4 : 0)
    add(&out, .title, title)
    guard let known = chunk.known else { return add(&out, .unknown, chunk.isUnreliable ? 1 : 0) }
    let kind: UInt64 =
      switch known.kind {
      case .country: 1
      case .seat: 2
      case .place: 3
      case .publisher: 4
      case .organization: 5
      }
    add(&out, .known, kind << 4 | (known.use.contains(.ambiguous) ? 1 : 0) | (chunk.tokens.count > 1 ? 2 : 0))
  }

  /// How far the world's lists of places and persons know the name and its ends.
  private func spread(_ chunk: NameChunk, _ out: inout [FoldHash]) {
    let first = words.fold(chunk.tokens.lowerBound)
    let last = words.fold(chunk.tokens.upperBound - 1)
    let many: UInt64 = chunk.tokens.count > 1 ? 1 : 0
    let place = UInt64(knowledge.value(KnownHereIndex.key(chunk.tokens, words), in: .places))
    let given = UInt64(knowledge.value(first, in: .givenNames))
    let surname = UInt64(knowledge.value(last, in: .surnames))
    add(&out, .place, place << 1 | many)
    add(&out, .given, given << 1 | many)
    add(&out, .surname, surname << 1 | many)
    add(&out, .person, given << 8 | surname << 1 | many)
    if many == 0 { return add(&out, .single, place << 16 | given << 8 | surname) }
    add(&out, .placeFirst, UInt64(knowledge.value(first, in: .places)))
    add(&out, .placeLast, UInt64(knowledge.value(last, in: .places)) << 8 | surname)
    add(&out, .several, place << 16 | given << 8 | surname)
  }

  /// The groups of like words that the ends of the name are in.
  private func groups(_ chunk: NameChunk, _ out: inout [FoldHash]) {
    let many: UInt64 = chunk.tokens.count > 1 ? 1 : 0
    for (i, fine, coarse) in [
      (chunk.tokens.lowerBound, Kind.fineFirst, Kind.coarseFirst),
      (chunk.tokens.upperBound - 1, .fineLast, .coarseLast),
    ] {
      add(&out, fine, UInt64(knowledge.value(words.fold(i), in: .fineGroups)) << 1 | many)
      add(&out, coarse, UInt64(knowledge.value(words.fold(i), in: .coarseGroups)) << 1 | many)
    }
    for i in chunk.tokens where words.isCapitalized(i) {
      add(&out, .fineAny, UInt64(knowledge.value(words.fold(i), in: .fineGroups)))
      add(&out, .coarseAny, UInt64(knowledge.value(words.fold(i), in: .coarseGroups)))
    }
  }

  /// The groups of the words of substance that are written small within ten words of the name.
  private func around(_ chunk: NameChunk, _ out: inout [FoldHash]) {
    let place =
      knowledge.value(KnownHereIndex.key(chunk.tokens, words), in: .places) > 0 || chunk.known?.type == .location
    let sentence = words.reading.sentences[chunk.sentence].tokens
    let from = max(sentence.lowerBound, chunk.tokens.lowerBound - 10)
    let to = min(sentence.upperBound, chunk.tokens.upperBound + 10)
    for i in from..<to where words.isLower(i) && words.classes(i).isDisjoint(with: .function) {
      let group = UInt64(knowledge.value(words.fold(i), in: .fineGroups))
      if group > 0 { add(&out, place ? .aroundPlace : .around, group) }
    }
  }

  private func neighbours(_ first: Int, _ last: Int, _ out: inout [FoldHash]) {
    for (place, i) in [(Kind.before, first - 1), (.before2, first - 2), (.behind, last + 1), (.behind2, last + 2)] {
      guard words.tokens.indices.contains(i) else {
        add(&out, place, .none, 0)
        continue
      }
      let kind: UInt64 = words.isWord(i) ? words.isCapitalized(i) ? 1 : 2 : 3
      add(&out, place, .fold, words.fold(i).value)
      add(&out, place, .classes, UInt64(words.classes(i).rawValue & 0x03FF_FFFF))
      add(&out, place, .kind, UInt64(words.kind(i)?.rawValue ?? 0) << 2 | kind)
      if kind != 3 {
        add(&out, place, .fine, UInt64(knowledge.value(words.fold(i), in: .fineGroups)))
        add(&out, place, .coarse, UInt64(knowledge.value(words.fold(i), in: .coarseGroups)))
      }
      for bit in bits(words.flags(i).intersection(.trained)) { add(&out, place, .flag, bit << 2 | kind) }
    }
    if first >= 2 { add(&out, .pairBefore, words.fold(first - 2).followed(by: words.fold(first - 1)).value) }
    if words.kind(first - 1) == .openQuote, words.kind(last + 1) == .closeQuote {
      add(&out, .quoted, first == last ? 1 : 0)
    }
  }
}
