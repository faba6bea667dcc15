import Extraction
import NewsModel
import TextBytes

/// Any bytes as a page; the first chooses HTML, flattened text or clean text. Every span must lie within its text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExtraction(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let forms: [RawDocument.Form] = [.html, .flattened, .text]
  let input = SourceText(repairing: Array(bytes.dropFirst()))
  let document = RawDocument(
    id: "page", source: "page", sha256: "", encoding: "utf-8", input: input,
    form: forms[Int(bytes.first ?? 0) % forms.count])
  let article = ArticleExtractor().extract(document)
  precondition(article.removed.allSatisfy { $0.span.end <= input.count })
  return 0
}
