import NewsModel

/// Puts the persons of a story's articles together: full names first, then lone surnames where one person can be meant.
struct PersonResolver {
  let locals: [LocalEntity]

  /// Merges in `partition` what is one person. O(n²) in the persons of the story.
  func resolve(_ persons: [Int], in partition: inout Partition) {
    let ordered = persons.sorted { a, b in
      let (x, y) = (locals[a].form.parts.count, locals[b].form.parts.count)
      return x != y ? x > y : LocalEntity.precedes(locals[a], locals[b])
    }
    let full = ordered.filter { locals[$0].form.isFull }
    for (rank, person) in full.enumerated() { join(person, to: Array(full[..<rank]), in: &partition) }
    let lone = ordered.filter { !locals[$0].form.isFull }
    var homeless: [Int] = []
    for person in lone where !settle(person, among: full, in: &partition) { homeless.append(person) }
    pair(homeless, in: &partition)
  }

  /// Joins a full name to the one set of earlier names that it fits wholly; to none where several fit equally.
  private func join(_ person: Int, to earlier: [Int], in partition: inout Partition) {
    var fits: [(root: Int, exact: Bool, whole: Int, support: Int)] = []
    for root in Set(earlier.map { partition.root($0) }).sorted() {
      let matches = partition.set(of: root).compactMap { other -> (Bool, Int, Int)? in
        guard !locals[person].conflicts(with: locals[other]),
          let match = locals[person].form.match(locals[other].form)
        else { return nil }
        let support = locals[person].support(locals[other])
        return match.isExact || support > 0 || match.wholeParts > 0 && isForeignSpelling(person, other)
          ? (match.isExact, match.wholeParts, support) : nil
      }
      guard matches.count == partition.set(of: root).count else { continue }
      fits.append((root, matches.contains { $0.0 }, matches.map(\.1).max() ?? 0, matches.map(\.2).max() ?? 0))
    }
    fits.sort { ($0.exact ? 1 : 0, $0.whole, $0.support) > ($1.exact ? 1 : 0, $1.whole, $1.support) }
    guard let best = fits.first else { return }
    if fits.count > 1, fits[1].exact == best.exact, fits[1].whole == best.whole, fits[1].support == best.support {
      return
    }
    let how = best.exact ? "the parts of the shorter name are in the longer" : "two spellings of one name"
    partition.merge(person, best.root, "\(quote(person)) is \(quote(best.root)): \(how).")
  }

  /// Other articles, perhaps of other languages, may spell a name otherwise; one article hardly does.
  private func isForeignSpelling(_ a: Int, _ b: Int) -> Bool { locals[a].article != locals[b].article }

  /// Joins a lone surname to the person it can only mean. Returns false where nobody bears it; true also where several do and nothing decides.
  private func settle(_ person: Int, among full: [Int], in partition: inout Partition) -> Bool {
    var candidates: [Int: Int] = [:]
    for other in full {
      let agreement = surnameAgreement(person, other)
      guard agreement > 0, !locals[person].conflicts(with: locals[other]) else { continue }
      let support = locals[person].support(locals[other])
      let isTranslated = locals[person].language != locals[other].language
      guard agreement == 3 || support > 0 || agreement == 2 && isTranslated else { continue }
      let root = partition.root(other)
      candidates[root] = max(candidates[root] ?? 0, agreement * 10 + support)
    }
    let ranked = candidates.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard let best = ranked.first else { return false }
    if ranked.count > 1, ranked[1].value == best.value { return true }
    let why =
      ranked.count == 1
      ? "the only person of that name in the story" : "of those with that name, the one whose office or country agrees"
    partition.merge(person, best.key, "\(quote(person)) is \(quote(best.key)): \(why).")
    return true
  }

  private func surnameAgreement(_ person: Int, _ other: Int) -> Int {
    if locals[other].cores.contains(locals[person].core) { return 3 }
    return locals[other].form.surnameAgreement(locals[person].form)
  }

  /// Lone surnames that nobody bears in full are one person where they agree and nothing speaks against it.
  private func pair(_ lone: [Int], in partition: inout Partition) {
    for (rank, person) in lone.enumerated() {
      for other in lone[..<rank] where partition.root(person) != partition.root(other) {
        guard let a = locals[person].form.parts.first, let b = locals[other].form.parts.first else { continue }
        let set = partition.set(of: other)
        guard a.text == b.text || a.agreement(b) >= 2 && locals[person].support(locals[other]) > 0,
          locals[person].form.generation == locals[other].form.generation,
          !set.contains(where: { locals[person].conflicts(with: locals[$0]) })
        else { continue }
        partition.merge(
          person, other, "\(quote(person)) and \(quote(other)) bear one name, and nothing tells them apart.")
        break
      }
    }
  }

  private func quote(_ i: Int) -> String { "“\(locals[i].entity.name)” (\(locals[i].articleID))" }
}
