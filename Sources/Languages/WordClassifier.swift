import NewsModel
import TextBytes

/// Gives each token its word classes and its lemma: from the tables, then from its shape and its neighbours.
struct WordClassifier {
  let bytes: [UInt8]
  let folder: LanguageFolder

  /// Classifies `tokens` in place. O(n).
  func classify(_ tokens: inout [Token]) {
    for i in tokens.indices {
      switch tokens[i].kind {
      case .number: tokens[i].classes = .numeral
      case .word, .clitic: classifyWord(&tokens, i)
      default: break
      }
    }
  }

  private func classifyWord(_ tokens: inout [Token], _ i: Int) {
    if let entry = folder.words.entry(bytes, tokens[i].span, fold: tokens[i].fold) {
      tokens[i].classes = entry.classes
      tokens[i].lemma = entry.lemma
    } else if tokens[i].shape.contains(.capitalized) {
      tokens[i].classes = .properNoun
    } else {
      tokens[i].classes = .noun
    }
  }
}
