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

  /// A grouper for a stream of annotated articles. `store` keeps the stories that take no more.
  public func grouper(store: (any StoryStore)? = nil) -> StoryGrouper {
    StoryGrouper(encoder: encoder, options: storyOptions, store: store)
  }

  /// The grouper that gave `snapshot`, to go on with; nil where the bytes are of another layout.
  public func grouper(snapshot: [UInt8], store: (any StoryStore)? = nil) -> StoryGrouper? {
    StoryGrouper(snapshot: snapshot, encoder: encoder, options: storyOptions, store: store)
  }

  /// A finder of the copies in a stream of annotated articles.
  public func duplicates(options: DuplicateOptions = DuplicateOptions()) -> DuplicateFinder {
    DuplicateFinder(options: options)
  }

  private var storyOptions: StoryOptions {
    var options = StoryOptions()
    options.corrections = corrections
    return options
  }

  /// What stored results of this engine bear: which analysis made them, and whether the encoder had a part in it. To be raised with every
  /// change that gives other results, so that an archive knows what to make anew.
  public var analysisVersion: String { encoder == nil ? Self.articleVersion : Self.articleVersion + "+encoder" }

  /// The same for what is read out of one article, in which the encoder has no part.
  public static let articleVersion = "3"

  /// An engine that replays these corrections instead of those it had.
  public func replaying(_ corrections: [Correction]) -> Engine { Engine(encoder: encoder, corrections: corrections) }

  /// Traces the articles of one story, which are known to be one.
  public func trace(_ articles: [AnnotatedArticle], as id: ID<Story>) -> Story {
    StoryTracer(annotator: annotator, encoder: encoder, corrections: corrections).trace(articles, id: id)
  }

  /// Groups articles into stories and traces each. Stories come in the order of their first articles.
  public func trace(_ articles: [AnnotatedArticle]) -> Trace {
    let tracer = StoryTracer(annotator: annotator, encoder: encoder, corrections: corrections)
    let groups = StoryGroups(articles, grouper: grouper())
    let stories = groups.all.map { tracer.trace($0.articles, id: $0.id) }
    return Trace(stories: stories, crossing: CrossStories().find(stories))
  }
}
