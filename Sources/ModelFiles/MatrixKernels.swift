import CKernels

// Dense single-precision kernels over raw memory. Pointers, because the same loops over spans
// cost a bounds check a load and ran at two thirds of the speed. Each result is a sum in a fixed
// order and nothing is fused, so every build on every x86-64 or arm64 gives the same bits.

/// The columns of a packed panel.
public let panelWidth = entente_panel_width

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
  entente_multiply(
    a, rowStride, columnStride, panels, rows, inner, columns, c, stride, adding)
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
