import Foundation
import NewsModel
import TextBytes

/// A linear model of what type a name is: logistic regression over hashed features.
///
/// The weights are one signed byte for each class and bucket; they are trained by `Training/Names` and load in one read.
struct TypeModel: Sendable {
  /// The classes, in the order of the weights; `.other` stands for everything else.
  static let classes: [EntityType] = [.person, .organization, .location, .other]
  /// How much of the weights makes one point of the rules.
  static let pointSize = 48.0
  /// A head start, in points, for calling a name none of the three types. It was chosen with WikiNEuRal's validation part in view.
  static let doubt = 1.0
  /// The number of buckets that training uses, less one.
  static let trainedMask: UInt64 = (1 << 18) - 1
  private let weights: [Int8]
  private let mask: UInt64

  /// The model that ships, or one without weights.
  static let shared: TypeModel = {
    let url = Bundle.module.bundleURL.appendingPathComponent("Resources/types.weights")
    return TypeModel([UInt8]((try? Data(contentsOf: url)) ?? Data()))
  }()

  /// Whether there are weights.
  var isEmpty: Bool { weights.isEmpty }

  init(_ bytes: [UInt8]) {
    let buckets = bytes.count / Self.classes.count
    guard buckets > 0, buckets & (buckets - 1) == 0 else {
      (weights, mask) = ([], 0)
      return
    }
    weights = bytes.map { Int8(bitPattern: $0) }
    mask = UInt64(buckets - 1)
  }

  /// The bucket of a feature.
  static func bucket(_ feature: FoldHash, mask: UInt64) -> Int { Int((feature.value ^ (feature.value >> 31)) & mask) }

  /// The sum of weights for each class. O(features).
  func scores(_ features: [FoldHash]) -> [Int] {
    var sums = [Int](repeating: 0, count: Self.classes.count)
    guard !weights.isEmpty else { return sums }
    for feature in features {
      let at = Self.bucket(feature, mask: mask) * Self.classes.count
      for n in sums.indices { sums[n] += Int(weights[at + n]) }
    }
    return sums
  }
}
