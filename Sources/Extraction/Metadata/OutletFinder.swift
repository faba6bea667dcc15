import Languages
import Lexicon
import NewsModel
import TextBytes

/// Finds out whose page it is: from the lines that name the outlet, promos in its own name, its domain, the copyright line, the dateline.
struct OutletFinder {
  let page: Page
  let dateline: DatelineReader.Reading?

  func fill(_ metadata: inout Metadata) {
    for find in [outletLine, promo, domain, copyright, datelinePlace] {
      guard let (outlet, span) = find() else { continue }
      metadata.outlet = outlet
      metadata.at[.outlet] = [span]
      if span == dateline?.place, outlet.evidence == "dateline" { metadata.dateline?.place = nil }
      return
    }
  }

  private func named(_ span: TextSpan, _ evidence: String) -> (Outlet, TextSpan)? {
    let name = page.text[span]
    guard !name.isEmpty else { return nil }
    return (OutletNames.shared.outlet(named: shownAsName(name, leastWords: 2), evidence: evidence), span)
  }

  private func outletLine() -> (Outlet, TextSpan)? {
    for line in page.lines.prefix(40) where line.label == .cut(.outlet) {
      let name = page.segments(line.tokens).first.map { page.span(of: $0) } ?? line.span
      if let found = named(name, "credit line") { return found }
    }
    for line in page.lines.prefix(40)
    where line.label == .cut(.section) || line.label == .cut(.other) || line.label == .cut(.navigation) {
      if let known = OutletNames.shared.known(page.text[line.span]) {
        return (Outlet(name: known.name, group: known.group, evidence: "line of the page"), line.span)
      }
    }
    return nil
  }

  /// "Get ST's newsletters", "published by Harbour Post editors": capitals before a possessive or a trade word in furniture.
  private func promo() -> (Outlet, TextSpan)? {
    for line in page.lines where line.label == .cut(.subscribe) || line.label == .cut(.disclaimer) {
      for i in line.tokens.dropLast() {
        let next = page.tokens[i + 1]
        guard next.kind == .clitic, let range = properName(endingAt: i, line), followsNewsletter(i + 2, line) else {
          continue
        }
        return named(page.span(of: ownName(range, line)), "promo in its own name")
      }
    }
    return nil
  }

  /// Without the verb that opens the sentence: "Get" of "Get HP's newsletters".
  private func ownName(_ range: Range<Int>, _ line: PageLine) -> Range<Int> {
    for start in range where OutletNames.shared.known(page.text[page.span(of: start..<range.upperBound)]) != nil {
      return start..<range.upperBound
    }
    let first = range.lowerBound
    let opens =
      first == line.tokens.lowerBound || page.tokens[first - 1].kind == .separator
      || page.tokens[first - 1].kind == .terminal
    return opens && range.count > 1 ? (first + 1)..<range.upperBound : range
  }

  private func followsNewsletter(_ i: Int, _ line: PageLine) -> Bool {
    (i..<min(i + 3, line.tokens.upperBound)).contains { CueWords.shared.contains(page.tokens[$0].fold, .own) }
  }

  private func properName(endingAt i: Int, _ line: PageLine) -> Range<Int>? {
    var start = i
    guard page.tokens[i].kind == .word, page.tokens[i].shape.contains(.capitalized) else { return nil }
    while start > line.tokens.lowerBound, page.tokens[start - 1].kind == .word,
      page.tokens[start - 1].shape.contains(.capitalized)
    { start -= 1 }
    return start..<(i + 1)
  }

  /// The address that furniture names; not one in the story, which may be anyone's.
  private func domain() -> (Outlet, TextSpan)? {
    for line in page.lines where line.label.isCut {
      guard line.label != .cut(.credit), line.label != .cut(.caption) else { continue }
      if let span = domainSpan(line) {
        let host = page.text[span].lowercased()
        guard !Self.services.contains(where: { host.hasPrefix($0) || host.hasSuffix("." + $0) }) else { continue }
        return (DomainName(host).outlet(in: page), span)
      }
    }
    return nil
  }

  private static let services = [
    "facebook.", "twitter.", "x.com", "instagram.", "youtube.", "google.", "t.me", "whatsapp.", "tiktok.", "linkedin.",
    "apple.", "bit.ly", "pic.twitter.", "shutterstock", "gettyimages",
  ]

  private func domainSpan(_ line: PageLine) -> TextSpan? {
    let bytes = page.text.bytes
    var i = line.span.start
    while i < line.span.end {
      guard isHost(bytes[i]) else { i += 1; continue }
      var j = i
      var points = 0
      while j < line.span.end, isHost(bytes[j]) || bytes[j] == 0x2E && j + 1 < line.span.end && isHost(bytes[j + 1]) {
        if bytes[j] == 0x2E { points += 1 }
        j += 1
      }
      if points > 0, isDomain(page.text[TextSpan(i, j)].lowercased()) { return TextSpan(i, j) }
      i = j + 1
    }
    return nil
  }

  private func isHost(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x2D
  }

  private func isDomain(_ host: String) -> Bool {
    let labels = host.split(separator: ".")
    guard let top = labels.last, labels.count >= 2, labels[labels.count - 2].utf8.count >= 2 else { return false }
    let tops: Set<Substring> = [
      "com", "org", "net", "info", "news", "tv", "co", "ca", "uk", "es", "mx", "ar", "cl", "pe", "ve", "us", "au", "in",
      "ie", "nz", "za", "fr", "de", "it", "br", "pt", "eu", "io", "press", "media", "ec", "uy", "bo", "py", "gt", "hn",
      "sv", "ni", "cr", "pa", "do", "pr", "cu", "sg", "hk", "my", "ph", "ng", "ke", "gh", "pk", "bd", "lk", "ae", "il",
      "tr", "ru", "ua", "pl", "nl", "be", "ch", "at", "se", "no", "dk", "fi",
    ]
    return tops.contains(top) && labels.dropLast().allSatisfy { $0.utf8.contains { $0 >= 0x61 && $0 <= 0x7A } }
  }

  private static let copyrightMarks: Set<FoldHash> = [FoldHash("©"), FoldHash("copyright")]

  /// "© 2025 Harbour Post. All rights reserved": the name behind the year.
  private func copyright() -> (Outlet, TextSpan)? {
    for line in page.lines where line.label.isCut {
      guard
        let mark = line.tokens.first(where: { Self.copyrightMarks.contains(page.tokens[$0].fold) })
      else { continue }
      var start = mark + 1
      while start < line.tokens.upperBound,
        page.tokens[start].kind != .word || !page.tokens[start].shape.contains(.capitalized)
      { start += 1 }
      var end = start
      while end < line.tokens.upperBound, page.tokens[end].kind == .word,
        page.tokens[end].shape.contains(.capitalized) || end > start && page.tokens[end].classes.contains(.function),
        end - start < 6
      { end += 1 }
      guard start < end, start - mark <= 6, DatelineReader(page: page).agencies(in: start..<end).isEmpty else {
        continue
      }
      if page.tokens[mark..<start].contains(where: { $0.kind == .number }) {
        return named(page.span(of: start..<end), "copyright line")
      }
    }
    return nil
  }

  /// An outlet's name where a place would stand, closed by a full stop behind a complete date.
  private func datelinePlace() -> (Outlet, TextSpan)? {
    guard let dateline, let place = dateline.place else { return nil }
    let name = page.text[place]
    if let known = OutletNames.shared.known(name) {
      return (Outlet(name: known.name, group: known.group, evidence: "dateline"), place)
    }
    guard dateline.endsInFullStop, name != name.uppercased(), !isPlace(name) else { return nil }
    return (Outlet(name: name, evidence: "dateline"), place)
  }
}

/// Whether a name, or what stands before its first comma, is a place's.
func isPlace(_ name: String) -> Bool {
  let first = name.split(separator: ",").first.map(String.init) ?? name
  return [name, first].contains {
    Lexicon.shared.places[phrase: $0] != nil || Lexicon.shared.countries[phrase: $0] != nil
      || Lexicon.shared.seats[phrase: $0] != nil
  }
}

/// A web domain and the outlet behind it.
struct DomainName {
  let host: String
  init(_ host: String) { self.host = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }

  func outlet(in page: Page) -> Outlet {
    var labels = host.split(separator: ".").map(String.init)
    while labels.count >= 2 {
      if let known = OutletNames.shared.known(domain: labels.joined(separator: ".")) {
        return Outlet(name: known.name, group: known.group, evidence: "domain in the text")
      }
      labels.removeFirst()
    }
    return Outlet(name: words(in: page) ?? host, evidence: "domain in the text")
  }

  /// The name whose words, run together, are the domain's: "harbourpost" is "Harbour Post" if the page says so.
  private func words(in page: Page) -> String? {
    guard let label = host.split(separator: ".").max(by: { $0.utf8.count < $1.utf8.count }) else { return nil }
    let wanted = String(label.filter { $0 != "-" })
    for line in page.lines where line.label.isCut {
      let tokens = page.wordTokens(line.tokens)
      for i in tokens.indices {
        var joined = ""
        for j in i..<min(i + 6, tokens.count) {
          joined += folded(page.text[tokens[j].span])
          guard wanted.hasPrefix(joined) else { break }
          if joined == wanted, j > i || tokens[j].shape.contains(.innerCapital) {
            return page.text[TextSpan(tokens[i].span.start, tokens[j].span.end)]
          }
        }
      }
    }
    return nil
  }
}

/// A name in capitals as names are written: "RIO DE JANEIRO" is "Rio de Janeiro", "WASHINGTON, D.C." is "Washington, D.C.".
/// Names of fewer than `leastWords` words, which may be abbreviations, and words of two letters stay.
func shownAsName(_ name: String, leastWords: Int = 1) -> String {
  let words = name.split(separator: " ")
  guard words.count >= leastWords, name == name.uppercased() else { return name }
  return words.enumerated().map { i, word in
    let lower = word.lowercased()
    if i > 0, CueWords.shared.contains(FoldHash(lower), .small) { return lower }
    // "EL FARO": a small word that begins the name.
    let isSmall = CueWords.shared.contains(FoldHash(lower), .small)
    guard word.utf8.count >= 3 || isSmall, !word.utf8.contains(UInt8(ascii: ".")) else { return String(word) }
    return lower.prefix(1).uppercased() + lower.dropFirst()
  }.joined(separator: " ")
}
