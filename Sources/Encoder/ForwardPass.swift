import Foundation

/// Runs the network over the texts of one call. Holds the working memory, about 12 MB, and reuses it from batch to batch.
///
/// What depends on a piece alone (embedding, projection, its part in the first convolution) is worked out once for each piece
/// of a batch, not once for each token: the first convolution is then a sum of rows.
struct ForwardPass {
  private let network: Network
  /// Sums of the normalised features of each text's tokens, 1,280 a text.
  private var sums: [Float]
  private var embeddings: [Float] = []
  private var projected: [Float] = []
  private var parts: [[Float]] = [[], [], []]
  private var hidden: [Float] = []
  private var convolved: [[Float]] = [[], [], []]
  private var feature = [Float](repeating: 0, count: Network.features)

  init(_ network: Network, texts: Int) {
    self.network = network
    sums = Array(repeating: 0, count: texts * Network.features)
  }

  /// Adds a batch's tokens to the sums of their texts.
  mutating func add(_ batch: TokenBatch) {
    embed(batch.pieces)
    project(batch.pieces.count)
    for branch in network.branches.indices { convolve(branch, batch) }
    for stretch in batch.stretches { pool(stretch, batch) }
  }

  private static func resize(_ buffer: inout [Float], _ count: Int) {
    if buffer.count < count { buffer = Array(repeating: 0, count: count) }
  }

  private mutating func embed(_ pieces: [UInt32]) {
    Self.resize(&embeddings, pieces.count * Network.width)
    network.embedding.withSpan { table in
      for (slot, piece) in pieces.enumerated() {
        let chunk = Int(piece) % Network.chunks
        dequantize(
          table, at: Int(piece) * Network.width, scale: network.scale[chunk], offset: network.low[chunk],
          into: &embeddings, at: slot * Network.width, count: Network.width)
      }
    }
  }

  private mutating func project(_ count: Int) {
    let width = 3 * Network.branchWidth
    Self.resize(&projected, count * width)
    multiply(
      embeddings, RowLayout(start: 0, stride: Network.width), rows: count, by: network.projection, into: &projected,
      RowLayout(start: 0, stride: width))
    for row in 0..<count {
      accumulate(network.projectionBias, at: 0, to: &projected, at: row * width, count: width)
      normalize(
        &projected, at: row * width, gain: network.projectionGain, shift: network.projectionShift,
        epsilon: network.epsilon)
    }
    for (number, branch) in network.branches.enumerated() {
      let columns = Network.branchWidth * branch.order
      Self.resize(&parts[number], count * columns)
      multiply(
        projected, RowLayout(start: number * Network.branchWidth, stride: width), rows: count, by: branch.first,
        into: &parts[number], RowLayout(start: 0, stride: columns))
    }
  }

  private mutating func convolve(_ number: Int, _ batch: TokenBatch) {
    let branch = network.branches[number]
    let (width, gap) = (Network.branchWidth, TokenBatch.gap)
    // Two empty rows more at either end, so that the windows of the first and the last row lie in the buffer.
    Self.resize(&hidden, (batch.rows + 2 * gap) * width)
    firstConvolution(number, branch, batch)
    Self.resize(&convolved[number], batch.rows * width)
    multiply(
      hidden, RowLayout(start: (gap - branch.left) * width, stride: width), rows: batch.rows, by: branch.second,
      into: &convolved[number], RowLayout(start: 0, stride: width))
    for row in 0..<batch.rows where batch.slots[row] >= 0 {
      rectify(
        &convolved[number], at: row * width, bias: branch.secondBias, adding: hidden, at: (row + gap) * width)
    }
  }

  /// Row r of the batch becomes row r + 2 of `hidden`: relu(sum of the window's parts + bias) + x.
  private mutating func firstConvolution(_ number: Int, _ branch: Network.Branch, _ batch: TokenBatch) {
    let width = Network.branchWidth
    for row in 0..<(batch.rows + 2 * TokenBatch.gap) {
      let token = row - TokenBatch.gap
      copy(Self.empty, at: 0, to: &hidden, at: row * width, count: width)
      guard batch.slots.indices.contains(token), batch.slots[token] >= 0 else { continue }
      for place in 0..<branch.order {
        let seen = token - branch.left + place
        guard batch.slots.indices.contains(seen), batch.slots[seen] >= 0 else { continue }
        let from = (Int(batch.slots[seen]) * branch.order + place) * width
        accumulate(parts[number], at: from, to: &hidden, at: row * width, count: width)
      }
      let own = Int(batch.slots[token]) * 3 * width + number * width
      rectify(&hidden, at: row * width, bias: branch.firstBias, adding: projected, at: own)
    }
  }
  private static let empty = [Float](repeating: 0, count: Network.branchWidth)

  private mutating func pool(_ stretch: TokenBatch.Stretch, _ batch: TokenBatch) {
    let (width, branch) = (Network.width, Network.branchWidth)
    for token in stretch.rows {
      copy(embeddings, at: Int(batch.slots[token]) * width, to: &feature, at: 0, count: width)
      for number in 0..<3 {
        copy(convolved[number], at: token * branch, to: &feature, at: width + number * branch, count: branch)
      }
      normalize(&feature, at: 0, gain: network.gain, shift: network.shift, epsilon: network.epsilon)
      accumulate(feature, at: 0, to: &sums, at: stretch.text * Network.features, count: Network.features)
    }
  }
}

extension ForwardPass {
  /// The vectors of all texts, of which text i had `lengths[i]` tokens.
  func vectors(lengths: [Int]) -> [[Float]] {
    let (texts, width) = (lengths.count, Network.width)
    var pooled = product(sums, network.pooled, texts)
    for (text, length) in lengths.enumerated() {
      let tokens = Float(length)
      for i in 0..<width {
        pooled[text * width + i] = (pooled[text * width + i] + network.pooledBias[i] * tokens) / tokens.squareRoot()
      }
    }
    let y0 = Self.rectified(product(pooled, network.d0, texts))
    let y1 = Self.rectified(product(pooled, network.p1, texts, adding: product(y0, network.d1, texts)))
    let y2 = Self.rectified(product(y1, network.d2, texts))
    let z = product(y1, network.p3, texts, adding: product(y2, network.d3, texts))
    return (0..<texts).map { text in unitVector(z[(text * width)..<((text + 1) * width)].map(tanhf)) }
  }

  private func product(_ a: [Float], _ matrix: PanelMatrix, _ rows: Int, adding: [Float]? = nil) -> [Float] {
    var out = adding ?? Array(repeating: 0, count: rows * matrix.columns)
    multiply(
      a, RowLayout(start: 0, stride: matrix.rows), rows: rows, by: matrix, into: &out,
      RowLayout(start: 0, stride: matrix.columns), adding: adding != nil)
    return out
  }

  private static func rectified(_ x: [Float]) -> [Float] { x.map { max($0, 0) } }

  private func unitVector(_ z: [Float]) -> [Float] {
    let factor = 1 / max(dot(z, z), network.epsilon).squareRoot()
    return z.map { $0 * factor }
  }
}
