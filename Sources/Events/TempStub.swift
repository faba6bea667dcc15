import NewsModel
import TextBytes
public struct EventFinder: Annotator {
  public init() {}
  public struct Input: Sendable {
    public init(reading: Reading, entities: [Entity], mentions: [Mention], times: [TimeExpression], quotations: [Quotation]) {}
  }
  public func annotate(_ input: Input) -> [EventMention] { [] }
}
