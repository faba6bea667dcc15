import Foundation
import Testing

@testable import Intake

/// Files of other projects, where they are present; see data/README.md there for what each is.
@Suite("files of other projects")
struct FormatsTests {
  static let folder = (ProcessInfo.processInfo.environment["STEMMA_DATA"] ?? "../shared/data") + "/formats"
  static let isPresent = FileManager.default.fileExists(atPath: folder)

  @Test(
    "WARC files, sound and broken", .enabled(if: isPresent, "the shared data are not here"),
    arguments: [
      ("warcio/example.warc", 1, 0), ("warcio/example.warc.gz", 1, 0), ("warcio/example-trunc.warc", 1, 1),
      ("warcio/example-iana.org-chunked.warc", 1, 0), ("warcio/example-resource.warc.gz", 1, 0),
      ("warcio/example-bad-non-chunked.warc.gz", 1, 0), ("warcio/example-wrong-chunks.warc.gz", 1, 0),
      ("jwarc/cc.warc.gz", 1, 0),
    ])
  func archives(_ name: String, _ documents: Int, _ errors: Int) {
    let reading = Reading(["\(Self.folder)/warc/\(name)"])
    #expect(
      reading.documents.count == documents && reading.errors.count == errors, "\(reading.ids) \(reading.complaints)")
    #expect(reading.documents.allSatisfy { $0.hints.url != nil && $0.hints.fetched != nil })
  }
}
