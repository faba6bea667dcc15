/// The sums of the vectors of open stories, with an inverted index over their terms: what is near to a vector is found by
/// the terms that it has, without a look at the others.
struct CentroidIndex: Sendable {
  struct Centroid {
    var weights: [UInt64: Float] = [:]
    var square: Float = 0
    var length: Float { max(square, 1e-9).squareRoot() }
  }
  private(set) var centroids: [Int: Centroid] = [:]
  private var stories: [UInt64: [Int]] = [:]
  /// A term that more stories have tells too little to look for them by it.
  private static let mostStories = 300
  private static let mostTerms = 800
  /// The most that one term may add to a cosine: what many terms have in common tells more than one that is in common.
  private let mostOfTerm: Float

  init(mostOfTerm: Float = 1) { self.mostOfTerm = mostOfTerm }

  /// Adds `vector` to the sum of `story`. O(terms).
  mutating func add(_ vector: TermVector, to story: Int) {
    for (key, weight) in vector { add(weight, key, to: story) }
    prune(story)
  }

  private mutating func add(_ weight: Float, _ key: UInt64, to story: Int) {
    let old = centroids[story]?.weights[key]
    let new = (old ?? 0) + weight
    centroids[story, default: Centroid()].weights[key] = new
    centroids[story]?.square += new * new - (old ?? 0) * (old ?? 0)
    if old == nil { stories[key, default: []].append(story) }
  }

  /// Puts a story back as it was.
  mutating func restore(_ story: Int, square: Float, _ weights: [(key: UInt64, weight: Float)]) {
    centroids[story] = Centroid(weights: Dictionary(weights, uniquingKeysWith: { a, _ in a }), square: square)
    for (key, _) in weights { stories[key, default: []].append(story) }
  }

  /// Keeps the heaviest terms of a story that has grown large.
  private mutating func prune(_ story: Int) {
    guard let weights = centroids[story]?.weights, weights.count > Self.mostTerms else { return }
    let light = weights.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(
      weights.count - Self.mostTerms * 3 / 4)
    for (key, weight) in light {
      centroids[story]?.weights[key] = nil
      centroids[story]?.square -= weight * weight
      forget(story, at: key)
    }
  }

  private mutating func forget(_ story: Int, at key: UInt64) {
    guard var list = stories[key] else { return }
    list.removeAll { $0 == story }
    stories[key] = list.isEmpty ? nil : list
  }

  /// Takes a story out. O(terms · stories that share them).
  mutating func remove(_ story: Int) {
    for key in (centroids[story]?.weights.keys).map(Array.init) ?? [] { forget(story, at: key) }
    centroids[story] = nil
  }

  /// Adds the sum of `other` to that of `story` and takes `other` out.
  mutating func merge(_ other: Int, into story: Int) {
    let terms = (centroids[other]?.weights ?? [:]).sorted { $0.key < $1.key }
    remove(other)
    add(terms.map { ($0.key, $0.value) }, to: story)
  }

  /// The stories that share a term with `vector`, with their cosines, nearest first; at most `most`. O(postings of its terms).
  func nearest(_ vector: TermVector, most: Int) -> [(story: Int, cosine: Double)] {
    var products: [Int: Float] = [:]
    for (key, weight) in vector {
      guard let list = stories[key], list.count <= Self.mostStories else { continue }
      for story in list { products[story, default: 0] += part(weight, key, story) }
    }
    let found = products.map { story, product in (story: story, cosine: Double(product)) }
    return Array(found.sorted { ($0.cosine, -$0.story) > ($1.cosine, -$1.story) }.prefix(most))
  }

  /// The cosine of `vector`, which has length 1, and the sum of a story; 0 where it has none. O(terms).
  func cosine(_ vector: TermVector, _ story: Int) -> Double {
    Double(vector.reduce(Float(0)) { $0 + part($1.weight, $1.key, story) })
  }

  /// What a term adds to the cosine of a vector and a story's sum.
  private func part(_ weight: Float, _ key: UInt64, _ story: Int) -> Float {
    guard let centroid = centroids[story], let other = centroid.weights[key] else { return 0 }
    return min(mostOfTerm, weight * other / centroid.length)
  }

  /// The cosine of the sums of two stories; 0 where one has none. O(terms).
  func cosine(_ a: Int, _ b: Int) -> Double {
    guard let x = centroids[a], let y = centroids[b] else { return 0 }
    let (few, many) = x.weights.count <= y.weights.count ? (x, y) : (y, x)
    let lengths = x.length * y.length
    let sum = few.weights.sorted { $0.key < $1.key }.reduce(Float(0)) {
      $0 + min(mostOfTerm, $1.value * (many.weights[$1.key] ?? 0) / lengths)
    }
    return Double(sum)
  }
}
