import Contract

/// Every passage that states a claim, as an annotation of its article (W3C Web Annotation Data Model).
///
/// Positions count Unicode code points of the article's clean text, as the model asks of a text ("4.2.5 Text Position Selector"); that
/// text is not the page, so that it has an address of its own, and the page is the `scope`.
struct WebAnnotations {
  private let trace: WireTrace
  /// Code points told before and behind the words, so that they can be found again in another edition.
  private static let around = 32

  init(_ trace: WireTrace) { self.trace = trace }

  var value: JSONValue {
    let items = trace.stories.flatMap(annotations)
    let collection = Name.base + "annotations:" + trace.stories.map(\.id).joined(separator: "+")
    return JSONValue.object([
      "@context": "http://www.w3.org/ns/anno.jsonld", "id": .text(collection), "type": "AnnotationCollection",
      "label": "Passages that state claims", "total": .integer(items.count),
      "first": [
        "id": .text(collection + ":1"), "type": "AnnotationPage", "partOf": .text(collection), "startIndex": 0,
        "items": .list(items),
      ],
    ]).withoutAbsent
  }

  private func annotations(_ story: WireStory) -> [JSONValue] {
    let index = StoryIndex(story)
    let texts = story.articles.map { Array($0.text.unicodeScalars) }
    return story.claims.flatMap { claim in
      claim.support.enumerated().compactMap { number, support in
        guard let place = index.number(support.article) else { return nil }
        let article = story.articles[place]
        let text = support.in == nil ? texts[place] : Array((article.part(support.in) ?? "").unicodeScalars)
        let id = Name.claim(claim.id, of: story.id)
        return [
          "id": .text("\(id):passage:\(number + 1)"), "type": "Annotation", "motivation": "identifying",
          "generator": ["id": "urn:stemma:software", "type": "Software", "name": "Stemma"],
          "body": [
            ["type": "SpecificResource", "source": .text(id), "purpose": "identifying"],
            ["type": "TextualBody", "value": .text(claim.text), "format": "text/plain", "purpose": "describing"],
            [
              "type": "TextualBody", "value": .text(index.sourcing(claim)), "format": "text/plain", "language": "en",
              "purpose": "commenting",
            ],
          ],
          "target": [
            "type": "SpecificResource", "source": source(article, support), "scope": JSONValue(Name.web(article)),
            "selector": .list(selectors(support, in: text)),
          ],
        ]
      }
    }
  }

  private func source(_ article: WireArticle, _ support: WireClaim.Support) -> JSONValue {
    [
      "id": .text(Name.text(article.id, part: support.in)), "type": "Text", "format": "text/plain",
      "language": JSONValue(article.language),
    ]
  }

  private func selectors(_ support: WireClaim.Support, in text: [Unicode.Scalar]) -> [JSONValue] {
    let (start, end) = (min(support.start, text.count), min(support.end, text.count))
    return [
      [
        "type": "TextQuoteSelector", "exact": .text(support.exact),
        "prefix": Self.text(text[max(0, start - Self.around)..<start]),
        "suffix": Self.text(text[end..<min(text.count, end + Self.around)]),
      ],
      ["type": "TextPositionSelector", "start": .integer(support.start), "end": .integer(support.end)],
    ]
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> JSONValue {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return scalars.isEmpty ? .null : .text(String(view))
  }
}
