import NewsModel

extension StorySource {
  /// An entity with its names, where it is spoken of, and why its mentions were taken for one.
  func explain(entity index: Int, _ page: inout ExplanationPage) {
    let entity = story.entities[index]
    page.line("ENTITY \(entity.id.raw)  \(clean(entity.name))")
    let facts = [entity.type.rawValue] + entity.roles.map(clean) + [entity.country].compactMap { $0 }.map(clean)
    page.line(facts.joined(separator: " · "), 1)
    if let body = entity.affiliation, story.entities.indices.contains(body) {
      page.line("speaks for \(clean(story.entities[body].name))", 1)
    }
    for (language, names) in entity.names.sorted(by: { $0.key < $1.key }) {
      page.line("\(language.code): \(names.map(clean).joined(separator: ", "))", 1)
    }
    if !entity.because.isEmpty { page.line("WHY ONE") }
    for reason in entity.because { page.line(clean(reason), 1) }
    page.line("MENTIONS")
    for article in story.articles.indices {
      let mentions = story.articles[article].mentions.filter { $0.entity == index }
      guard !mentions.isEmpty else { continue }
      let places = mentions.map { mention in
        let passage = Passage(article: article, span: mention.span)
        return .words(words(passage)) + " " + .marker(marker(passage)) as Phrase
      }
      page.line(.plain("\(article + 1) \(outlet(article)): ") + places.joined(" · "), 1)
    }
  }

  /// An event with its parties and every passage that tells it.
  func explain(_ event: StoryEvent, _ page: inout ExplanationPage) {
    let mode = event.mode.map { " / " + clean($0) } ?? ""
    page.line("EVENT \(event.id.raw)  \(clean(event.type))\(mode)" + (event.date.map { " · " + days.text($0) } ?? ""))
    func names(_ list: [Int]) -> String {
      list.filter(story.entities.indices.contains).map { clean(story.entities[$0].name) }.joined(separator: ", ")
    }
    if !event.actors.isEmpty { page.line("by \(names(event.actors))", 1) }
    if !event.recipients.isEmpty { page.line("to \(names(event.recipients))", 1) }
    page.line("TOLD IN")
    for passage in event.mentions where holds(passage) {
      page.line(.words(words(passage)) + " " + .marker(marker(passage)), 1)
    }
  }

  /// An article: whose text it is, and why.
  func explain(article index: Int, _ page: inout ExplanationPage) {
    let row = articleRow(index)
    page.line("ARTICLE \(row.number)  \(row.outlet) · \(row.language) · \(row.date)")
    if !row.title.isEmpty { page.line(.words(row.title), 1) }
    for note in row.notes { page.line(note, 1) }
    let derivations = story.derivations.filter { $0.article == index }
    if derivations.isEmpty { page.line(row.descent, 1) }
    for derivation in derivations { explain(derivation, &page) }
  }

  private func explain(_ derivation: Derivation, _ page: inout ExplanationPage) {
    let name = origin(derivation.origin).map { clean($0.name) } ?? derivation.origin.raw
    let share = derivation.coverage.map { " · \(Int(($0 * 100).rounded())) % of its passages" } ?? ""
    page.line("\(derivation.kind.told(of: name))\(share): \(clean(derivation.because))", 1)
    for credit in derivation.credits {
      switch credit {
      case .text(let span):
        let passage = Passage(article: derivation.article, span: span)
        page.line("credit: " + .words(words(passage)) + " " + .marker(marker(passage)), 2)
      case .source(let span):
        let article = story.articles[derivation.article].article
        guard span.end <= article.input.count else { continue }
        page.line(
          "credit: " + .words(clean(article.input[span])) + " "
            + .marker(lines[derivation.article].marker(source: span)), 2)
      }
    }
    for pair in derivation.pairs.sorted(by: { $0.to < $1.to }) where holds(pair.to) && holds(pair.from) {
      page.line(.marker(marker(pair.to)) + " " + .words(words(pair.to)), 2)
      page.line(
        .plain("\(pair.relation.rawValue) of ") + .marker(marker(pair.from)) + " " + .words(words(pair.from)), 3)
    }
  }
}
