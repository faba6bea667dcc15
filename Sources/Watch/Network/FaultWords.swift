/// What went wrong with a connection, for people.
enum FaultWords {
  /// An error of the client or of TLS in words; its own words, cut, where it is of a kind that nobody foresaw.
  static func words(_ error: any Error) -> String {
    if let error = error as? ResolutionError { return error.description }
    let text = String(describing: error)
    return known.first { text.contains($0.sign) }?.words ?? String(text.prefix(200))
  }

  /// In order: a certificate that is not trusted ends the handshake, too.
  private static let known: [(sign: String, words: String)] = [
    ("CERTIFICATE_VERIFY_FAILED", "its certificate is not trusted"),
    ("failedToValidateHostname", "its certificate is for another host"),
    ("handshakeFailed", "no secure connection can be made with it"),
    ("tlsHandshakeTimeout", "no secure connection could be made in time"),
    ("Connection refused", "its connection is refused"),
    ("unreachable", "it cannot be reached from here"),
    ("No route to host", "it cannot be reached from here"),
    ("Timeout", "it does not answer in time"),
    ("deadlineExceeded", "it does not answer in time"),
    ("remoteConnectionClosed", "it ended the connection"),
    ("Connection reset", "it ended the connection"),
    ("HTTPParserError", "what it answers is not HTTP"),
    ("CancellationError", "it was given up"),
    ("cancelled", "it was given up"),
  ]
}
