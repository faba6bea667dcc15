import Encoder
import NewsModel
import TextBytes

// Keeping a grouper over the end of a process.
extension StoryGrouper {
  private static let layout: UInt64 = 1

  /// All that was learned and decided so far, as bytes: a grouper made of them goes on as this one would. O(open stories and terms).
  public func snapshot() -> [UInt8] {
    var writer = ByteWriter()
    writer.unsigned(Self.layout)
    writer.number(nextNumber)
    writer.number(arrivals)
    writer.optional(today) { $0.number($1) }
    writer.list(stories.sorted { $0.key < $1.key }) { writer, one in
      writer.number(one.key)
      one.value.write(to: &writer)
    }
    let terms = TermTable(self)
    writer.list(terms.keys) { $0.fixed($1, 8) }
    writer.list(termStatistics.sorted { $0.key < $1.key }) { writer, one in
      writer.string(one.key.code)
      one.value.write(to: &writer, terms)
    }
    sharedStatistics.write(to: &writer, terms)
    writer.list(indexes.sorted { $0.key < $1.key }) { writer, one in
      writer.string(one.key.code)
      one.value.write(to: &writer, terms)
    }
    sharedIndex.write(to: &writer, terms)
    return writer.bytes
  }

  /// A grouper that goes on where the one went that gave `snapshot`; options and store are given anew. Nil where the bytes are
  /// damaged or of another layout: then the articles must be placed again.
  public init?(
    snapshot: [UInt8], encoder: (any TextEncoding)?, options: StoryOptions = StoryOptions(),
    store: (any StoryStore)? = nil
  ) {
    self.init(encoder: encoder, options: options, store: store)
    var reader = ByteReader(snapshot)
    do throws(ByteReader.Damage) {
      guard try reader.unsigned() == Self.layout else { return nil }
      try restore(from: &reader)
    } catch { return nil }
  }

  private mutating func restore(from reader: inout ByteReader) throws(ByteReader.Damage) {
    nextNumber = try reader.number()
    arrivals = try reader.number()
    today = try reader.flag() ? try reader.number() : nil
    let open = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in
      (try reader.number(), try OpenStory(from: &reader))
    }
    for (number, story) in open {
      stories[number] = story
      for name in story.articles.map(\.raw) + [story.id.raw] + story.formerIDs.map(\.raw) { numberOf[name] = number }
    }
    let keys = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in try reader.fixed(8) }
    let statistics = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in
      (LanguageCode(try reader.string()), try TermStatistics(from: &reader, keys))
    }
    termStatistics = Dictionary(statistics, uniquingKeysWith: { a, _ in a })
    sharedStatistics = try TermStatistics(from: &reader, keys)
    let centroids = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in
      (LanguageCode(try reader.string()), try CentroidIndex(from: &reader, keys))
    }
    indexes = Dictionary(centroids, uniquingKeysWith: { a, _ in a })
    sharedIndex = try CentroidIndex(from: &reader, keys, mostOfTerm: Self.mostOfName)
  }
}

extension OpenStory {
  func write(to writer: inout ByteWriter) {
    writer.string(id.raw)
    writer.list(articles) { $0.string($1.raw) }
    writer.list(formerIDs) { $0.string($1.raw) }
    writer.list(languages.sorted()) { $0.string($1.code) }
    writer.optional(days) { writer, days in
      writer.number(days.lowerBound)
      writer.number(days.upperBound)
    }
    writer.number(lastArrival)
    writer.list(leads) { $0.string($1) }
    writer.list(vectorSum) { $0.float($1) }
  }

  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(id: ID(try reader.string()), lastArrival: 0)
    articles = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in ID(try reader.string()) }
    formerIDs = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in ID(try reader.string()) }
    let codes = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in try reader.string() }
    languages = Set(codes.map { LanguageCode($0) })
    if try reader.flag() {
      let (first, last) = (try reader.number(), try reader.number())
      guard first <= last else { throw reader.damage }
      days = first...last
    }
    lastArrival = try reader.number()
    leads = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in try reader.string() }
    vectorSum = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in try reader.float() }
  }
}

/// The terms that a grouper knows, each once and by number: most stand in many stories.
private struct TermTable {
  /// Ascending.
  let keys: [UInt64]
  private let numbers: [UInt64: Int]

  init(_ grouper: StoryGrouper) {
    var all = Set(grouper.sharedStatistics.frequency.keys)
    for statistics in grouper.termStatistics.values { all.formUnion(statistics.frequency.keys) }
    for index in [grouper.sharedIndex] + grouper.indexes.values {
      for centroid in index.centroids.values { all.formUnion(centroid.weights.keys) }
    }
    keys = all.sorted()
    numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
  }

  /// Values by term, in the order of the terms, each term as the step from the one before.
  func write(_ values: [UInt64: Float], to writer: inout ByteWriter, _ write: (inout ByteWriter, Float) -> Void) {
    var last = 0
    writer.list(values.map { (numbers[$0] ?? 0, $1) }.sorted { $0.0 < $1.0 }) { writer, one in
      writer.unsigned(UInt64(one.0 - last))
      write(&writer, one.1)
      last = one.0
    }
  }

  static func read(
    from reader: inout ByteReader, _ keys: [UInt64],
    _ read: (inout ByteReader) throws(ByteReader.Damage) -> Float
  ) throws(ByteReader.Damage) -> [(key: UInt64, weight: Float)] {
    var last = 0
    return try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in
      let step = try reader.unsigned()
      guard step < UInt64(keys.count), last + Int(step) < keys.count else { throw reader.damage }
      last += Int(step)
      return (keys[last], try read(&reader))
    }
  }
}

extension TermStatistics {
  fileprivate func write(to writer: inout ByteWriter, _ terms: TermTable) {
    writer.float(articles)
    terms.write(frequency, to: &writer) { writer, count in
      // Whole numbers, until the counts were halved.
      let whole = count == count.rounded() && count < 16_777_216
      writer.unsigned(whole ? UInt64(count) << 1 : 1)
      if !whole { writer.float(count) }
    }
  }

  fileprivate init(from reader: inout ByteReader, _ keys: [UInt64]) throws(ByteReader.Damage) {
    self.init()
    articles = try reader.float()
    let counts = try TermTable.read(from: &reader, keys) { (reader: inout ByteReader) throws(ByteReader.Damage) in
      let value = try reader.unsigned()
      return value & 1 == 1 ? try reader.float() : Float(value >> 1)
    }
    frequency = Dictionary(counts.map { ($0.key, $0.weight) }, uniquingKeysWith: { a, _ in a })
  }
}

extension CentroidIndex {
  fileprivate func write(to writer: inout ByteWriter, _ terms: TermTable) {
    writer.list(centroids.sorted { $0.key < $1.key }) { writer, one in
      writer.number(one.key)
      writer.float(one.value.square)
      terms.write(one.value.weights, to: &writer) { $0.float($1) }
    }
  }

  fileprivate init(
    from reader: inout ByteReader, _ keys: [UInt64], mostOfTerm: Float = 1
  ) throws(ByteReader.Damage) {
    self.init(mostOfTerm: mostOfTerm)
    let all = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in
      (
        try reader.number(), try reader.float(),
        try TermTable.read(from: &reader, keys) { (reader: inout ByteReader) throws(ByteReader.Damage) in
          try reader.float()
        }
      )
    }
    for (story, square, weights) in all { restore(story, square: square, weights) }
  }
}
