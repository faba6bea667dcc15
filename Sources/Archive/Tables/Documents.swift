import Foundation
import GRDB
import NewsModel
import TextBytes

/// A document as it is kept.
public struct StoredDocument: Sendable {
  /// Its number in the archive.
  public var number: Int
  /// The document.
  public var document: RawDocument
  /// Whether its input is an article that Stemma had read before (JSON of the contract), and no page.
  public var isArticle: Bool
  /// When it was acknowledged, in seconds since 1970.
  public var added: Int
}

extension ArchiveReader {
  /// The number of the document of these bytes, as far as address and outlet agree. O(log n).
  func document(like document: RawDocument, isArticle: Bool) throws -> Int? {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, sha256, name, form, hints FROM document WHERE digest = ? ORDER BY id"),
      arguments: [DocumentDigest.number(document.sha256)])
    let digest = DocumentDigest.bytes(document.sha256)
    for row in rows where row["sha256"] as Data? == digest {
      // An article that was read elsewhere bears the hash of its page, which may be here already.
      if isArticle, row["name"] == document.id { return row["id"] }
      let hints = HintsCoding.hints(row["hints"])
      if !isArticle, row["form"] == document.form.rawValue, hints.url == document.hints.url,
        hints.outlet == document.hints.outlet
      {
        return row["id"]
      }
    }
    return nil
  }

  /// A document by its number. O(length).
  public func document(_ number: Int) throws -> StoredDocument {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT sha256, name, source, form, encoding, hints, base, input, bytes, added FROM document WHERE id = ?"),
      arguments: [number])
    guard let row else { throw damaged("document \(number) is missing") }
    let form: String = row["form"]
    let input = try input(row["input"], base: row["base"], of: number)
    var document = RawDocument(
      id: row["name"], source: row["source"], sha256: DocumentDigest.text(row["sha256"]), encoding: row["encoding"],
      input: SourceText(repairing: input), form: .init(rawValue: form) ?? .text, hints: HintsCoding.hints(row["hints"]))
    if let packed = row["bytes"] as Data? {
      guard let original = Packed.unpack(Array(packed), dictionary: input.prefix(Deflate.window)) else {
        throw damaged("the bytes of document \(number) cannot be unpacked")
      }
      document.original = original
    }
    return StoredDocument(
      number: number, document: document, isArticle: form == StoredForm.article, added: row["added"])
  }

  /// The documents that the articles of stories were read from, as they were received, by the articles' ids; none for an article that came
  /// as Stemma's JSON.
  public func documents(of stories: [Story]) throws -> [String: RawDocument] {
    var documents: [String: RawDocument] = [:]
    for article in stories.flatMap(\.articles).map(\.article) {
      guard let card = try card(article.id) else { continue }
      let stored = try document(card.document)
      if !stored.isArticle { documents[article.id.raw] = stored.document }
    }
    return documents
  }

  /// The bytes of a document's input, by number.
  private func input(_ number: Int) throws -> [UInt8] {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT base, input FROM document WHERE id = ?"), arguments: [number])
    guard let row else { throw damaged("document \(number) is missing") }
    return try input(row["input"], base: row["base"], of: number)
  }

  private func input(_ packed: Data, base: Int?, of number: Int) throws -> [UInt8] {
    // A base is always an older document, so that this ends.
    let dictionary = try base.map { base in
      guard base < number else { throw damaged("document \(number) rests on a later one") }
      return try self.dictionary(base)
    }
    guard let bytes = Packed.unpack(Array(packed), dictionary: dictionary ?? []) else {
      throw damaged("document \(number) cannot be unpacked")
    }
    return bytes
  }

  func dictionary(_ document: Int) throws -> ArraySlice<UInt8> { try input(document).prefix(Deflate.window) }

  func damaged(_ what: String) -> ArchiveError { ArchiveError(path: path, reason: .damaged(what)) }
}

extension ArchiveWriter {
  /// Keeps a document whole, and gives its number. Pages of one host share much, so that each is told by what differs from the first;
  /// the first page of a host by what differs from the archive's first.
  func keep(_ document: RawDocument, isArticle: Bool, at time: Int) throws -> Int {
    let host = Host.name(document)
    let base =
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT document FROM host WHERE name = ?"), arguments: [host])
      ?? Int.fetchOne(db.cachedStatement(sql: "SELECT min(id) FROM document"))
    let dictionary = try base.map(reader.dictionary) ?? []
    try db.cachedStatement(
      sql: """
        INSERT INTO document (digest, sha256, name, source, form, encoding, hints, base, input, bytes, added)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      DocumentDigest.number(document.sha256), DocumentDigest.bytes(document.sha256), document.id, document.source,
      isArticle ? StoredForm.article : document.form.rawValue, document.encoding, HintsCoding.data(document.hints),
      base, Data(Packed.bytes(document.input.bytes, dictionary: dictionary)),
      document.original.map { Data(Packed.bytes($0, dictionary: document.input.bytes.prefix(Deflate.window))) }, time,
    ])
    let number = Int(db.lastInsertedRowID)
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO host VALUES (?, ?)").execute(arguments: [host, number])
    return number
  }

  /// Writes down what a container tells of a document that was kept before.
  func setHints(_ hints: RawDocument.Hints, of document: Int) throws {
    try db.execute(
      sql: "UPDATE document SET hints = ? WHERE id = ?", arguments: [HintsCoding.data(hints), document])
  }
}

/// The column `form` of a document that is no ``RawDocument/Form``.
enum StoredForm {
  /// An article that Stemma had read before.
  static let article = "article"
}

/// A SHA-256 as it is kept.
enum DocumentDigest {
  static func bytes(_ hex: String) -> Data {
    let digits = hex.utf8.compactMap { UnicodeScalar($0).properties.numericType == nil ? letter($0) : $0 &- 0x30 }
    guard digits.count == hex.utf8.count, digits.count % 2 == 0 else { return Data(hex.utf8) }
    return Data(stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
  }
  private static func letter(_ byte: UInt8) -> UInt8? { (0x61...0x66).contains(byte) ? byte - 0x57 : nil }

  static func text(_ data: Data) -> String {
    guard data.count == 32 else { return String(decoding: data, as: UTF8.self) }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: data.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The first eight bytes, to be found by.
  static func number(_ hex: String) -> Int64 {
    Int64(bitPattern: bytes(hex).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}

/// Whose pages are alike: those of a web host, else of an outlet, else of a form.
enum Host {
  static func name(_ document: RawDocument) -> String {
    guard let url = document.hints.url else { return document.hints.outlet ?? document.form.rawValue }
    return host(url) ?? url
  }

  static func host(_ url: String) -> String? {
    let bytes = Array(url.utf8)
    var i = 0
    while i + 2 < bytes.count, !(bytes[i] == 0x3A && bytes[i + 1] == 0x2F && bytes[i + 2] == 0x2F) { i += 1 }
    guard i + 3 < bytes.count else { return nil }
    return String(decoding: bytes[(i + 3)...].prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }, as: UTF8.self)
  }
}
