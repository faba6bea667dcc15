import Lexicon
import TextBytes

/// A person's name as it is compared: folded, without honorifics and particles.
struct PersonForm: Hashable {
  /// One part of a name.
  struct Part: Hashable {
    var text: String
    var skeleton: String
    var isInitial: Bool

    /// How well two parts agree: 0 not, 1 an initial, 2 nearly (a letter of a transliteration), 3 wholly.
    func agreement(_ other: Part) -> Int {
      if isInitial || other.isInitial {
        return text.utf8.first == other.text.utf8.first ? (text == other.text ? 3 : 1) : 0
      }
      if text == other.text || skeleton == other.skeleton { return 3 }
      let least = min(skeleton.utf8.count, other.skeleton.utf8.count)
      let sameStart = skeleton.utf8.first == other.skeleton.utf8.first
      return least >= 5 && sameStart && Transliteration.isWithinOneEdit(skeleton, other.skeleton) ? 2 : 0
    }
  }

  let parts: [Part]
  /// "jr", "iii": what tells father and son apart, or nil.
  let generation: String?

  /// Written alike in every language of the news.
  private static let generations: Set<String> = ["jr", "sr", "junior", "ii", "iii", "iv"]

  init(_ name: String, lexicon: Lexicon) {
    let words = name.split { $0 == " " || $0 == "-" || $0 == "\u{A0}" }.map { folded(String($0)) }
    let plain = words.map { word in word.filter { $0 != "." && $0 != "," && $0 != "\"" } }.filter { !$0.isEmpty }
    var kept: [String] = []
    for word in plain {
      let hash = FoldHash(word)
      let isHonorific =
        kept.isEmpty
        && lexicon.languageCodes.contains { code in
          let honorifics = lexicon.words(of: code).honorifics
          return honorifics[hash] != nil || honorifics[FoldHash(word + ".")] != nil
        }
      if !isHonorific, !lexicon.nameParticles.contains(hash) { kept.append(word) }
    }
    if kept.isEmpty { kept = plain }
    if let last = kept.last, kept.count > 1, Self.generations.contains(last) {
      generation = last == "junior" ? "jr" : last
      kept.removeLast()
    } else {
      generation = nil
    }
    parts = kept.map {
      Part(text: $0, skeleton: Transliteration.skeleton($0), isInitial: $0.unicodeScalars.count == 1)
    }
  }

  /// Whether it has more than a surname.
  var isFull: Bool { parts.count >= 2 }

  /// How surely two full names are one person's: nil if they are not; `isExact` where no letter had to be explained.
  ///
  /// The shorter name has to be found in the longer in its order, which lets middle names, second surnames and a first given name fall.
  func match(_ other: PersonForm) -> (isExact: Bool, wholeParts: Int)? {
    let (short, long) = parts.count <= other.parts.count ? (parts, other.parts) : (other.parts, parts)
    guard short.count >= 2, generation == other.generation else { return nil }
    var next = 0
    var found: [Int] = []
    var places: [Int] = []
    for part in short {
      guard let place = (next..<long.count).first(where: { long[$0].agreement(part) > 0 }) else { return nil }
      found.append(long[place].agreement(part))
      places.append(place)
      next = place + 1
    }
    let whole = found.count { $0 == 3 }
    guard whole >= 1, found.count(where: { $0 == 2 }) <= 1, found.last != 1, places[0] == 0 || whole >= 2 else {
      return nil
    }
    return (whole == found.count, whole)
  }

  /// Whether a lone surname is one of this name's surnames: 0 not, 1 but for a letter, 2 in another spelling, 3 letter by letter.
  func surnameAgreement(_ lone: PersonForm) -> Int {
    guard let part = lone.parts.first, lone.parts.count == 1, !part.isInitial, generation == lone.generation else {
      return 0
    }
    return parts.dropFirst().map { surname in
      if surname.isInitial { return 0 }
      return surname.text == part.text ? 3 : max(0, surname.agreement(part) - 1)
    }.max() ?? 0
  }
}
