// Dense single-precision kernels over raw memory. Pointers, because the same loops over spans
// cost a bounds check a load and ran at two thirds of the speed. Each result is a sum in a fixed
// order and nothing is fused, so every build on every x86-64 or arm64 gives the same bits.

/// The columns of a packed panel.
public let panelWidth = 8

/// The number of columns a matrix of `columns` columns has once packed: a multiple of 8.
public func paddedColumns(_ columns: Int) -> Int {
  (columns + panelWidth - 1) / panelWidth * panelWidth
}

/// Packs B (`inner` × `columns`; B(k, j) at `b[k * rowStride + j * columnStride]`) into panels of
/// eight columns, row after row within a panel, padded with zeros.
///
/// `panels` has room for `inner * paddedColumns(columns)` numbers.
public func packPanels(
  _ b: UnsafePointer<Float>, rowStride: Int, columnStride: Int, inner: Int, columns: Int,
  into panels: UnsafeMutablePointer<Float>
) {
  var target = panels
  var first = 0
  while first < columns {
    let width = min(panelWidth, columns - first)
    for k in 0..<inner {
      let row = b + k * rowStride + first * columnStride
      for j in 0..<width { target[j] = row[j * columnStride] }
      for j in width..<panelWidth { target[j] = 0 }
      target += panelWidth
    }
    first += panelWidth
  }
}

/// `packPanels` from an array to a new one.
public func packedPanels(
  _ numbers: [Float], from start: Int, rowStride: Int, columnStride: Int, inner: Int,
  columns: Int
) -> [Float] {
  let count = inner * paddedColumns(columns)
  return [Float](unsafeUninitializedCapacity: count) { panels, initialized in
    numbers.withUnsafeBufferPointer { numbers in
      guard let target = panels.baseAddress, let base = numbers.baseAddress else { return }
      packPanels(
        base + start, rowStride: rowStride, columnStride: columnStride, inner: inner,
        columns: columns, into: target)
      initialized = count
    }
  }
}

/// C = A · B, or C += A · B when `adding`: A is `rows` × `inner` with A(i, k) at
/// `a[i * rowStride + k * columnStride]`, B comes packed (see `packPanels`), C has `stride`
/// numbers from row to row, at least `paddedColumns(columns)`.
public func multiply(
  _ a: UnsafePointer<Float>, rowStride: Int, columnStride: Int = 1,
  panels: UnsafePointer<Float>, rows: Int, inner: Int, columns: Int,
  into c: UnsafeMutablePointer<Float>, stride: Int, adding: Bool = false
) {
  var panel = panels
  var column = 0
  while column < columns {
    var row = 0
    while row + 4 <= rows {
      multiplyFourRows(
        a + row * rowStride, rowStride, columnStride, panel, inner,
        c + row * stride + column, stride, adding)
      row += 4
    }
    while row < rows {
      multiplyOneRow(
        a + row * rowStride, columnStride, panel, inner, c + row * stride + column, adding)
      row += 1
    }
    panel += inner * panelWidth
    column += panelWidth
  }
}

private func multiplyFourRows(
  _ a: UnsafePointer<Float>, _ rowStride: Int, _ columnStride: Int,
  _ panel: UnsafePointer<Float>, _ inner: Int, _ c: UnsafeMutablePointer<Float>, _ stride: Int,
  _ adding: Bool
) {
  let second = a + rowStride
  let third = second + rowStride
  let fourth = third + rowStride
  var sum0 = adding ? load8(c) : SIMD8<Float>()
  var sum1 = adding ? load8(c + stride) : SIMD8<Float>()
  var sum2 = adding ? load8(c + 2 * stride) : SIMD8<Float>()
  var sum3 = adding ? load8(c + 3 * stride) : SIMD8<Float>()
  var k = 0
  var offset = 0
  while k < inner {
    let weights = load8(panel + k * panelWidth)
    sum0 += weights * a[offset]
    sum1 += weights * second[offset]
    sum2 += weights * third[offset]
    sum3 += weights * fourth[offset]
    k &+= 1
    offset &+= columnStride
  }
  store8(sum0, c)
  store8(sum1, c + stride)
  store8(sum2, c + 2 * stride)
  store8(sum3, c + 3 * stride)
}

private func multiplyOneRow(
  _ a: UnsafePointer<Float>, _ columnStride: Int, _ panel: UnsafePointer<Float>, _ inner: Int,
  _ c: UnsafeMutablePointer<Float>, _ adding: Bool
) {
  var sum = adding ? load8(c) : SIMD8<Float>()
  var k = 0
  var offset = 0
  while k < inner {
    sum += load8(panel + k * panelWidth) * a[offset]
    k &+= 1
    offset &+= columnStride
  }
  store8(sum, c)
}

@inline(__always)
func load8(_ pointer: UnsafePointer<Float>) -> SIMD8<Float> {
  UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
}

@inline(__always)
func load8(_ pointer: UnsafeMutablePointer<Float>) -> SIMD8<Float> {
  UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
}

@inline(__always)
func store8(_ value: SIMD8<Float>, _ pointer: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD8<Float>.self)
}
