import Briefing
import Foundation

/// The versions of quoted words, each with what it has and the first one has not.
struct QuotationVariants {
  struct Version {
    var stretches: [Stretch]
    var markers: [Marker]
  }
  struct Stretch {
    var words: String
    var isNew: Bool
  }
  var claim: String
  var target: String
  var versions: [Version]
  var why: String

  /// Of all claims whose quotations differ.
  static func all(_ report: StoryReport) -> [QuotationVariants] {
    (report.conflicts + report.drifts).filter(\.isQuotation).map { difference in
      let words = difference.versions.map { $0.words.split(separator: " ").map(String.init) }
      return QuotationVariants(
        claim: difference.claim, target: "/stories/\(report.id)/claims/\(difference.claimID)",
        versions: zip(difference.versions, words).enumerated().map { number, version in
          Version(
            stretches: number == 0
              ? [Stretch(words: version.0.words, isNew: false)] : stretches(version.1, besides: words[0]),
            markers: version.0.markers)
        }, why: difference.why)
    }
  }

  /// `words` in stretches that `first` has in the same order, and others: a longest common subsequence. O(n·m) over at most 200 words each.
  static func stretches(_ words: [String], besides first: [String]) -> [Stretch] {
    let (a, b) = (words.prefix(200).map(key), first.prefix(200).map(key))
    var lengths = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        lengths[i][j] = a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var stretches: [Stretch] = []
    var (i, j) = (0, 0)
    while i < a.count {
      let isCommon = j < b.count && a[i] == b[j]
      if !isCommon, j < b.count, lengths[i][j + 1] > lengths[i + 1][j] {
        j += 1
        continue
      }
      if let last = stretches.indices.last, stretches[last].isNew == !isCommon {
        stretches[last].words += " " + words[i]
      } else {
        // The blank between the two is new in neither.
        if let last = stretches.indices.last, !isCommon { stretches[last].words += " " }
        stretches.append(Stretch(words: (isCommon && !stretches.isEmpty ? " " : "") + words[i], isNew: !isCommon))
      }
      i += 1
      if isCommon { j += 1 }
    }
    return stretches
  }

  private static func key(_ word: String) -> String {
    String(word.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
  }
}
