import Foundation
import TextBytes

/// The addresses that a list named when it was received last, each with what it told of their state. Bounded by the list.
struct ListMemory: Sendable, Hashable {
  /// By the hash of the address: the hash of title and time.
  var stamps: [UInt64: UInt64] = [:]

  init() {}

  init(_ data: Data) {
    let bytes = Array(data)
    func number(at i: Int) -> UInt64 { bytes[i..<(i + 8)].reduce(0) { $0 << 8 | UInt64($1) } }
    for i in stride(from: 0, to: bytes.count - 15, by: 16) { stamps[number(at: i)] = number(at: i + 8) }
  }

  var data: Data {
    var bytes: [UInt8] = []
    for (key, stamp) in stamps.sorted(by: { $0.key < $1.key }) {
      for number in [key, stamp] { bytes += (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) } }
    }
    return Data(bytes)
  }

  /// The hash of an address or a state: the same in every run.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
