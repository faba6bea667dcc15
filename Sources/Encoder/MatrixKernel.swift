import CMatrix

/// The only place of the encoder where arithmetic touches memory without bounds checks: the loops of `CMatrix` run on
/// pointers. Every function here checks first that what will be touched lies in the arrays it was lent.

/// A matrix of float32 in panels of sixteen columns, so that one pass over a panel reads memory in order.
struct PanelMatrix: Sendable {
  /// The number of columns of a panel.
  static let width = 16
  let elements: MappedArray<Float>
  let rows: Int
  let columns: Int
}

/// Rows of numbers inside a buffer: row r begins at `start + r * stride`.
struct RowLayout {
  var start: Int
  var stride: Int

  /// Whether `rows` rows of `width` numbers lie in a buffer of `count`.
  func fits(rows: Int, width: Int, in count: Int) -> Bool {
    start >= 0 && stride >= 0 && rows >= 0 && width >= 0
      && (rows == 0 || start + (rows - 1) * stride + width <= count)
  }
}

/// `out = a · matrix`, or `out += a · matrix`, for `rows` rows of `a`. O(rows · matrix).
func multiply(
  _ a: [Float], _ aLayout: RowLayout, rows: Int, by matrix: PanelMatrix, into out: inout [Float],
  _ outLayout: RowLayout, adding: Bool = false
) {
  precondition(aLayout.fits(rows: rows, width: matrix.rows, in: a.count), "the left side lies in its buffer")
  precondition(outLayout.fits(rows: rows, width: matrix.columns, in: out.count), "the result lies in its buffer")
  guard rows > 0, matrix.rows > 0, matrix.columns > 0 else { return }
  unsafe a.withUnsafeBufferPointer { a in
    unsafe out.withUnsafeMutableBufferPointer { out in
      matrix.elements.withSpan { panels in
        unsafe panels.withUnsafeBufferPointer { panels in
          unsafe stemma_multiply(
            a.baseAddress! + aLayout.start, aLayout.stride, rows, panels.baseAddress!, matrix.rows, matrix.columns,
            out.baseAddress! + outLayout.start, outLayout.stride, adding)
        }
      }
    }
  }
}

/// Whether `count` numbers from `start` on lie in `buffer`.
private func lies<Element>(_ start: Int, _ count: Int, in buffer: [Element]) -> Bool {
  start >= 0 && count >= 0 && start <= buffer.count - count
}

/// Copies `count` numbers. O(count).
func copy(_ x: [Float], at from: Int, to out: inout [Float], at start: Int, count: Int) {
  precondition(lies(start, count, in: out) && lies(from, count, in: x), "inside the buffers")
  unsafe x.withUnsafeBufferPointer { x in
    unsafe out.withUnsafeMutableBufferPointer { out in
      unsafe (out.baseAddress! + start).update(from: x.baseAddress! + from, count: count)
    }
  }
}

/// `out += x`, for `count` numbers. O(count).
func accumulate(_ x: [Float], at from: Int, to out: inout [Float], at start: Int, count: Int) {
  precondition(lies(start, count, in: out) && lies(from, count, in: x), "inside the buffers")
  unsafe x.withUnsafeBufferPointer { x in
    unsafe out.withUnsafeMutableBufferPointer { out in
      unsafe stemma_add(out.baseAddress! + start, x.baseAddress! + from, count)
    }
  }
}

/// `out = relu(out + bias) + x`, for as many numbers as `bias` has. O(count).
func rectify(_ out: inout [Float], at start: Int, bias: [Float], adding x: [Float], at from: Int) {
  let count = bias.count
  precondition(lies(start, count, in: out) && lies(from, count, in: x), "inside the buffers")
  unsafe bias.withUnsafeBufferPointer { bias in
    unsafe x.withUnsafeBufferPointer { x in
      unsafe out.withUnsafeMutableBufferPointer { out in
        unsafe stemma_rectify_add(out.baseAddress! + start, bias.baseAddress!, x.baseAddress! + from, count)
      }
    }
  }
}

/// Layer norm, in place, of as many numbers as `gain` has. O(count).
func normalize(_ row: inout [Float], at start: Int, gain: [Float], shift: [Float], epsilon: Float) {
  precondition(lies(start, gain.count, in: row) && gain.count == shift.count, "inside the buffers")
  unsafe gain.withUnsafeBufferPointer { gain in
    unsafe shift.withUnsafeBufferPointer { shift in
      unsafe row.withUnsafeMutableBufferPointer { row in
        unsafe stemma_normalize(row.baseAddress! + start, gain.baseAddress!, shift.baseAddress!, epsilon, gain.count)
      }
    }
  }
}

/// Writes `count` bytes of a table as `byte * scale + offset`. O(count).
func dequantize(
  _ table: Span<UInt8>, at from: Int, scale: Float, offset: Float, into out: inout [Float], at start: Int, count: Int
) {
  precondition(from >= 0 && from <= table.count - count && lies(start, count, in: out), "inside the buffers")
  unsafe table.withUnsafeBufferPointer { table in
    unsafe out.withUnsafeMutableBufferPointer { out in
      unsafe stemma_dequantize(out.baseAddress! + start, table.baseAddress! + from, scale, offset, count)
    }
  }
}

/// The sum of the products of two vectors of one length: the cosine, where both have norm 1. O(n).
public func dot(_ a: [Float], _ b: [Float]) -> Float {
  precondition(a.count == b.count, "vectors of one length")
  guard !a.isEmpty else { return 0 }
  return unsafe a.withUnsafeBufferPointer { a in
    unsafe b.withUnsafeBufferPointer { b in unsafe stemma_dot(a.baseAddress!, b.baseAddress!, a.count) }
  }
}
