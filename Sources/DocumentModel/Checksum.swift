extension StableHash {
  /// The checksum of the bytes from `start` on: four lanes of multiply and rotate, 32 bytes a step.
  ///
  /// It finds damage and truncation; it is no protection against intent.
  public static func checksum(of bytes: UnsafeRawBufferPointer, from start: Int = 0) -> UInt64 {
    let multiplier = SIMD4<UInt64>(
      0x9e37_79b1_85eb_ca87, 0xc2b2_ae3d_27d4_eb4f, 0x1656_67b1_9e37_79f9, 0x85eb_ca77_c2b2_ae63)
    var lanes = multiplier
    var position = start
    while position + 32 <= bytes.count {
      let block = bytes.loadUnaligned(fromByteOffset: position, as: SIMD4<UInt64>.self)
      lanes = (lanes ^ block) &* multiplier
      lanes = (lanes &<< 29) | (lanes &>> 35)
      position += 32
    }
    var result = mixed(UInt64(bytes.count - start))
    for lane in 0..<4 { result = mixed(result ^ lanes[lane]) &+ 1 }
    while position < bytes.count {
      result = mixed(result ^ UInt64(bytes[position])) &+ 1
      position += 1
    }
    return result
  }
}
