import Lexicon
import NewsModel
import TextBytes

/// What a name and the words around it show about its type, as hashed features for ``TypeModel``.
struct TypeFeatures {
  let words: WordReader

  /// The features of `chunk`; `rules` are the points that the rules give each type.
  func features(of chunk: NameChunk, rules: NameTyper.Scores) -> [FoldHash] {
    var out: [FoldHash] = []
    func add(_ name: StaticString, _ value: FoldHash = .empty) {
      out.append(FoldHash("\(name)").followed(by: value))
    }
    func add(_ name: StaticString, _ number: Int) { add(name, FoldHash(value: UInt64(truncatingIfNeeded: number))) }
    let first = chunk.tokens.lowerBound
    let last = chunk.tokens.upperBound - 1
    add("bias")
    for (n, type) in EntityType.allCases.enumerated() {
      let points = rules.values[type] ?? 0
      if points != 0 { add("rule", n * 64 + Int(min(max(points, -2), 8) * 2)) }
    }
    add("count", min(chunk.tokens.count, 4))
    add("first", words.fold(first))
    add("last", words.fold(last))
    for i in chunk.tokens { add("word", words.fold(i)) }
    affixes(first, "first", &out)
    if last != first { affixes(last, "last", &out) }
    names(first, last, &out)
    known(chunk, &out)
    neighbours(first, last, &out)
    return out
  }

  private func add(_ out: inout [FoldHash], _ name: String, _ value: UInt64) {
    out.append(FoldHash(name).followed(by: FoldHash(value: value)))
  }

  private func affixes(_ i: Int, _ place: String, _ out: inout [FoldHash]) {
    let bytes = Array(folded(words.string(i..<(i + 1))).utf8)
    for length in 2...4 where bytes.count > length {
      out.append(FoldHash("suffix-" + place).followed(by: FoldHash(bytes, TextSpan(bytes.count - length, bytes.count))))
    }
    if bytes.count > 3 { out.append(FoldHash("prefix-" + place).followed(by: FoldHash(bytes, TextSpan(0, 3)))) }
    let shape = words.tokens[i].shape.intersection([
      .allCapitals, .innerCapital, .hasDigit, .abbreviation, .capitalized,
    ])
    add(&out, "shape-" + place, UInt64(shape.rawValue) << 8 | UInt64(min(bytes.count, 6)))
  }

  private func names(_ first: Int, _ last: Int, _ out: inout [FoldHash]) {
    let given: UInt64 = words.isGivenName(first) ? 2 : words.givenName(first) != nil ? 1 : 0
    let surname: UInt64 = words.isSurname(last) ? 1 : 0
    let many: UInt64 = first == last ? 0 : 1
    add(&out, "given-surname", given << 4 | surname << 1 | many)
    add(
      &out, "flags-first",
      UInt64(words.flags(first).intersection([.anyHead, .locFirst, .eventFirst, .orgSuffix]).rawValue) << 1 | many)
    add(
      &out, "flags-last",
      UInt64(words.flags(last).intersection([.anyHead, .locFirst, .orgSuffix]).rawValue) << 1 | many)
    if (first...last).contains(where: { words.isLower($0) }) { add(&out, "linked", 1) }
  }

  private func known(_ chunk: NameChunk, _ out: inout [FoldHash]) {
    let title: UInt64 = (chunk.hasHonorific ? 1 : 0) | (chunk.role != nil ? 2 : 0) | (chunk.titleCountry != nil ? 4 : 0)
    add(&out, "title", title)
    guard let known = chunk.known else { return add(&out, "unknown", chunk.isUnreliable ? 1 : 0) }
    let kind: UInt64 =
      switch known.kind {
      case .country: 1
      case .seat: 2
      case .place: 3
      case .publisher: 4
      case .organization: 5
      }
    add(&out, "known", kind << 4 | (known.use.contains(.ambiguous) ? 1 : 0) | (chunk.tokens.count > 1 ? 2 : 0))
  }

  private func neighbours(_ first: Int, _ last: Int, _ out: inout [FoldHash]) {
    for (name, i) in [("before", first - 1), ("before2", first - 2), ("behind", last + 1), ("behind2", last + 2)] {
      guard words.tokens.indices.contains(i) else {
        add(&out, name + "-none", 0)
        continue
      }
      out.append(FoldHash(name).followed(by: words.fold(i)))
      add(&out, name + "-class", UInt64(words.classes(i).rawValue & 0x0FFF_FFFF) << 4)
      add(
        &out, name + "-kind",
        UInt64(words.isWord(i) ? words.isCapitalized(i) ? 1 : 2 : 3) << 40
          | UInt64(words.flags(i).intersection(.trained).rawValue))
    }
    if first >= 2 {
      out.append(FoldHash("pair-before").followed(by: words.fold(first - 2)).followed(by: words.fold(first - 1)))
    }
    if words.kind(first - 1) == .openQuote, words.kind(last + 1) == .closeQuote {
      add(&out, "quoted", first == last ? 1 : 0)
    }
  }
}
