/// An address of the network layer, four bytes or sixteen.
public struct NetworkAddress: Hashable, Sendable {
  /// The bytes in network order.
  public let bytes: [UInt8]
  /// The address as it is written for a connection.
  public let text: String

  /// Wraps four or sixteen bytes.
  public init?(_ bytes: [UInt8], text: String) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
    self.text = text
  }

  /// Where an address leads.
  public enum Reach: Sendable, Hashable {
    /// Any host of the Internet.
    case everywhere
    /// This machine or its own network: 127/8, 10/8, 172.16/12, 192.168/16, 100.64/10, `::1`, `fc00::/7`.
    case inside
    /// No host that anybody may name in a feed: link-local (with the metadata of clouds), multicast, reserved, documentation.
    case nowhere
  }

  /// Where it leads, by the registries of special-purpose addresses (RFC 6890 and its updates). IPv4 in IPv6 (mapped, NAT64) is judged as the IPv4.
  public var reach: Reach {
    bytes.count == 4 ? Self.reach(four: bytes[...]) : Self.reach(sixteen: bytes)
  }

  private static func reach(four bytes: ArraySlice<UInt8>) -> Reach {
    let value = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    func lies(_ network: UInt32, _ length: UInt32) -> Bool { value >> (32 - length) == network >> (32 - length) }
    let inside: [(UInt32, UInt32)] = [
      (0x7F00_0000, 8), (0x0A00_0000, 8), (0xAC10_0000, 12), (0xC0A8_0000, 16), (0x6440_0000, 10),
    ]
    // 100.100.100.200, where a cloud keeps what its machines may know, lies in a private network.
    if value == 0x6464_64C8 { return .nowhere }
    if inside.contains(where: { lies($0.0, $0.1) }) { return .inside }
    let nowhere: [(UInt32, UInt32)] = [
      (0, 8), (0xA9FE_0000, 16), (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC612_0000, 15),
      (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 3),
    ]
    return nowhere.contains { lies($0.0, $0.1) } ? .nowhere : .everywhere
  }

  private static func reach(sixteen bytes: [UInt8]) -> Reach {
    func lies(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }
    let zeros = [UInt8](repeating: 0, count: 10)
    if lies(zeros + [0xFF, 0xFF]) { return reach(four: bytes[12...]) }
    if lies([0, 0x64, 0xFF, 0x9B] + zeros.prefix(8)) {
      return reach(four: bytes[12...]) == .everywhere ? .everywhere : .nowhere
    }
    if bytes == [UInt8](repeating: 0, count: 15) + [1] { return .inside }
    // So does fd00:ec2::/32.
    if lies([0xFD, 0x00, 0x0E, 0xC2]) { return .nowhere }
    if bytes[0] & 0xFE == 0xFC { return .inside }
    // Global unicast is 2000::/3, without protocols' own (2001::/23, where Teredo is), documentation and 6to4.
    guard bytes[0] & 0xE0 == 0x20 else { return .nowhere }
    let isProtocol = lies([0x20, 0x01]) && bytes[2] & 0xFE == 0
    let isDocumentation = lies([0x20, 0x01, 0x0D, 0xB8]) || (lies([0x3F, 0xFF]) && bytes[2] & 0xF0 == 0)
    return isProtocol || isDocumentation || lies([0x20, 0x02]) ? .nowhere : .everywhere
  }
}

/// What may be connected to.
public struct AddressPolicy: Sendable {
  /// Whether hosts of this machine and its own network may be asked, on any port: for tests and for feeds of an intranet.
  public var allowsPrivate = false
  /// Makes the policy that lets nothing but hosts of the Internet through, on ports 80 and 443.
  public init() {}

  /// Why a port may not be asked; nil where it may.
  func fault(port: Int) -> String? {
    allowsPrivate || port == 80 || port == 443
      ? nil : "port \(port) is not asked; only 80 and 443 are without --allow-private"
  }

  /// Why a host with these addresses may not be asked; nil where it may. One that is forbidden forbids all: a host that mixes them is up to something.
  func fault(_ addresses: [NetworkAddress]) -> String? {
    for address in addresses {
      switch address.reach {
      case .everywhere: continue
      case .inside where allowsPrivate: continue
      case .inside: return "it leads into a private network (\(address.text)); --allow-private would let it"
      case .nowhere: return "it leads to an address that is never asked (\(address.text))"
      }
    }
    return nil
  }
}
