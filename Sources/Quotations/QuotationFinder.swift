import NewsModel
import TextBytes

/// Finds who said what, by what word, and through whom: direct, indirect and mixed quotations with their attribution chains.
///
/// The words of each language stand in `Resources/<code>/`; a text in a language without a folder has no quotations.
public struct QuotationFinder: Annotator {
  /// Makes a finder; the tables are loaded once in a process.
  public init() {}

  /// What quotations build on.
  public struct Input: Sendable {
    /// The text in sentences and tokens.
    public var reading: Reading
    /// Whom the text speaks of.
    public var entities: [Entity]
    /// Where the entities are spoken of, in any order.
    public var mentions: [Mention]
    /// The article; its credit and dateline name a last relay. Nil for a text that stands alone.
    public var article: Article?
    /// Makes an input.
    public init(reading: Reading, entities: [Entity] = [], mentions: [Mention] = [], article: Article? = nil) {
      self.reading = reading
      self.entities = entities
      self.mentions = mentions
      self.article = article
    }
  }

  /// The quotations of a text, in its order. O(n) for sentences of bounded length.
  public func annotate(_ input: Input) -> [Quotation] {
    guard let folder = CueFolder.of(input.reading.language), !input.reading.tokens.isEmpty else { return [] }
    let page = Page(input, folder: folder)
    let back = BackReferences(page: page)
    var drafts = page.frames.indices.filter { !back.holds($0) }.flatMap { FrameMatcher.drafts(page, $0) }
    drafts += back.drafts(beside: drafts)
    drafts += Sequels(page: page, drafts: drafts).found()
    return ChainResolver(page: page, credit: credit(of: input)).resolve(drafts)
  }

  /// The agency that the article credits, as an implied link.
  private func credit(of input: Input) -> ChainLink? {
    guard let article = input.article, let name = article.metadata.agency.first ?? article.metadata.dateline?.agency,
      let at = article.metadata.at[.agency]?.first ?? article.metadata.at[.dateline]?.first
    else { return nil }
    let entity = input.entities.firstIndex { FoldHash($0.name) == FoldHash(name) || $0.key == name }
    return ChainLink(role: .relay, at: .source(at), entity: entity, kind: .organization, implied: true, name: name)
  }
}
