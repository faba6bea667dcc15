import NIOCore
import Testing

@testable import Watch

/// The network address that `text` writes.
func networkAddress(_ text: String) throws -> NetworkAddress {
  let address = try SocketAddress(ipAddress: text, port: 1)
  switch address {
  case .v4(let four):
    let value = UInt32(bigEndian: four.address.sin_addr.s_addr)
    return try #require(NetworkAddress((0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }, text: text))
  case .v6(let six):
    var bits = six.address.sin6_addr
    let bytes = unsafe withUnsafeBytes(of: &bits) { unsafe Array($0) }
    return try #require(NetworkAddress(bytes, text: text))
  case .unixDomainSocket: throw ResolutionError(description: "a socket")
  }
}

@Suite("Which addresses may be asked")
struct AddressTests {
  @Test(
    "hosts of the Internet may",
    arguments: [
      "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1", "169.253.255.255",
      "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
      "223.255.255.255", "2600::1", "2a00:1450:4001::8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
    ])
  func everywhere(_ text: String) throws {
    #expect(try networkAddress(text).reach == .everywhere)
    #expect(AddressPolicy().fault([try networkAddress(text)]) == nil)
  }

  @Test(
    "this machine and its network may with leave",
    arguments: [
      "127.0.0.1", "127.255.255.255", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.1.1",
      "100.64.0.1", "100.127.255.255", "::1", "fc00::1", "fdff::1", "::ffff:127.0.0.1", "::ffff:10.1.2.3",
    ])
  func inside(_ text: String) throws {
    let address = try networkAddress(text)
    #expect(address.reach == .inside)
    #expect(AddressPolicy().fault([address]) != nil)
    var intranet = AddressPolicy()
    intranet.allowsPrivate = true
    #expect(intranet.fault([address]) == nil)
  }

  @Test(
    "nobody may ask the rest, whatever is allowed",
    arguments: [
      "0.0.0.0", "0.1.2.3", "169.254.169.254", "169.254.0.1", "192.0.0.1", "192.0.2.1", "192.88.99.1", "198.18.0.1",
      "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
      "::", "::127.0.0.1", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::1", "3fff::1",
      "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::1", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1",
      "100::1", "5f00::1", "4000::1",
      "100.100.100.200", "fd00:ec2::254", "::ffff:100.100.100.200",
    ])
  func nowhere(_ text: String) throws {
    let address = try networkAddress(text)
    #expect(address.reach == .nowhere)
    var intranet = AddressPolicy()
    intranet.allowsPrivate = true
    #expect(intranet.fault([address]) != nil)
  }

  @Test(
    "however a host writes this machine, the system's resolver says what it is",
    arguments: ["127.1", "2130706433", "0x7f000001", "0177.0.0.1", "localhost", "127.0.0.1", "::1"])
  func spellings(_ host: String) async throws {
    guard let addresses = try? await SystemResolver().addresses(of: host) else { return }
    #expect(AddressPolicy().fault(addresses) != nil)
  }

  @Test("one forbidden address forbids a host")
  func mixed() throws {
    let both = [try networkAddress("8.8.8.8"), try networkAddress("127.0.0.1")]
    #expect(AddressPolicy().fault(both) != nil)
  }

  @Test("ports but those of the web are refused", arguments: [22, 25, 6379, 8080, 11_211])
  func ports(_ port: Int) {
    #expect(AddressPolicy().fault(port: port) != nil)
    #expect(AddressPolicy().fault(port: 443) == nil)
  }

  @Test(
    "what is no address of the web is none",
    arguments: [
      "ftp://example.org/", "file:///etc/passwd", "gopher://example.org", "http://", "https:///path",
      "http://user@example.org/", "http://a:b@example.org/", "http://exa mple.org/", "//",
      "javascript:alert(1)", "http://example.org:0/", "http://example.org:99999/", "", "unix:/run/x.sock",
    ])
  func noAddress(_ text: String) { #expect(WebAddress(text) == nil) }

  @Test("addresses are read as they are asked for")
  func parts() throws {
    let address = try #require(WebAddress("HTTPS://Example.ORG/a/b?c=d#e"))
    #expect(address.text == "https://example.org/a/b?c=d")
    #expect(address.origin == "https://example.org:443")
    #expect(address.target == "/a/b?c=d")
    #expect(WebAddress("../x", from: address)?.text == "https://example.org/x")
    #expect(WebAddress("//other.example/y", from: address)?.text == "https://other.example/y")
    #expect(WebAddress("http://[::1]:8080/")?.host == "::1")
    #expect(WebAddress("http://ex%61mple.org/")?.text == "http://example.org/")
    #expect(address.robots?.text == "https://example.org/robots.txt")
  }
}
