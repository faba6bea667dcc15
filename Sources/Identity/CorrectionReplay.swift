import NewsModel
import TextBytes

/// Finds the entity of an article that a correction points at.
struct AnchorFinder {
  let articles: [AnnotatedArticle]
  let locals: [LocalEntity]

  /// The local whose mention overlaps the anchor most, or nil. Code points count from where the body begins.
  func local(at reference: Correction.Reference) -> Int? {
    guard case .anchor(let id, let start, let end) = reference,
      let number = articles.firstIndex(where: { $0.article.id.raw == id })
    else { return nil }
    let annotated = articles[number]
    let index = CodePointIndex(annotated.article.text)
    let base = index.codePoint(atByte: annotated.article.body.start)
    let lower = index.byte(atCodePoint: base + start)
    let span = TextSpan(lower, max(lower, index.byte(atCodePoint: base + end)))
    let hit = annotated.mentions.filter { $0.entity != nil && $0.span.overlaps(span) }
      .max { ($0.span.overlap(span), -$0.span.count) < ($1.span.overlap(span), -$1.span.count) }
    guard let entity = hit?.entity else { return nil }
    return locals.firstIndex { $0.article == number && $0.index == entity }
  }
}

extension StoryEntityMaker {
  /// The drafts after one correction; what it names and is not there is passed over.
  func replay(
    _ correction: Correction, on drafts: [StoryEntityDraft], _ anchors: AnchorFinder
  ) -> [StoryEntityDraft] {
    switch correction.action {
    case .merge(let references): merged(references, correction, drafts, anchors)
    case .split(let reference, let from): split(reference, from, correction, drafts, anchors)
    case .rename(let reference, let name): renamed(reference, name, drafts, anchors)
    default: drafts
    }
  }

  private func number(
    _ reference: Correction.Reference, _ drafts: [StoryEntityDraft], _ anchors: AnchorFinder
  ) -> Int? {
    if case .id(let id) = reference { return drafts.firstIndex { $0.entity.id.raw == id } }
    return anchors.local(at: reference).flatMap { local in drafts.firstIndex { $0.members.contains(local) } }
  }

  private func merged(
    _ references: [Correction.Reference], _ correction: Correction, _ drafts: [StoryEntityDraft],
    _ anchors: AnchorFinder
  ) -> [StoryEntityDraft] {
    var numbers: [Int] = []
    for reference in references {
      if let found = number(reference, drafts, anchors), !numbers.contains(found) { numbers.append(found) }
    }
    guard numbers.count >= 2 else { return drafts }
    let members = numbers.flatMap { drafts[$0].members }.sorted()
    var whole = make(members, because: numbers.flatMap { drafts[$0].entity.because } + [sentence("Merged", correction)])
    // The first that the correction names gives its identity.
    whole.entity.id = drafts[numbers[0]].entity.id
    whole.entity.name = drafts[numbers[0]].entity.name
    whole.entity.type = drafts[numbers[0]].entity.type
    whole.entity.key = drafts[numbers[0]].entity.key
    return drafts.indices.filter { !numbers.contains($0) }.map { drafts[$0] } + [whole]
  }

  private func split(
    _ reference: Correction.Reference, _ from: String, _ correction: Correction, _ drafts: [StoryEntityDraft],
    _ anchors: AnchorFinder
  ) -> [StoryEntityDraft] {
    guard let local = anchors.local(at: reference),
      let source = drafts.firstIndex(where: { $0.entity.id.raw == from && $0.members.contains(local) }),
      drafts[source].members.count > 1
    else { return drafts }
    var drafts = drafts
    let kept = drafts[source].entity
    let because = kept.because + [sentence("Split", correction)]
    let rest = make(drafts[source].members.filter { $0 != local }, because: because)
    var part = make([local], because: [sentence("Split", correction)])
    part.entity.id = Self.id(part.entity.type, folded(part.entity.name) + "#" + locals[local].articleID)
    drafts[source] = rest
    drafts[source].entity.id = kept.id
    return drafts + [part]
  }

  private func renamed(
    _ reference: Correction.Reference, _ name: String, _ drafts: [StoryEntityDraft], _ anchors: AnchorFinder
  ) -> [StoryEntityDraft] {
    guard let number = number(reference, drafts, anchors) else { return drafts }
    var drafts = drafts
    drafts[number].entity.name = name
    return drafts
  }

  private func sentence(_ what: String, _ correction: Correction) -> String {
    let author = correction.by.map { " by \($0)" } ?? ""
    return "\(what)\(author)" + (correction.why.map { ": \($0)" } ?? "") + "."
  }
}
