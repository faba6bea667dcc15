/// Gives the records of one input, in order.
protocol RecordReader: Sendable {
  /// The next record or error; nil at the end.
  mutating func next() -> Result<IntakeItem, IntakeError>?
}

/// Records that were read at once.
struct ReadRecords: RecordReader {
  private var rest: ArraySlice<Result<IntakeItem, IntakeError>>

  init(_ records: [Result<IntakeItem, IntakeError>]) { rest = records[...] }

  mutating func next() -> Result<IntakeItem, IntakeError>? { rest.popFirst() }
}
