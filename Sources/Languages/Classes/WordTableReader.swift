import Foundation
import NewsModel
import TextBytes

/// Reads `form TAB classes TAB lemma` lines into a ``WordTable`` without making a string of any field.
struct WordTableReader {
  private(set) var table: WordTable
  /// Classes by the hash of the field that names them: a table of 80,000 forms uses about a hundred combinations.
  private var combinations: [FoldHash: (all: WordClasses, first: WordClasses)] = [:]
  /// Of those the ones met last, by the last bits of their hash.
  private var recent = [(hash: UInt64, all: WordClasses, first: WordClasses)](repeating: (0, [], []), count: 256)
  private var unaccented: [(FoldHash, WordTable.Entry)] = []

  init(capacity: Int) { table = WordTable(capacity: capacity) }

  /// A reader with room for the forms of `tables`.
  init(tables: [[UInt8]]) {
    let lines = tables.reduce(0) { $0 + $1.count { $0 == 0x0A } }
    let isPlain = tables.allSatisfy { asciiEnd($0.span, from: 0) == $0.count }
    self.init(capacity: isPlain ? lines : lines * 3 / 2)
  }

  /// The table of the files of a folder that are there, the first first.
  static func table(_ folder: String?, _ names: [String]) -> WordTable {
    let tables = names.compactMap { name in folder.flatMap { fileBytes(at: "\($0)/\(name)") } }
    var reader = WordTableReader(tables: tables)
    for table in tables { reader.read(table) }
    return reader.finish()
  }

  /// Adds the forms of a table given as bytes; forms that are already there stay as they are. O(n).
  mutating func read(_ bytes: [UInt8]) {
    let view = bytes.span
    var start = 0
    while start < view.count {
      let end = firstIndex(of: 0x0A, in: view, from: start)
      if view[start] != UInt8(ascii: "#") { readLine(bytes, view, start, end) }
      start = end + 1
    }
  }

  /// The finished table: forms with diacritics are found without them too, unless another form is written so.
  mutating func finish() -> WordTable {
    for (key, entry) in unaccented { table.append(key, entry) }
    unaccented = []
    table.index()
    return table
  }

  /// A field up to the next tab or the end: where it ends, its hash in small letters, and whether that is its fold hash, too.
  private func field(_ view: Span<UInt8>, _ start: Int, _ end: Int) -> (end: Int, hash: UInt64, isASCII: Bool) {
    var hash = FoldHash.empty.value
    var high: UInt8 = 0
    var i = start
    while i < end, view[i] != 0x09 {
      let byte = view[i]
      high |= byte
      hash = (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3
      i += 1
    }
    return (i, hash, high < 0x80)
  }

  private mutating func readLine(_ bytes: [UInt8], _ view: Span<UInt8>, _ start: Int, _ end: Int) {
    let form = field(view, start, end)
    guard form.end > start, form.end < end else { return }
    let named = field(view, form.end + 1, end)
    let (all, first) = classes(named.hash, bytes, TextSpan(form.end + 1, named.end))
    let span = TextSpan(start, form.end)
    let key = form.isASCII ? FoldHash(value: form.hash) : WordTable.key(bytes, span)
    let fold = form.isASCII ? key : FoldHash(bytes, span)
    var lemma = fold
    if named.end + 1 < end {
      let told = field(view, named.end + 1, end)
      let isWhole = told.isASCII && told.end == end
      lemma = isWhole ? FoldHash(value: told.hash) : FoldHash(bytes, TextSpan(named.end + 1, end))
    }
    let entry = WordTable.Entry(classes: all, likeliest: first, lemma: lemma)
    table.append(key, entry)
    if fold != key { unaccented.append((fold, entry)) }
  }

  private mutating func classes(_ hash: UInt64, _ bytes: [UInt8], _ span: TextSpan) -> (WordClasses, WordClasses) {
    let slot = Int(hash & 0xFF)
    if recent[slot].hash == hash { return (recent[slot].all, recent[slot].first) }
    let found = combinations[FoldHash(value: hash)] ?? Self.classes(bytes, span)
    combinations[FoldHash(value: hash)] = found
    recent[slot] = (hash, found.all, found.first)
    return found
  }

  private static func classes(_ bytes: [UInt8], _ span: TextSpan) -> (all: WordClasses, first: WordClasses) {
    let names = String(decoding: bytes[span.range], as: UTF8.self).split(separator: " ").map(String.init)
    let all = names.reduce(into: WordClasses()) { $0.formUnion(WordClasses.named[$1]?.all ?? []) }
    return (all, names.first.flatMap { WordClasses.named[$0]?.likeliest } ?? [])
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
