import Lexicon
import NewsModel
import TextBytes

/// Reads the names of organizations, places and things with the words of one language at hand.
struct NameReader {
  let lexicon: Lexicon
  let language: String

  /// The words of a name, folded, without quotation marks and brackets.
  func words(_ name: String) -> [String] {
    folded(name).split { $0 == " " || $0 == "\u{A0}" }
      .map { word in String(word.filter { !"\"()[],;:“”«»".contains($0) }) }.filter { !$0.isEmpty }
  }

  /// The name without articles, legal forms and, for vessels, the word for the kind of ship. O(length).
  func core(_ name: String, _ type: EntityType) -> String {
    var rest = words(name)
    let tables = lexicon.words(of: language)
    while rest.count > 1, lexicon.nameWords.articles.contains(FoldHash(rest[0])) { rest.removeFirst() }
    while rest.count > 1, type == .vessel || type == .vehicle, tables.vessels[FoldHash(rest[0])] != nil {
      rest.removeFirst()
    }
    if type == .organization {
      while rest.count > 1, let last = rest.last, lexicon.nameWords.legalForms.contains(FoldHash(last)) {
        rest.removeLast()
      }
    }
    if let last = rest.last, last.hasSuffix("."), rest.count > 1 { rest[rest.count - 1].removeLast() }
    return rest.joined(separator: " ")
  }

  /// The key that the tables have for the whole name, where it cannot be anything else.
  func knownKey(_ name: String) -> String? {
    let words = words(name)
    guard words.count >= 2, let known = lexicon.organizations[phrase: words.joined(separator: " ")] else { return nil }
    return known.use.isEmpty ? known.key : nil
  }

  /// "Venezuelan government", "gobierno de Venezuela": head and country as one key ("government:VE"), or nil where the name says more.
  /// `leads` gives the country that a person leads, for "the Ibarra administration".
  func institutionKey(_ name: String, _ country: String?, leads: (String) -> String? = { _ in nil }) -> String? {
    let rest = words(name)
    let heads = lexicon.words(of: language).institutionHeads
    let hashes = rest.map { FoldHash($0) }
    for start in rest.indices {
      guard let head = heads.longestMatch(at: start, count: rest.count, fold: { hashes[$0] }) else { continue }
      let others = rest[..<start] + rest[(start + head.length)...]
      let telling = others.filter { !lexicon.nameWords.links.contains(FoldHash($0)) }.map(Self.withoutPossessive)
      let key = head.value.key == "administration" ? "government" : head.value.key
      if telling.isEmpty { return country.map { key + ":" + $0 } }
      if let owner = owner(telling) { return key + ":" + owner }
      if key == "government", let owner = leads(telling.joined(separator: " ")) { return key + ":" + owner }
    }
    return brokenKey(name)
  }

  /// The key of the institution that the name is and says no more ("transport ministry", "Ministerio de Transportes"), or nil.
  func institutionHead(_ name: String) -> String? {
    let hashes = plainWords(name).map { FoldHash($0) }
    let heads = lexicon.words(of: language).institutionHeads
    guard hashes.count > 1, let head = heads.longestMatch(at: 0, count: hashes.count, fold: { hashes[$0] }) else {
      return nil
    }
    return head.length == hashes.count ? head.value.key : nil
  }

  /// "agencia española de medicamentos": a head with the demonym inside it, as one key.
  private func brokenKey(_ name: String) -> String? {
    let words = plainWords(name)
    let tables = lexicon.words(of: language)
    for i in words.indices.dropFirst() where words.count > 2 {
      guard let demonym = tables.demonyms[FoldHash(words[i])], let country = demonym.country,
        demonym.key.hasPrefix("country:")
      else { continue }
      var rest = words
      rest.remove(at: i)
      let hashes = rest.map { FoldHash($0) }
      guard let head = tables.institutionHeads.longestMatch(at: 0, count: hashes.count, fold: { hashes[$0] }),
        head.length == hashes.count, head.length > 1
      else { continue }
      return head.value.key + ":" + country
    }
    return nil
  }

  /// The words of a name without articles before them.
  private func plainWords(_ name: String) -> [String] {
    var rest = words(name)
    while rest.count > 1, lexicon.nameWords.articles.contains(FoldHash(rest[0])) { rest.removeFirst() }
    return rest
  }

  /// A core without the word for its kind at one end ("norvik" for "norvik airways", "banco norvik"), or nil where none stands there or
  /// what is left is no name by itself.
  func withoutKind(_ core: String) -> String? {
    let words = core.split(separator: " ").map(String.init)
    let hashes = words.map { FoldHash($0) }
    guard words.count > 1 else { return nil }
    let table = lexicon.kinds.nameWords
    if let head = table.longestMatch(at: 0, count: hashes.count, fold: { hashes[$0] }), head.length < words.count {
      return name(words[head.length...])
    }
    for length in [2, 1] where words.count > length {
      let start = words.count - length
      if let tail = table.longestMatch(at: start, count: hashes.count, fold: { hashes[$0] }), tail.length == length {
        return name(words[..<start])
      }
    }
    return nil
  }

  private func name(_ words: ArraySlice<String>) -> String? {
    guard let first = words.first, let last = words.last, !lexicon.nameWords.links.contains(FoldHash(first)),
      !lexicon.nameWords.links.contains(FoldHash(last)), words.joined().utf8.count > 2,
      lexicon.countries[phrase: words.joined(separator: " ")] == nil
    else { return nil }
    return words.joined(separator: " ")
  }

  /// The one country that the words name, by name or demonym.
  private func owner(_ telling: [String]) -> String? {
    let phrase = telling.joined(separator: " ")
    if let country = lexicon.countries[phrase: phrase] { return country.code }
    let demonym = lexicon.words(of: language).demonyms[phrase: phrase]
    return demonym.flatMap { $0.key.hasPrefix("country:") ? $0.country : nil }
  }

  private static func withoutPossessive(_ word: String) -> String {
    word.hasSuffix("'s") ? String(word.dropLast(2)) : word.hasSuffix("s'") ? String(word.dropLast()) : word
  }

  /// The initials of a name's words, with and without the short ones: "Central Bank of Ruritania" gives "cbr" and "cbor".
  func initials(_ core: String) -> Set<String> {
    let words = core.split(separator: " ").map(String.init)
    guard words.count >= 2 else { return [] }
    let all = words.compactMap(\.first).map(String.init).joined()
    let telling = words.filter { !lexicon.nameWords.links.contains(FoldHash($0)) }.compactMap(\.first).map(String.init)
      .joined()
    return [all, telling]
  }
}
