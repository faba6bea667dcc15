import NewsModel
import TextBytes

extension Passage: Coded {
  func write(to writer: inout ByteWriter) {
    writer.number(article)
    writer.span(span)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(article: try reader.number(), span: try reader.span())
  }
}

extension StoryEntity: Coded {
  func write(to writer: inout ByteWriter) {
    writer.id(id)
    writer.word(type)
    writer.string(name)
    writer.list(names.sorted { $0.key < $1.key }) { writer, one in
      writer.string(one.key.code)
      writer.strings(one.value)
    }
    writer.optional(key)
    writer.strings(roles)
    writer.optional(country)
    writer.strings(kinds)
    writer.index(affiliation)
    writer.strings(because)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(id: try reader.id(), type: try reader.word(or: .other), name: try reader.string())
    let named = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in
      (LanguageCode(try reader.string()), try reader.strings())
    }
    names = Dictionary(named, uniquingKeysWith: { a, _ in a })
    key = try reader.optionalString()
    roles = try reader.strings()
    country = try reader.optionalString()
    kinds = try reader.strings()
    affiliation = try reader.index()
    because = try reader.strings()
  }
}

extension Origin: Coded {
  func write(to writer: inout ByteWriter) {
    writer.id(id)
    writer.string(name)
    writer.word(kind)
    writer.word(medium)
    writer.optional(via)
    writer.numbers(carriers)
    writer.flag(party)
    writer.index(entity)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      id: try reader.id(), name: try reader.string(), kind: try reader.word(or: .unknown),
      medium: try reader.word(or: .statement), via: try reader.optionalString(), carriers: try reader.numbers(),
      party: try reader.flag(), entity: try reader.index())
  }
}

extension PassagePair: Coded {
  func write(to writer: inout ByteWriter) {
    writer.value(to)
    writer.value(from)
    writer.word(relation)
    writer.double(score)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      to: try reader.value(), from: try reader.value(), relation: try reader.word(or: .paraphrase),
      score: try reader.double())
  }
}

extension StoryEvent: Coded {
  func write(to writer: inout ByteWriter) {
    writer.id(id)
    writer.string(type)
    writer.optional(mode)
    writer.numbers(actors)
    writer.numbers(recipients)
    writer.date(date)
    writer.list(mentions)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    let event = StoryEvent(
      id: try reader.id(), type: try reader.string(), mode: try reader.optionalString(),
      actors: try reader.numbers(), recipients: try reader.numbers(), date: try reader.optionalDate(),
      mentions: try reader.list())
    guard let event else { throw reader.damage }
    self = event
  }
}

extension TimelineEntry: Coded {
  func write(to writer: inout ByteWriter) {
    writer.list(dates) { $0.string($1.text) }
    writer.string(text)
    writer.optional(event) { $0.id($1) }
    writer.list(claims) { $0.id($1) }
    writer.list(at)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    let entry = TimelineEntry(
      dates: try reader.strings().map { TimexValue($0) }, text: try reader.string(),
      event: try reader.flag() ? try reader.id() : nil,
      claims: try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in try reader.id() },
      at: try reader.list())
    guard let entry else { throw reader.damage }
    self = entry
  }
}

extension Derivation: Coded {
  func write(to writer: inout ByteWriter) {
    writer.number(article)
    writer.id(origin)
    writer.index(from)
    writer.word(kind)
    writer.optional(coverage) { $0.double($1) }
    writer.list(pairs)
    writer.list(credits)
    writer.string(because)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      article: try reader.number(), origin: try reader.id(), from: try reader.index(),
      kind: try reader.word(or: .carried), coverage: try reader.flag() ? try reader.double() : nil,
      pairs: try reader.list(), credits: try reader.list(), because: try reader.string())
  }
}
