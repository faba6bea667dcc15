import Foundation
import NewsModel
import TextBytes

/// How telling a term is within one story: terms that every proposition has tell little.
struct TermWeights<Term: Hashable & Comparable & Sendable>: Sendable {
  private let weights: [Term: Double]

  /// Weighs the terms of `documents`, each sorted and without repeats: ln(1 + N / n). O(terms).
  init(_ documents: [[Term]]) {
    var counts: [Term: Int] = [:]
    for document in documents { for term in document { counts[term, default: 0] += 1 } }
    let total = Double(documents.count)
    weights = counts.mapValues { (1 + total / Double($0)).logarithm }
  }

  /// The weight of a term; 0 for one that was never seen.
  func callAsFunction(_ term: Term) -> Double { weights[term] ?? 0 }

  /// The weighted cosine of two sorted lists, 0 to 1. O(a + b).
  func cosine(_ a: [Term], _ b: [Term]) -> Double {
    let norm = (squares(a) * squares(b)).squareRoot()
    guard norm > 0 else { return 0 }
    return common(a, b).reduce(0) { $0 + self($1) * self($1) } / norm
  }

  /// The weight of what two sorted lists share, over the weight of the lighter one, 0 to 1. O(a + b).
  func containment(_ a: [Term], _ b: [Term]) -> Double {
    let least = min(a.reduce(0) { $0 + self($1) }, b.reduce(0) { $0 + self($1) })
    guard least > 0 else { return 0 }
    return common(a, b).reduce(0) { $0 + self($1) } / least
  }

  private func squares(_ terms: [Term]) -> Double { terms.reduce(0) { $0 + self($1) * self($1) } }
}

/// What two sorted lists without repeats share. O(a + b).
func common<Term: Comparable>(_ a: [Term], _ b: [Term]) -> [Term] {
  var shared: [Term] = []
  var i = 0
  var k = 0
  while i < a.count, k < b.count {
    if a[i] == b[k] {
      shared.append(a[i])
      i += 1
      k += 1
    } else if a[i] < b[k] {
      i += 1
    } else {
      k += 1
    }
  }
  return shared
}

extension Double {
  var logarithm: Double { log(self) }
}
