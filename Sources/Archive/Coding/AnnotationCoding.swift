import NewsModel
import TextBytes

/// What was found in one article, without the article and its tokens. Entity numbers are those of its story.
struct Annotations: Coded {
  var times: [TimeExpression]
  var mentions: [Mention]
  var quotations: [Quotation]
  var events: [EventMention]

  init(_ annotated: AnnotatedArticle) {
    times = annotated.times
    mentions = annotated.mentions
    quotations = annotated.quotations
    events = annotated.events
  }

  func write(to writer: inout ByteWriter) {
    writer.list(times)
    writer.list(mentions)
    writer.list(quotations)
    writer.list(events)
  }

  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    times = try reader.list()
    mentions = try reader.list()
    quotations = try reader.list()
    events = try reader.list()
  }
}

extension TimeExpression: Coded {
  func write(to writer: inout ByteWriter) {
    writer.span(span)
    writer.word(kind)
    writer.date(value)
    writer.word(basis)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      span: try reader.span(), kind: try reader.word(or: .date), value: try reader.optionalDate(),
      basis: try reader.word(or: .document))
  }
}

extension Mention: Coded {
  func write(to writer: inout ByteWriter) {
    writer.span(span)
    writer.word(kind)
    writer.word(type)
    writer.index(entity)
    writer.flag(acting)
    writer.optional(head == span ? nil : head)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      span: try reader.span(), kind: try reader.word(or: .name), type: try reader.word(or: .other),
      entity: try reader.index(), acting: try reader.flag(), head: try reader.optionalSpan())
  }
}

extension ChainLink: Coded {
  func write(to writer: inout ByteWriter) {
    writer.word(role)
    at.write(to: &writer)
    writer.index(entity)
    writer.word(kind)
    writer.flag(anonymous)
    writer.flag(implied)
    writer.optional(description)
    writer.index(count)
    writer.string(name)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      role: try reader.word(or: .speaker), at: try reader.value(), entity: try reader.index(),
      kind: try reader.word(or: .person), anonymous: try reader.flag(), implied: try reader.flag(),
      description: try reader.optionalString(), count: try reader.index(), name: try reader.string())
  }
}

extension ChainLink.Place: Coded {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .text(let span):
      writer.flag(false)
      writer.span(span)
    case .source(let span):
      writer.flag(true)
      writer.span(span)
    }
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self = try reader.flag() ? .source(try reader.span()) : .text(try reader.span())
  }
}

extension Quotation: Coded {
  func write(to writer: inout ByteWriter) {
    writer.span(content)
    writer.spans(parts)
    writer.spans(quoted)
    writer.word(directness)
    writer.word(act)
    writer.optional(cue)
    writer.list(chain)
    writer.optional(addressee?.span)
    writer.index(addressee?.entity)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      content: try reader.span(), parts: try reader.spans(), quoted: try reader.spans(),
      directness: try reader.word(or: .indirect), act: try reader.word(or: .statement),
      cue: try reader.optionalSpan(), chain: try reader.list())
    let span = try reader.optionalSpan()
    let entity = try reader.index()
    addressee = span.map { Party(span: $0, entity: entity) }
  }
}

extension EventMention: Coded {
  func write(to writer: inout ByteWriter) {
    writer.span(trigger)
    writer.string(type)
    writer.optional(mode)
    writer.word(status)
    writer.list(participants) { writer, one in
      writer.word(one.role)
      writer.index(one.entity)
      writer.span(one.at)
    }
    writer.date(date)
    writer.index(place)
    writer.span(extent)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      trigger: try reader.span(), type: try reader.string(), mode: try reader.optionalString(),
      status: try reader.word(or: .asserted),
      participants: try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in
        Participant(role: try reader.word(or: .actor), entity: try reader.index(), at: try reader.span())
      }, date: try reader.optionalDate(), place: try reader.index(), extent: try reader.span())
  }
}
