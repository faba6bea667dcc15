import Foundation
import NIOCore
import NIOPosix

/// Finds the addresses of a host.
public protocol HostResolving: Sendable {
  /// All addresses, the preferred one first. Throws where there is none.
  func addresses(of host: String) async throws -> [NetworkAddress]
}

/// Why a host has no address.
public struct ResolutionError: Error, CustomStringConvertible {
  /// What the system's resolver says.
  public let description: String
}

/// The system's resolver (`getaddrinfo`), on a pool of threads of its own: it blocks.
public struct SystemResolver: HostResolving {
  private static let pool: NIOThreadPool = {
    let pool = NIOThreadPool(numberOfThreads: 16)
    pool.start()
    return pool
  }()

  /// Makes a resolver.
  public init() {}

  /// Asks the system.
  public func addresses(of host: String) async throws -> [NetworkAddress] {
    try await Self.pool.runIfActive { try Self.lookUp(host) }
  }

  private static func lookUp(_ host: String) throws -> [NetworkAddress] {
    var hints = unsafe addrinfo()
    #if canImport(Darwin)
      unsafe hints.ai_socktype = SOCK_STREAM
    #else
      unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #endif
    unsafe hints.ai_flags = AI_ADDRCONFIG
    var first: UnsafeMutablePointer<addrinfo>?
    let code = unsafe getaddrinfo(host, nil, &hints, &first)
    guard code == 0 else {
      throw ResolutionError(description: "its host is not known (\(unsafe String(cString: gai_strerror(code))))")
    }
    defer { unsafe freeaddrinfo(first) }
    var found: [NetworkAddress] = []
    var next = unsafe first
    while let info = unsafe next {
      if let address = unsafe address(info.pointee), !found.contains(address) { found.append(address) }
      unsafe next = unsafe info.pointee.ai_next
    }
    guard !found.isEmpty else { throw ResolutionError(description: "its host has no address") }
    return found
  }

  private static func address(_ info: addrinfo) -> NetworkAddress? {
    guard let raw = unsafe info.ai_addr else { return nil }
    let isFour = unsafe info.ai_family == AF_INET
    guard unsafe isFour || info.ai_family == AF_INET6 else { return nil }
    let bytes =
      isFour
      ? unsafe raw.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
        var value = unsafe pointer.pointee.sin_addr
        return unsafe withUnsafeBytes(of: &value) { unsafe Array($0) }
      }
      : unsafe raw.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
        var value = unsafe pointer.pointee.sin6_addr
        return unsafe withUnsafeBytes(of: &value) { unsafe Array($0) }
      }
    guard let text = try? SocketAddress(packedIPAddress: ByteBuffer(bytes: bytes), port: 0).ipAddress else {
      return nil
    }
    return NetworkAddress(bytes, text: text)
  }
}
