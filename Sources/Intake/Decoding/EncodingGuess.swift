/// Guesses the older encoding of text that declares none, by which byte pairs are valid and which letters come out. The text is
/// known not to be UTF-8.
struct EncodingGuess {
  private let bytes: ArraySlice<UInt8>

  /// Looks at the first 64 KB.
  init(_ bytes: [UInt8]) { self.bytes = bytes.prefix(65_536) }

  /// The most likely encoding; nil for Western European text, and where too little shows. O(1).
  var label: EncodingLabel? {
    if isShifted { return EncodingLabel("iso-2022-jp") }
    return (pairs ?? letters).flatMap { EncodingLabel($0) }
  }

  /// Whether ISO-2022-JP's escapes stand in it.
  private var isShifted: Bool {
    let escapes = ["\u{1B}$B", "\u{1B}$@", "\u{1B}(J"].map { Array($0.utf8) }
    return bytes.indices.contains { i in bytes[i] == 0x1B && escapes.contains { bytes[i...].starts(with: $0) } }
  }

  // MARK: Two bytes a character

  /// The East Asian encoding whose pairs are valid and usual.
  private var pairs: String? {
    let japanese = count(lead: { $0 >= 0xA1 && $0 <= 0xFE || $0 == 0x8E }, trail: { $0 >= 0xA1 && $0 <= 0xFE })
    if japanese.isValid, japanese.share({ $0 == 0xA4 || $0 == 0xA5 }) > 0.15 { return "euc-jp" }
    let shifted = count(
      lead: { $0 >= 0x81 && $0 <= 0x9F || $0 >= 0xE0 && $0 <= 0xFC },
      trail: { $0 >= 0x40 && $0 <= 0xFC && $0 != 0x7F }, isAlone: { $0 >= 0xA1 && $0 <= 0xDF })
    if shifted.isValid, shifted.share({ $0 == 0x82 || $0 == 0x83 }) > 0.15 { return "shift_jis" }
    let big = count(
      lead: { $0 >= 0xA1 && $0 <= 0xF9 }, trail: { $0 >= 0x40 && $0 <= 0x7E || $0 >= 0xA1 && $0 <= 0xFE })
    if big.isValid, big.lowTrails > 0.15, big.share({ $0 >= 0xA4 && $0 <= 0xC6 }) > 0.6 { return "big5" }
    if japanese.isValid, japanese.share({ $0 >= 0xB0 && $0 <= 0xC8 }) > 0.8 { return "euc-kr" }
    let chinese = count(
      lead: { $0 >= 0x81 && $0 <= 0xFE }, trail: { $0 >= 0x40 && $0 <= 0xFE && $0 != 0x7F })
    if chinese.isValid, chinese.lowTrails < 0.3, chinese.share({ $0 >= 0xB0 && $0 <= 0xF7 }) > 0.6 { return "gb18030" }
    return nil
  }

  private struct Pairs {
    var leads = [Int](repeating: 0, count: 256)
    var valid = 0
    var broken = 0
    var low = 0
    var isValid: Bool { valid >= 4 && broken * 100 <= valid }
    /// The share of trailing bytes that are ASCII.
    var lowTrails: Double { Double(low) / Double(max(valid, 1)) }
    /// The share of leading bytes that `isUsual` names, signs left out where letters are meant.
    func share(_ isUsual: (UInt8) -> Bool) -> Double {
      let usual = leads.indices.filter { isUsual(UInt8($0)) }.reduce(0) { $0 + leads[$1] }
      let signs = isUsual(0xB0) ? leads[0xA1] + leads[0xA3] : 0
      return Double(usual) / Double(max(valid - signs, 1))
    }
  }

  private func count(
    lead: (UInt8) -> Bool, trail: (UInt8) -> Bool, isAlone: (UInt8) -> Bool = { _ in false }
  ) -> Pairs {
    var pairs = Pairs()
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let byte = bytes[i]
      if byte < 0x80 || isAlone(byte) {
        i += 1
      } else if lead(byte), i + 1 < bytes.endIndex, trail(bytes[i + 1]) {
        pairs.valid += 1
        pairs.leads[Int(byte)] += 1
        if bytes[i + 1] < 0x80 { pairs.low += 1 }
        i += 2
      } else {
        if i + 1 < bytes.endIndex { pairs.broken += 1 }
        i += 1
      }
    }
    return pairs
  }

  // MARK: One byte a character

  /// The single-byte encoding that gives the letters of a language most often; nil for Western European.
  private var letters: String? {
    let parts = bytes.split { $0 < 0x41 || ($0 > 0x5A && $0 < 0x61) || ($0 > 0x7A && $0 < 0x80) }
    let words = parts.filter { $0.contains { $0 >= 0x80 } }
    let high = words.reduce(0) { $0 + $1.count { $0 >= 0x80 } }
    // Where Latin letters are the rule, a word holds few others; elsewhere it holds nothing else.
    let foreign = words.filter { $0.count > 2 && $0.allSatisfy { $0 >= 0x80 } }.reduce(0) { $0 + $1.count }
    let isLatin = foreign * 2 < high
    guard high >= 3, isLatin || foreign >= 8 else { return nil }
    let text = [UInt8](words.joined(separator: [0x20]))
    let candidates = isLatin ? Self.latin : Self.other
    let best = candidates.map { ($0.encoding, Self.score(text, $0)) }.reduce(("", -1.0)) { $1.1 > $0.1 ? $1 : $0 }
    guard best.1 >= 0.3 else { return nil }
    // Western European is the rule where nothing is declared: another must be clearly better.
    return isLatin && best.1 < Self.score(text, Self.latin[0]) + 0.2 ? nil : best.0
  }

  private struct Candidate {
    let encoding: String
    let usual: Set<Unicode.Scalar>
    init(_ encoding: String, _ letters: String) {
      self.encoding = encoding
      usual = Set(letters.unicodeScalars)
    }
  }

  /// The share of characters beyond ASCII that are usual; a capital behind a small letter counts against it.
  private static func score(_ text: [UInt8], _ candidate: Candidate) -> Double {
    guard let label = EncodingLabel(candidate.encoding), let utf8 = IconvDecoder.decode(text, from: label) else {
      return -1
    }
    var usual = 0
    var count = 0
    var isBehindSmall = false
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      if scalar.value >= 0x80 {
        count += 1
        if candidate.usual.contains(scalar) { usual += 1 }
        if isBehindSmall, scalar.properties.isUppercase { usual -= 1 }
      }
      isBehindSmall = scalar.properties.isLowercase
    }
    return Double(usual) / Double(max(count, 1))
  }

  private static let western = "áéíóúñçãõâêôàèùëïöüäßœîûåæøÁÉÍÓÚÑÇÖÜÄÅØÀÈ¿¡«»‹›’‘“”–—…°ºª©®™•·×§€£²³½\u{A0}"
  private static let central = "ąćęłńóśźżŚŻŁčďěňřšťůžýáéíúőűöüôľČŘŠŽ„”"
  private static let latin = [
    Candidate("windows-1252", western), Candidate("windows-1250", central), Candidate("iso-8859-2", central),
    Candidate("windows-1254", "ığşçöüİŞĞÇÖÜâî’‘“”"),
  ]
  private static let russian = "оеаинтсрвлкмдпуяыьгзбч"
  private static let greek = "αοιετσνηυρπκμλωςόίάέήύώ"
  private static let other = [
    Candidate("windows-1251", russian), Candidate("koi8-r", russian), Candidate("iso-8859-5", russian),
    Candidate("windows-1253", greek), Candidate("iso-8859-7", greek),
    Candidate("windows-1255", "יוהלאתרמבשנדעחפקם"), Candidate("windows-1256", "اليمنوتربةعدسفهكقحجأ"),
  ]
}
