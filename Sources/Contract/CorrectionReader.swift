import Foundation
import NewsModel

/// Reads corrections, a JSON object a line.
public struct CorrectionReader {
  /// Which line is at fault, and why.
  public struct LineError: Error, Hashable {
    /// Counted from 1.
    public let line: Int
    /// What is wrong with the line, to follow its number: "is no JSON object".
    public let message: String
  }

  /// Makes a reader.
  public init() {}

  /// The corrections of `text`, in order; blank lines are passed over.
  public func read(_ text: String) throws(LineError) -> [Correction] {
    var corrections: [Correction] = []
    // Over bytes: a carriage return and a line feed are one Character, at which no "\n" would split.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      guard line.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { continue }
      guard let fields = (try? JSONSerialization.jsonObject(with: Data(line))) as? [String: Any] else {
        throw LineError(line: number + 1, message: "is no JSON object")
      }
      guard let action = action(fields) else {
        throw LineError(
          line: number + 1,
          message:
            "holds none of merge, split, rename, sameClaim, notSameClaim, notDerived, sameStory, notSameStory in its proper form"
        )
      }
      corrections.append(
        Correction(
          action: action, by: fields["by"] as? String, at: fields["at"] as? String, why: fields["why"] as? String))
    }
    return corrections
  }

  private func action(_ fields: [String: Any]) -> Correction.Action? {
    if let list = references(fields["merge"]) { return .merge(list) }
    if let one = reference(fields["split"]), let from = fields["from"] as? String { return .split(one, from: from) }
    if let one = reference(fields["rename"]), let name = fields["name"] as? String { return .rename(one, name: name) }
    if let list = references(fields["sameClaim"]) { return .sameClaim(list) }
    if let list = references(fields["notSameClaim"]) { return .notSameClaim(list) }
    if let pair = fields["notDerived"] as? [String], pair.count == 2 {
      return .notDerived(article: pair[0], from: pair[1])
    }
    if let list = fields["sameStory"] as? [String], list.count >= 2 { return .sameStory(list) }
    if let list = fields["notSameStory"] as? [String], list.count >= 2 { return .notSameStory(list) }
    return nil
  }

  private func references(_ value: Any?) -> [Correction.Reference]? {
    guard let list = value as? [Any], list.count >= 2 else { return nil }
    let references = list.compactMap(reference)
    return references.count == list.count ? references : nil
  }

  private func reference(_ value: Any?) -> Correction.Reference? {
    if let id = value as? String { return .id(id) }
    guard let anchor = value as? [String: Any], let article = anchor["article"] as? String,
      let start = anchor["start"] as? Int, let end = anchor["end"] as? Int, 0 <= start, start <= end,
      end <= 1 << 32
    else { return nil }
    return .anchor(article: article, start: start, end: end)
  }
}
