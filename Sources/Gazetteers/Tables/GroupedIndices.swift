/// The indices of elements by group, in one flat column: `grouped[group]` in constant time.
struct GroupedIndices: Sendable {
  private let starts: PackColumn<Int32>
  private let indices: PackColumn<Int32>

  init(from pack: inout PackReader) throws(PackFault) {
    starts = try pack.column()
    indices = try pack.column()
  }

  /// Groups by `key`; elements without one are in no group. The order within a group is kept.
  static func write<Element>(
    _ elements: [Element], groups: Int, to pack: inout PackWriter, by key: (Element) -> Int32?
  ) {
    var starts = [Int32](repeating: 0, count: groups + 1)
    for element in elements {
      if let group = key(element) { starts[Int(group) + 1] += 1 }
    }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var next = starts
    var indices = [Int32](repeating: 0, count: Int(starts[groups]))
    for (index, element) in elements.enumerated() {
      guard let group = key(element) else { continue }
      indices[Int(next[Int(group)])] = Int32(index)
      next[Int(group)] += 1
    }
    pack.add(column: starts)
    pack.add(column: indices)
  }

  subscript(group: Int32) -> some Collection<Int> {
    let group = Int(group)
    let isGroup = group >= 0 && group + 1 < starts.count
    let own = isGroup ? Int(starts[group])..<Int(starts[group + 1]) : 0..<0
    return own.lazy.map { Int(indices[$0]) }
  }
}
