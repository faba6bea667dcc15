import Encoder
import NewsModel
import Stories
import TextBytes

/// The whole flow: documents in, sourced stories out.
///
/// ```swift
/// let engine = Engine(encoder: try? SentenceEncoder.load())
/// let trace = engine.trace(documents.map(engine.read))
/// ```
public struct Engine: Sendable {
  private let annotator = ArticleAnnotator()
  private let encoder: (any TextEncoding)?
  private let corrections: [Correction]

  /// Makes an engine; `encoder` is nil where its weights are not installed, and then matching over languages is weaker.
  public init(encoder: (any TextEncoding)? = nil, corrections: [Correction] = []) {
    self.encoder = encoder
    self.corrections = corrections
  }

  /// Reads a document into an article. O(n).
  public func read(_ document: RawDocument) -> Article { annotator.read(document) }

  /// Annotates an article. O(n).
  public func annotate(_ article: Article) -> AnnotatedArticle { annotator.annotate(article) }

  /// Annotates articles on all cores, in their order. O(n).
  public func annotate(_ articles: [Article]) async -> [AnnotatedArticle] {
    await withTaskGroup(of: (Int, AnnotatedArticle).self) { group in
      var results = [AnnotatedArticle?](repeating: nil, count: articles.count)
      for (number, article) in articles.enumerated() {
        group.addTask { [annotator] in (number, annotator.annotate(article)) }
      }
      for await (number, annotated) in group { results[number] = annotated }
      return results.compactMap { $0 }
    }
  }

  /// A grouper for a stream of annotated articles.
  public func grouper() -> StoryGrouper {
    var options = StoryOptions()
    options.corrections = corrections
    return StoryGrouper(encoder: encoder, options: options)
  }

  /// Groups articles into stories and traces each. Stories come in the order of their first articles.
  public func trace(_ articles: [AnnotatedArticle]) -> Trace {
    let tracer = StoryTracer(annotator: annotator, encoder: encoder, corrections: corrections)
    let groups = StoryGroups(articles, grouper: grouper())
    let stories = groups.all.map { tracer.trace($0.articles, id: $0.id) }
    return Trace(stories: stories, crossing: CrossStories().find(stories))
  }
}
