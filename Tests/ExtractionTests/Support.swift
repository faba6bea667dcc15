import Foundation
import NewsModel
import TextBytes

@testable import Extraction

/// A flattened page as a document.
func flattened(_ text: String, id: String = "page.txt", _ change: (inout RawDocument.Hints) -> Void = { _ in })
  -> RawDocument
{
  var hints = RawDocument.Hints()
  change(&hints)
  return RawDocument(
    id: id, source: id, sha256: "", encoding: "utf-8", input: SourceText(text), form: .flattened, hints: hints)
}

/// An article line by line, as a person reads it: each stretch of the input with what became of it.
func listing(_ article: Article) -> String {
  var rows: [(Int, String)] = []
  if let span = article.metadata.at[.title]?.first { rows.append((span.start, "TITLE      " + article.input[span])) }
  if let span = article.metadata.at[.deck]?.first { rows.append((span.start, "DECK       " + article.input[span])) }
  for paragraph in article.paragraphs {
    let words = paragraph.source.map { article.input[$0] }.joined(separator: " ¦ ")
    rows.append((paragraph.source[0].start, (paragraph.isHeading ? "HEADING    " : "           ") + words))
  }
  for removal in article.removed {
    let name = removal.reason.rawValue
    rows.append(
      (
        removal.span.start,
        "-" + name + String(repeating: " ", count: max(1, 10 - name.utf8.count)) + article.input[removal.span]
      ))
  }
  var lines = rows.sorted { $0.0 < $1.0 }.map(\.1)
  let m = article.metadata
  lines.append(
    "META outlet=\(m.outlet?.name ?? "-") (\(m.outlet?.evidence ?? "")) byline=\(m.byline) agency=\(m.agency) place=\(m.dateline?.place ?? "-") date=\(m.dateline?.date?.description ?? "-") by=\(m.dateline?.agency ?? "-") published=\(m.published.map { "\($0.value) \($0.from)" } ?? "-") ai=\(m.aiDisclosure.map { article.input[$0] } ?? "-") section=\(m.section ?? "-") paywalled=\(m.paywalled)"
  )
  return lines.joined(separator: "\n")
}

/// The folder of the data that is not in the repository, or nil.
func dataFolder() -> URL? {
  let path = ProcessInfo.processInfo.environment["STEMMA_DATA"] ?? "../shared/data"
  return FileManager.default.fileExists(atPath: path) ? URL(fileURLWithPath: path) : nil
}
