import Foundation
import NewsModel
import TextBytes

/// Reads `form TAB classes TAB lemma` lines into a ``WordTable`` without making a string of any field.
struct WordTableReader {
  private(set) var table: WordTable
  /// Classes by the hash of the field that names them: a table of 80,000 forms uses about a hundred combinations.
  private var combinations: [UInt64: (all: WordClasses, first: WordClasses)] = [:]
  private var unaccented: [(FoldHash, WordTable.Entry)] = []

  init(capacity: Int) { table = WordTable(capacity: capacity) }

  /// Adds the forms of the table at `url`; forms that are already there stay as they are. O(n).
  mutating func read(_ url: URL) {
    guard let data = try? Data(contentsOf: url) else { return }
    read([UInt8](data))
  }

  /// Adds the forms of a table given as bytes. O(n).
  mutating func read(_ bytes: [UInt8]) {
    let view = bytes.span
    var start = 0
    while start < view.count {
      var tabs = (-1, -1)
      var isASCII = true
      var i = start
      while i < view.count, view[i] != 0x0A {
        if view[i] == 0x09 {
          if tabs.0 < 0 { tabs.0 = i } else if tabs.1 < 0 { tabs.1 = i }
        } else if view[i] >= 0x80, tabs.0 < 0 {
          isASCII = false
        }
        i += 1
      }
      if tabs.0 > start, view[start] != UInt8(ascii: "#") { readLine(bytes, start, tabs, i, isASCII) }
      start = i + 1
    }
  }

  /// The finished table: forms with diacritics are found without them too, unless another form is written so.
  mutating func finish() -> WordTable {
    for (key, entry) in unaccented { table.insert(key, entry) }
    unaccented = []
    return table
  }

  private mutating func readLine(_ bytes: [UInt8], _ start: Int, _ tabs: (Int, Int), _ end: Int, _ isASCII: Bool) {
    let form = TextSpan(start, tabs.0)
    let (all, first) = classes(bytes, TextSpan(tabs.0 + 1, tabs.1 < 0 ? end : tabs.1))
    let key = WordTable.key(bytes, form)
    let fold = isASCII ? key : FoldHash(bytes, form)
    let hasLemma = tabs.1 >= 0 && end > tabs.1 + 1
    let lemma = hasLemma ? FoldHash(bytes, TextSpan(tabs.1 + 1, end)) : fold
    let entry = WordTable.Entry(classes: all, likeliest: first, lemma: lemma)
    table.insert(key, entry)
    if fold != key { unaccented.append((fold, entry)) }
  }

  private mutating func classes(_ bytes: [UInt8], _ span: TextSpan) -> (WordClasses, WordClasses) {
    let key = FoldHash(bytes, span).value
    if let known = combinations[key] { return known }
    let names = String(decoding: bytes[span.range], as: UTF8.self).split(separator: " ").map(String.init)
    let all = names.reduce(into: WordClasses()) { $0.formUnion(WordClasses.named[$1]?.all ?? []) }
    let first = names.first.flatMap { WordClasses.named[$0]?.likeliest } ?? []
    combinations[key] = (all, first)
    return (all, first)
  }
}

extension WordClasses {
  /// A class as the tables write it: what it stands for, and what it is at its likeliest.
  struct Code {
    var all: WordClasses
    var likeliest: WordClasses
    init(_ all: WordClasses, likeliest: WordClasses? = nil) {
      self.all = all
      self.likeliest = likeliest ?? all
    }
  }

  /// Reads classes as the tables write them: names parted by spaces ("verb past finite").
  init(codes: String) {
    self = codes.split(separator: " ").reduce(into: []) { $0.formUnion(Self.named[String($1)]?.all ?? []) }
  }

  static let named: [String: Code] = [
    "noun": Code(.noun), "proper": Code(.properNoun), "verb": Code(.verb), "aux": Code(.auxiliary),
    "modal": Code(.modal), "finite": Code(.finite), "past": Code(.past), "present": Code(.present),
    "future": Code(.future), "cond": Code(.conditional), "subj": Code(.subjunctive), "inf": Code(.infinitive),
    "gerund": Code(.gerund), "part": Code(.participle), "adj": Code(.adjective), "adv": Code(.adverb),
    "det": Code(.determiner), "prep": Code(.preposition), "coord": Code(.coordinator), "sub": Code(.subordinator),
    "rel": Code(.relative), "pron": Code(.pronoun), "poss": Code(.possessive), "neg": Code(.negation),
    "num": Code(.numeral), "int": Code(.interrogative), "comp": Code(.complementizer),
    "function": Code(.function),
    // Forms of full verbs. English: base, -s, -ed of which past (ed) or participle (en) is commoner, past, participle, -ing.
    "v-base": Code([.verb, .infinitive, .present, .finite]),
    "v-s": Code([.verb, .present, .finite]),
    "v-ed": Code([.verb, .past, .finite, .participle], likeliest: [.verb, .past, .finite]),
    "v-en": Code([.verb, .past, .finite, .participle], likeliest: [.verb, .participle]),
    "v-past": Code([.verb, .past, .finite]), "v-part": Code([.verb, .participle]), "v-ing": Code([.verb, .gerund]),
    // Spanish moods and tenses.
    "v-pres": Code([.verb, .present, .finite]), "v-fut": Code([.verb, .future, .finite]),
    "v-cond": Code([.verb, .conditional, .finite]), "v-subj": Code([.verb, .subjunctive, .finite]),
    "v-inf": Code([.verb, .infinitive]), "v-ger": Code([.verb, .gerund]),
  ]
}
