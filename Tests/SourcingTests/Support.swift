import Engine
import NewsModel
import Testing
import TextBytes

/// A clean article of a story made up for a test.
func report(_ id: String, _ outlet: String, _ published: String?, title: String? = nil, _ text: String) -> RawDocument {
  var hints = RawDocument.Hints()
  hints.outlet = outlet
  hints.published = published.flatMap { Timestamp(iso: $0) }
  hints.title = title
  return RawDocument(
    id: id, source: id, sha256: id, encoding: "utf-8", input: SourceText(text), form: .text, hints: hints)
}

/// One of Tuesday, 14 May 2024.
func report(_ id: String, _ outlet: String, title: String? = nil, _ text: String) -> RawDocument {
  report(id, outlet, "2024-05-14", title: title, text)
}

/// The story that `reports` tell, traced without an encoder; grouping is not asked.
func traced(_ reports: [RawDocument], corrections: [Correction] = []) -> Story {
  let engine = Engine()
  let annotated = reports.map { engine.annotate(engine.read($0)) }
  return StoryTracer(encoder: nil, corrections: corrections).trace(annotated, id: ID("s1"))
}

extension Story {
  func words(_ passage: Passage) -> String { articles[passage.article].article.text[passage.span] }

  /// The claim that rests on the most passages with `words` in them.
  func claim(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Claim {
    func hits(_ claim: Claim) -> Int { claim.support.filter { self.words($0.passage).contains(words) }.count }
    let best = claims.max { hits($0) < hits($1) }
    return try #require(
      best.flatMap { hits($0) > 0 ? $0 : nil }, "no claim with “\(words)”", sourceLocation: sourceLocation)
  }

  func origins(of claim: Claim) -> [Origin] { claim.origins.ids.compactMap { id in origins.first { $0.id == id } } }

  /// The one origin of a claim.
  func origin(of claim: Claim, sourceLocation: SourceLocation = #_sourceLocation) throws -> Origin {
    let all = origins(of: claim)
    try #require(all.count == 1, "\(all.map(\.name))", sourceLocation: sourceLocation)
    return all[0]
  }

  func discrepancies(_ kind: Discrepancy.Kind) -> [Discrepancy] { discrepancies.filter { $0.kind == kind } }
}
