import NewsModel
import TextBytes

extension Claim.Support: Coded {
  func write(to writer: inout ByteWriter) {
    writer.value(passage)
    writer.optional(relation?.rawValue)
    writer.list(chain)
    writer.flag(counts)
    writer.optional(origin) { $0.id($1) }
    writer.string(because)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      passage: try reader.value(), relation: try reader.optionalString().flatMap { .init(rawValue: $0) },
      chain: try reader.list(), counts: try reader.flag(), origin: try reader.flag() ? try reader.id() : nil,
      because: try reader.string())
  }
}

extension Claim.Response: Coded {
  func write(to writer: inout ByteWriter) {
    writer.word(kind)
    writer.value(at)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(kind: try reader.word(or: .noResponse), at: try reader.value())
  }
}

extension OriginBounds: Coded {
  func write(to writer: inout ByteWriter) {
    writer.list(ids) { $0.id($1) }
    writer.number(lower)
    writer.number(upper)
    writer.string(why)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      ids: try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in try reader.id() },
      lower: try reader.number(), upper: try reader.number(), why: try reader.string())
  }
}

extension Discrepancy: Coded {
  func write(to writer: inout ByteWriter) {
    writer.id(claim)
    writer.word(kind)
    writer.word(verdict)
    writer.string(why)
    writer.list(values) { writer, one in
      writer.string(one.value)
      writer.value(one.at)
    }
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    let discrepancy = Discrepancy(
      claim: try reader.id(), kind: try reader.word(or: .wording), verdict: try reader.word(or: .drift),
      why: try reader.string(),
      values: try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in
        Value(value: try reader.string(), at: try reader.value())
      })
    guard let discrepancy else { throw reader.damage }
    self = discrepancy
  }
}

extension Exclusive: Coded {
  func write(to writer: inout ByteWriter) {
    writer.number(article)
    writer.list(claims) { $0.id($1) }
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      article: try reader.number(),
      claims: try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in try reader.id() })
  }
}

/// A claim with its text, which is left out where it is the words of its passage.
struct ClaimCoding {
  /// The texts of the story's articles.
  let texts: [SourceText]

  func write(_ claim: Claim, to writer: inout ByteWriter) {
    writer.id(claim.id)
    writer.value(claim.textAt)
    writer.optional(claim.text == words(claim.textAt) ? nil : claim.text)
    writer.date(claim.date)
    writer.word(claim.status)
    writer.word(claim.basis)
    writer.list(claim.support)
    writer.value(claim.origins)
    writer.list(claim.responses)
  }

  func read(from reader: inout ByteReader) throws(ByteReader.Damage) -> Claim {
    let id: ID<Claim> = try reader.id()
    let textAt: Passage = try reader.value()
    let text = try reader.optionalString() ?? words(textAt)
    let claim = Claim(
      id: id, text: text ?? "", textAt: textAt, date: try reader.optionalDate(),
      status: try reader.word(or: .asserted), basis: try reader.word(or: .unattributed), support: try reader.list(),
      origins: try reader.value(), responses: try reader.list())
    guard let claim else { throw reader.damage }
    return claim
  }

  private func words(_ passage: Passage) -> String? {
    guard texts.indices.contains(passage.article), passage.span.end <= texts[passage.article].count else { return nil }
    return texts[passage.article][passage.span]
  }
}
