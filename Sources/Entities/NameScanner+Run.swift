import Lexicon
import NewsModel
import TextBytes

// How far a name goes on: over links, particles and "and".
extension NameScanner {
  /// The longest name that begins at `start`.
  func run(from start: Int, before end: Int, atLeast length: Int) -> Range<Int> {
    var stop = start + length
    while stop < end {
      if words.tokens[stop].shape.contains(.lineStart) { break }
      if words.isCapitalized(stop) {
        if words.has(stop, [.calendar, .never]), !extendsKnown(start, over: stop, before: end) { break }
        if breaksRun(start, at: stop, before: end) { break }
        stop += usableKnown(at: stop, before: end)?.length ?? 1
      } else if let next = linkEnd(start, at: stop, before: end) {
        stop = next
      } else {
        break
      }
    }
    return start..<stop
  }

  private func extendsKnown(_ start: Int, over stop: Int, before end: Int) -> Bool {
    (words.known(at: start, before: end)?.length ?? 0) > stop - start
  }

  /// Whether a capitalised word belongs to no name begun before it: a title, an honorific, a function word.
  private func breaksRun(_ start: Int, at stop: Int, before end: Int) -> Bool {
    if words.honorific(stop) != nil, stop + 1 < end, words.isCapitalized(stop + 1) { return true }
    if words.isLower(stop - 1) == false, !words.classes(stop).isDisjoint(with: .function), !words.isInitial(stop),
      !words.has(stop, .particle), !words.isAllCapitals(stop)
    {
      return true
    }
    guard let (role, length) = words.role(at: stop, before: end), isTitle(stop, length, before: end) else {
      return false
    }
    if role.isOccupation, length == 1 { return false }
    // A title stands before a name: what ends one is its suffix ("Kappel AG"), what follows a head its adjective ("Hospital General").
    if role.isAbbreviation, !words.isCapitalized(stop + length) { return false }
    if words.cues.headFirst, words.has(stop - 1, .anyHead), !words.isGivenName(stop + length) { return false }
    if words.isGivenName(start), length == 1, stop + length >= end || !words.isCapitalized(stop + length) {
      return false
    }
    return true
  }

  /// The end of a link word and the capitalised word behind it, if the name goes on over them.
  private func linkEnd(_ start: Int, at stop: Int, before end: Int) -> Int? {
    if words.kind(stop) == .symbol {
      return words.byte(stop) == UInt8(ascii: "&") && words.isCapitalized(stop + 1) ? stop + 2 : nil
    }
    if isPatron(start..<stop, at: stop, before: end) { return stop + 2 }
    let phrase = words.cues.phrases.longestMatch(at: stop, count: end) { words.fold($0) }
    let flags = phrase.map(\.value) ?? words.flags(stop)
    let next = stop + (phrase?.length ?? 1)
    guard next < end, words.isCapitalized(next), !words.has(next, [.calendar, .never]) else { return nil }
    let left = start..<stop
    if flags.contains(.of) || flags.contains(.particle) && !words.cues.headFirst, takesTail(left, next, before: end) {
      return next + 1
    }
    if flags.contains(.particle), takesParticle(left, next, before: end) { return next + 1 }
    if flags.contains(.and), joins(left, next, before: end) { return next + 1 }
    return nil
  }

  /// "St Anne | 's Hospital": what is called after a saint.
  private func isPatron(_ left: Range<Int>, at stop: Int, before end: Int) -> Bool {
    left.count == 2 && words.isPossessive(stop) && stop + 1 < end && words.isCapitalized(stop + 1)
      && words.has(stop + 1, .anyHead) && words.tokens[left.lowerBound].span.count <= 3
      && words.isGivenName(left.lowerBound + 1)
  }

  /// Whether the name so far is an institution, place, event or law that "of" continues ("Ministry of …", "Ley de …").
  private func takesTail(_ left: Range<Int>, _ next: Int, before end: Int) -> Bool {
    if words.isGivenName(left.lowerBound), words.isSurname(left.upperBound - 1) { return false }
    let heads = words.cues.headFirst ? left : (left.upperBound - 1)..<left.upperBound
    let closing = left.contains { words.has($0, .orgSuffix) }
    if left.count >= 2, left.allSatisfy({ !words.has($0, .orgHead) }),
      usableKnown(at: next, before: end)?.type == .location
    {
      return false
    }
    // "Front for the Liberation | of …": the head stands before the link.
    let isLong = left.count > 3 && left.dropLast().contains { words.isLower($0) && words.has($0, .definite) }
    if isLong, words.has(left.first { words.isCapitalized($0) && words.isLower($0 + 1) } ?? -1, .orgHead) {
      return true
    }
    if closing { return false }
    return heads.contains { words.has($0, .anyHead) && words.role(at: $0, before: end) == nil }
      || isOwner(next - 1) && isMadeOfWords(left, next, before: end)
  }

  /// Whether the name so far is a title made of ordinary words, as papers and unions have it ("El Heraldo de …", "Coordinadora Minera del …"),
  /// and not the name of a person, a place or a body that what follows only locates.
  private func isMadeOfWords(_ left: Range<Int>, _ next: Int, before end: Int) -> Bool {
    let hasArticle = left.count > 1 && (words.has(left.lowerBound, .definite) || words.has(left.lowerBound, .particle))
    let first = hasArticle ? left.lowerBound + 1 : left.lowerBound
    guard first > 0, hasArticle || words.isLower(first - 1) || words.has(first - 1, .definite) else { return false }
    return (first..<left.upperBound).allSatisfy { i in
      guard words.isCapitalized(i) else { return true }
      let isOrdinary =
        !words.isAllCapitals(i) && !words.isInitial(i) && words.givenName(i) == nil
        && words.demonym(at: i, before: end) == nil
        && (words.cues.headFirst && i == first || words.role(at: i, before: end) == nil)
      guard isOrdinary, let known = usableKnown(at: i, before: end) else {
        return isOrdinary && lexicon.surnames[words.fold(i)] == nil
      }
      // Places are called after words, too, and after places.
      return known.kind == .place && (hasArticle || !isPersonal(next))
    }
  }
  private func isPersonal(_ i: Int) -> Bool { words.givenName(i) != nil || lexicon.surnames[words.fold(i)] != nil }
  /// Whether the word in front of a tail is "of", or an article or preposition of the names of persons and places.
  private func isOwner(_ i: Int) -> Bool {
    words.cues.headFirst ? words.has(i, .particle) || words.has(i, .definite) : words.has(i, [.of, .particle])
  }
  private var lexicon: Lexicon { words.lexicon }

  /// Whether a particle goes on with a person's name ("Juan de la Cruz").
  private func takesParticle(_ left: Range<Int>, _ next: Int, before end: Int) -> Bool {
    guard words.givenName(left.lowerBound) != nil || words.isInitial(left.lowerBound), left.count <= 3 else {
      return false
    }
    if let known = usableKnown(at: next, before: end), known.kind == .country || known.isCapital { return false }
    return !left.contains { words.has($0, .anyHead) }
  }

  /// Whether "and" stays inside a name: between the fields of an office ("Ministry of Science and Technology").
  private func joins(_ left: Range<Int>, _ next: Int, before end: Int) -> Bool {
    if joinsHead(left, next, before: end) { return true }
    guard words.classes(next).isDisjoint(with: .function), !isOwnName(next, before: end) else { return false }
    guard left.count >= 3, left.contains(where: { words.isLower($0) && words.has($0, .of) }) else { return false }
    guard words.has(left.lowerBound, .orgHead) || left.contains(where: { words.has($0, .orgHead) }) else {
      return false
    }
    return usableKnown(at: next, before: end) == nil && !words.isGivenName(next)
  }

  /// Whether what begins at `next` is a name by itself: with a tail of its own, or a company's suffix.
  private func isOwnName(_ next: Int, before end: Int) -> Bool {
    var last = next
    while last + 1 < end, words.isCapitalized(last + 1) { last += 1 }
    if last > next, words.has(last, .orgSuffix) || words.isAllCapitals(last) { return true }
    return words.has(last, .anyHead) && isOwner(last + 1) && words.isLower(last + 1)
  }

  /// Whether both sides share the head behind them ("the Food and Drug Administration").
  private func joinsHead(_ left: Range<Int>, _ next: Int, before end: Int) -> Bool {
    guard !words.cues.headFirst, left.count <= 2, left.lowerBound > 0, words.has(left.lowerBound - 1, .definite) else {
      return false
    }
    guard !left.contains(where: { words.has($0, .anyHead) || words.isGivenName($0) || words.isSurname($0) }) else {
      return false
    }
    guard usableKnown(at: left.lowerBound, before: left.upperBound) == nil,
      words.demonym(at: left.lowerBound, before: end) == nil
    else { return false }
    var last = next
    while last + 1 < end, words.isCapitalized(last + 1) { last += 1 }
    return last > next && words.has(last, [.orgHead, .lawHead])
  }
}
