import NewsModel
import TextBytes

extension StorySource {
  /// A line of an article with everything that rests on it; false where the article has no such place.
  func explain(article index: Int, place: String, _ page: inout ExplanationPage) -> Bool {
    let marker = Marker(article: index + 1, place: place)
    guard let words = text(at: marker) else { return false }
    page.line(.marker(marker) + .plain(" \(outlet(index)), \(date(index))"))
    page.line(.words(clean(words)), 1)
    cuts(index, marker, &page)
    claims(marker, &page)
    quotations(index, marker, &page)
    annotations(index, marker, &page)
    return true
  }

  /// The words of a place: the line of the file, or the paragraph where those are counted.
  func text(at marker: Marker) -> String? {
    let index = marker.article - 1
    guard story.articles.indices.contains(index) else { return nil }
    let article = story.articles[index].article
    switch marker.place {
    case "title": return article.title.map { article.text[$0] }
    case "deck": return article.deck.map { article.text[$0] }
    case "notice":
      guard let notice = article.metadata.aiDisclosure, notice.end <= article.input.count else { return nil }
      return article.input[notice]
    default:
      guard let number = Int(marker.place) else { return nil }
      if lines[index].countsParagraphs {
        return article.paragraphs.indices.contains(number - 1) ? article.text[article.paragraphs[number - 1].span] : nil
      }
      return lines[index].inputLine(number).map { article.input[$0] }
    }
  }

  private func cuts(_ index: Int, _ marker: Marker, _ page: inout ExplanationPage) {
    let article = story.articles[index].article
    for cut in article.removed
    where cut.span.end <= article.input.count && lines[index].marker(source: cut.span) == marker {
      page.line(
        .plain("cut as \(cut.reason.rawValue): ") + .words(shortened(clean(article.input[cut.span]), to: 300)), 1)
    }
  }

  private func claims(_ marker: Marker, _ page: inout ExplanationPage) {
    let resting = story.claims.filter { claim in claim.support.contains { self.marker($0.passage) == marker } }
    if !resting.isEmpty { page.line("CLAIMS") }
    for claim in resting {
      let bounds = claim.origins
      let range =
        bounds.lower == bounds.upper ? counted(bounds.lower, "origin") : "\(bounds.lower) to \(bounds.upper) origins"
      page.line(
        .plain("\(claim.id.raw) ") + .words(shown(claim)) + .plain(" · \(claim.basis.tag) · \(range)"), 1)
    }
  }

  private func quotations(_ index: Int, _ marker: Marker, _ page: inout ExplanationPage) {
    let here = story.articles[index].quotations.filter {
      self.marker(Passage(article: index, span: $0.content)) == marker
    }
    if !here.isEmpty { page.line("SAID") }
    for quotation in here {
      let hands = (quotation.chain.map(name) + [outlet(index)]).joined(separator: " → ")
      page.line(.words(words(Passage(article: index, span: quotation.content))), 1)
      page.line("\(quotation.directness.rawValue) \(quotation.act.rawValue) · \(hands)", 2)
    }
  }

  private func annotations(_ index: Int, _ marker: Marker, _ page: inout ExplanationPage) {
    let annotated = story.articles[index]
    func here(_ span: TextSpan) -> Bool { self.marker(Passage(article: index, span: span)) == marker }
    let times = annotated.times.filter { here($0.span) }.map { time in
      Phrase.words(words(Passage(article: index, span: time.span))) + .plain(" = \(time.value?.text ?? "unresolved")")
    }
    if !times.isEmpty { page.line("TIMES  " + times.joined(" · ")) }
    let mentions = annotated.mentions.filter { here($0.span) && $0.kind != .pronoun }.map { mention in
      let who = mention.entity.flatMap { story.entities.indices.contains($0) ? story.entities[$0] : nil }
      let meant = who.map { " = \(clean($0.name)) (\($0.id.raw))" } ?? ""
      return Phrase.words(words(Passage(article: index, span: mention.span))) + .plain(meant)
    }
    if !mentions.isEmpty { page.line("MENTIONS  " + mentions.joined(" · ")) }
    for event in story.events where event.mentions.contains(where: { self.marker($0) == marker }) {
      page.line("EVENT  \(event.id.raw) \(clean(event.type))" + (event.mode.map { " / " + clean($0) } ?? ""))
    }
  }
}
