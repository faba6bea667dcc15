/// The weights of universal-sentence-encoder-multilingual 3, in the order in which the forward pass takes them.
struct Network: Sendable {
  /// An n-gram branch: 256 of the projected numbers of a token, and two convolutions over `order` tokens.
  struct Branch: Sendable {
    /// The number of tokens of a window.
    var order: Int
    /// How many of them stand before the token.
    var left: Int
    /// The first convolution with its `order` parts side by side, 256 × 256·order: a part a place in the window.
    var first: PanelMatrix
    var firstBias: [Float]
    /// The second convolution, 256·order × 256.
    var second: PanelMatrix
    var secondBias: [Float]
  }
  /// Numbers of an embedding, and of the result.
  static let width = 512
  /// Numbers of a branch.
  static let branchWidth = 256
  /// Numbers of a token before pooling: its embedding and three branches.
  static let features = width + 3 * branchWidth
  /// Pieces are spread over this many tables, each with a scale of its own.
  static let chunks = 17

  let embedding: MappedArray<UInt8>
  let scale: [Float]
  let low: [Float]
  let epsilon: Float
  let projection: PanelMatrix
  let projectionBias: [Float]
  let projectionGain: [Float]
  let projectionShift: [Float]
  let branches: [Branch]
  let gain: [Float]
  let shift: [Float]
  let pooled: PanelMatrix
  let pooledBias: [Float]
  let d0: PanelMatrix
  let d1: PanelMatrix
  let d2: PanelMatrix
  let d3: PanelMatrix
  let p1: PanelMatrix
  let p3: PanelMatrix

  init(_ weights: EncoderWeights) throws(EncoderError) {
    let (width, branch) = (Self.width, Self.branchWidth)
    embedding = try weights.bytes("embedding", -1, width)
    scale = try weights.vector("scale", Self.chunks)
    low = try weights.vector("lo", Self.chunks)
    epsilon = try weights.vector("eps", 1)[0]
    projection = try weights.matrix("proj", width, 3 * branch)
    projectionBias = try weights.vector("proj.proj_b", 3 * branch)
    projectionGain = try weights.vector("proj.ln_g", 3 * branch)
    projectionShift = try weights.vector("proj.ln_b", 3 * branch)
    var branches: [Branch] = []
    for (order, left) in [(2, 0), (3, 1), (5, 2)] {
      branches.append(
        Branch(
          order: order, left: left, first: try weights.matrix("w1.\(order)", branch, branch * order),
          firstBias: try weights.vector("b1.\(order)", branch),
          second: try weights.matrix("w2.\(order)", branch * order, branch),
          secondBias: try weights.vector("b2.\(order)", branch)))
    }
    self.branches = branches
    gain = try weights.vector("ln_g", Self.features)
    shift = try weights.vector("ln_b", Self.features)
    pooled = try weights.matrix("cnn_W", Self.features, width)
    pooledBias = try weights.vector("cnn_b", width)
    d0 = try weights.matrix("d0", width, 320)
    d1 = try weights.matrix("d1", 320, 320)
    d2 = try weights.matrix("d2", 320, width)
    d3 = try weights.matrix("d3", width, width)
    p1 = try weights.matrix("p1", width, 320)
    p3 = try weights.matrix("p3", 320, width)
  }

  /// The number of pieces that have an embedding.
  var pieces: Int { embedding.count / Self.width }
}
