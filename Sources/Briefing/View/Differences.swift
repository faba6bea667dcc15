import NewsModel

extension StorySource {
  /// The discrepancies whose verdict passes, in the story's order.
  func differences(_ passes: (Discrepancy.Verdict) -> Bool) -> [Difference] {
    var seen: Set<[String]> = []
    return story.discrepancies.filter { passes($0.verdict) }.compactMap(difference).filter { difference in
      let versions = difference.versions.flatMap { [$0.words] + $0.markers.map(\.label) }
      return seen.insert([difference.question] + versions).inserted
    }
  }

  private func difference(_ discrepancy: Discrepancy) -> Difference? {
    guard let claim = claim(discrepancy.claim) else { return nil }
    let versions = versions(discrepancy)
    guard versions.count > 1 else { return nil }
    return Difference(
      question: report("ask.\(discrepancy.kind.rawValue)"), claim: shown(claim), claimID: claim.id.raw,
      versions: versions,
      why: clean(discrepancy.why), isQuotation: [.wording, .promotion, .translation].contains(discrepancy.kind))
  }

  /// The versions with what differs in them; those of the same words are one.
  private func versions(_ discrepancy: Discrepancy) -> [Difference.Version] {
    let values = discrepancy.values.filter { holds($0.at) }
    let whole = values.map { words($0.at) }
    var cut = zip(values, differing(whole) ?? whole).map { shortened($1, to: 90) }
    if Set(cut).count < Set(whole).count { cut = whole.map { shortened($0, to: 90) } }
    var versions: [Difference.Version] = []
    for (value, words) in zip(values, cut) {
      let shown = isQuoted(value.at) && words.unicodeScalars.first != "“" ? "“\(words)”" : withMarksClosed(words)
      let marker = marker(value.at)
      if let i = versions.firstIndex(where: { $0.words == shown }) {
        if !versions[i].markers.contains(marker) { versions[i].markers.append(marker) }
      } else {
        versions.append(
          .init(words: shown, value: meaning(value.value, discrepancy.kind, in: shown), markers: [marker]))
      }
    }
    return versions
  }

  /// A date or a number that the words leave to the reader ("last month", "a dozen"); nil where they give it themselves.
  private func meaning(_ value: String, _ kind: Discrepancy.Kind, in words: String) -> String? {
    let value = clean(value)
    let numbers = words.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    switch kind {
    case .date:
      let timex = TimexValue(value)
      guard timex.days != nil else { return nil }
      if let date = timex.date, numbers.contains(date.day ?? date.year) { return nil }
      return days.text(timex)
    case .number: return numbers.isEmpty ? value : nil
    default: return nil
    }
  }
}

extension Discrepancy.Kind {
  /// What the versions answer differently.
  var question: String {
    ReportWords.english("ask.\(rawValue)")
  }
}
