import Contract
import Foundation
import Intake
import NewsModel

/// What a story rests on, in one ZIP file that can be checked without Stemma: the documents as they were received, the clean texts, every
/// anchor with its words, the story, the hashes of all these, and a program that checks them (Python's standard library is enough).
///
/// ```swift
/// let pack = EvidencePack(trace, documents: documents, report: html)
/// try Data(pack.bytes).write(to: url)
/// print(pack.seal)
/// ```
public struct EvidencePack {
  /// The ZIP file. The same story and documents give the same bytes, as long as zlib is the same.
  public let bytes: [UInt8]
  /// The SHA-256 of the pack's list of hashes. Who publishes it beside the pack lets everybody see that nothing in it was exchanged.
  public let seal: String

  /// Makes a pack of traced stories. `documents` are the raw documents by the ids of their articles; what is missing is told in the pack.
  /// `report` is a page for readers. It throws where the verifier's source cannot be read. O(size).
  public init(_ trace: WireTrace, documents: [String: RawDocument], report: String? = nil) throws {
    var files: [(name: String, bytes: [UInt8])] = []
    var entries: [JSONValue] = []
    var anchors: [String] = []
    for story in trace.stories {
      for article in story.articles {
        let folder = Self.folder(entries.count + 1, article)
        let entry = PackedArticle(article, in: folder, document: documents[article.id])
        files += entry.files
        entries.append(entry.manifest.withoutAbsent)
      }
      anchors += try AnchorList(story).lines
    }
    files.append(("anchors.jsonl", Array(anchors.map { $0 + "\n" }.joined().utf8)))
    files.append(("manifest.json", Array((try JSONText.pretty(Self.manifest(trace, entries)) + "\n").utf8)))
    files.append(("story.json", Array((try JSONText.pretty(trace) + "\n").utf8)))
    if let report { files.append(("report.html", Array(report.utf8))) }
    for name in ["README.txt", "verify.py"] { files.append((name, try Self.resource(name))) }
    files.sort { $0.name < $1.name }
    let sums = Array(files.map { "\(digest($0.bytes).hex)  \($0.name)\n" }.joined().utf8)
    seal = digest(sums).hex
    var zip = ZipArchive()
    zip.add("SHA256SUMS", sums)
    for file in files { zip.add(file.name, file.bytes, isProgram: file.name == "verify.py") }
    bytes = zip.bytes
  }

  private static func folder(_ number: Int, _ article: WireArticle) -> String {
    let digits = String(number)
    return "articles/" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func manifest(_ trace: WireTrace, _ entries: [JSONValue]) -> JSONValue {
    [
      "format": "stemma evidence pack", "version": 1, "stories": JSONValue(trace.stories.map(\.id)),
      "articles": .list(entries), "says": "Sourcing, not truth. Every count means: in this collection.",
    ]
  }

  private static func resource(_ name: String) throws -> [UInt8] {
    let folder = Bundle.module.bundleURL.appendingPathComponent("Resources")
    return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }
}

/// An article's files.
struct PackedArticle {
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  private(set) var manifest: JSONValue

  init(_ article: WireArticle, in folder: String, document: RawDocument?) {
    let text = folder + "/text.txt"
    files.append((text, Array(article.text.utf8)))
    var facts: [String: JSONValue] = [
      "article": .text(article.id), "outlet": JSONValue(article.outlet?.name), "url": JSONValue(article.url),
      "published": JSONValue(article.published?.value), "fetched": JSONValue(article.fetched),
      "sha256": .text(article.sha256), "text": .text(text),
    ]
    guard let document else {
      facts["missing"] = "the document as it was received: only the article that Stemma read from it was at hand"
      manifest = .object(facts)
      return
    }
    let raw = folder + "/received" + Self.ending(document.form)
    files.append((raw, document.original ?? document.input.bytes))
    facts["received"] = .text(raw)
    facts["encoding"] = .text(document.encoding)
    facts["form"] = .text(document.form.rawValue)
    facts["decoded"] = .text(raw)
    if document.original != nil {
      facts["decoded"] = .text(folder + "/decoded.txt")
      files.append((folder + "/decoded.txt", document.input.bytes))
    }
    manifest = .object(facts)
  }

  private static func ending(_ form: RawDocument.Form) -> String { form == .html ? ".html" : ".txt" }
}
