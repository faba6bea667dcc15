import HTMLTree
import TextBytes

/// The address that a page does nothing but forward to, by a script or a refresh: a gate before an article bears the article's
/// address, and nothing else of it.
enum ForwardingAddress {
  /// More text than a gate shows, in bytes.
  private static let most = 1_000
  private static let places = ["location.href", "location.replace", "location.assign", "location"].map {
    Array($0.utf8)
  }

  /// The address, or nil where the page has text of its own or forwards to none. O(nodes + bytes of scripts).
  static func find(in tree: HTMLTree) -> String? {
    guard tree.nodes.count < 400, textLength(tree) < most else { return nil }
    for i in tree.elements(.meta) where tree.attribute(.httpEquiv, of: i)?.lowercased() == "refresh" {
      guard let content = tree.attribute(.content, of: i), let mark = content.range(ofASCII: "url=") else { continue }
      return String(content[mark...].dropFirst(4).filter { $0 != "'" && $0 != "\"" })
    }
    for i in tree.elements(.script) {
      for text in i..<tree.nodes[i].end where tree.nodes[text].isText {
        let (bytes, span) = tree.textBytes(text)
        if let address = address(in: Array(bytes[span.range])) { return address }
      }
    }
    return nil
  }

  private static func textLength(_ tree: HTMLTree) -> Int {
    var length = 0
    for i in tree.nodes.indices where tree.nodes[i].isText {
      let parent = tree.nodes[i].parent
      if parent < 0 || !MarkupHints.isInvisible(tree.nodes[parent].tag) { length += tree.textBytes(i).span.count }
    }
    return length
  }

  /// What stands in quotation marks behind `location = ` or `location.replace(`.
  private static func address(in script: [UInt8]) -> String? {
    for place in places {
      var i = 0
      while i + place.count + 3 < script.count {
        defer { i += 1 }
        guard script[i...].starts(with: place) else { continue }
        var start = i + place.count
        while start < script.count, [0x20, 0x28, 0x3D].contains(script[start]) { start += 1 }
        guard start < script.count, script[start] == 0x22 || script[start] == 0x27 else { continue }
        guard let end = script[(start + 1)...].firstIndex(of: script[start]) else { return nil }
        return String(decoding: script[(start + 1)..<end], as: UTF8.self)
      }
    }
    return nil
  }
}

extension String {
  /// Where ASCII text in small letters stands in it, in any case.
  fileprivate func range(ofASCII wanted: String) -> Index? {
    let small = Array(wanted.utf8)
    return utf8.indices.first { start in
      utf8[start...].lazy.map { $0 | 0x20 }.starts(with: small.map { $0 | 0x20 })
    }
  }
}
