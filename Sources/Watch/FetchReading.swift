import Foundation
import Intake
import NewsModel

/// Reads what requests gave, one after the other: a list's tree takes thirty times the list's bytes, and should be alone in having them.
actor FetchReader {
  /// Reads what came of a job. O(length of the body).
  func read(_ job: Scheduler.Job, _ item: WatchItem?, _ outcome: FetchOutcome, policy: WatchPolicy, at now: Int)
    -> FetchReading
  {
    FetchReading(job, item, outcome, policy: policy, at: now)
  }
}

/// What a request gave, read.
struct FetchReading: Sendable {
  enum Matter: Sendable {
    case list(AddressList)
    case page(RawDocument)
    case none
  }
  var result: WatchResult
  var matter = Matter.none
  /// What went wrong, for people.
  var note: String?

  /// Reads what came of a job. O(length of the body).
  init(_ job: Scheduler.Job, _ item: WatchItem?, _ outcome: FetchOutcome, policy: WatchPolicy, at now: Int) {
    result = .failed
    switch outcome {
    case .content(let content): read(job, item, content, policy: policy, at: now)
    case .notModified: result = .unchanged
    case .redirect(let place, let isPermanent):
      result = .moved(WebAddress(place, from: job.request.address), isPermanent: isPermanent)
    case .status(let code, let wait):
      result = .status(code, wait: wait.map { min($0, policy.mostWait / 1_000) * 1_000 })
      note = "answers \(code)"
    case .refused(let why): (result, note) = (.refused, why)
    case .failed(let why): note = String(why.prefix(200))
    }
  }

  private mutating func read(
    _ job: Scheduler.Job, _ item: WatchItem?, _ content: FetchedContent, policy: WatchPolicy, at now: Int
  ) {
    switch job.request.purpose {
    case .robots: result = .rules(RobotsRules(content.body.bytes, agent: policy.agent))
    case .list:
      if let bytes = try? content.body.unpackedFile(limit: Self.mostUnpacked),
        let list = AddressList(bytes, most: Self.mostEntries)
      {
        (result, matter) = (.received(content.validators, hasNews: false), .list(list))
      } else {
        (result, note) = (.refused, "is no feed, sitemap or list of feeds")
      }
    case .page:
      var hints = item?.told?.hints ?? RawDocument.Hints()
      hints.fetched = Timestamp(iso: Date(timeIntervalSince1970: Double(now / 1_000)).ISO8601Format())
      do throws(IntakeError) {
        let url = job.request.address.text
        let document = try content.body.page(url: url, source: item?.parent ?? url, hints: hints)
        guard VisibleText.count(document.input.bytes, isMarkup: document.form == .html) <= Self.mostText else {
          (result, note) = (.refused, "has more text than an article (\(Self.mostText >> 10) kB)")
          return
        }
        (result, matter) = (.received(content.validators, hasNews: true), .page(document))
      } catch {
        (result, note) = (.refused, error.description)
      }
    }
  }

  /// Tracing a text takes time by the square of its length: what is longer than any article is not kept.
  static let mostText = 256 << 10
  /// So many addresses of a list are looked at.
  static let mostEntries = 1_000
  /// A list that is packed by itself may be so long when it is unpacked.
  private static let mostUnpacked = 16 << 20
}
