import DocumentModel
import Testing

/// Values of the FNV reference page (isthe.com/chongo/tech/comp/fnv); the mixed ones were
/// computed apart from this code.
@Suite("Stable hashes")
struct StableHashTests {
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func fnv64(_ text: String, _ expected: UInt64) {
    #expect(StableHash.fnv1a64(text.utf8) == expected)
  }

  @Test(
    arguments: [
      ("", 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d),
      ("a", 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964),
      ("foobar", 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18),
    ] as [(String, UInt128)])
  func fnv128(_ text: String, _ expected: UInt128) {
    #expect(StableHash.fnv1a128(text.utf8) == expected)
  }

  @Test(
    arguments: [
      ("", 0xf52a_15e9_a9b5_e89b, "faagnx6mvbt4v"), ("a", 0x02c0_bdbf_4814_20f8, "05g5xqx41887r"),
      ("foobar", 0x404d_a9e3_b740_78c2, "40kd9wevm0y62"),
      ("Москва", 0x42e4_b2b7_e647_40a6, "45s5jpzk4eg56"),
    ] as [(String, UInt64, String)])
  func mixed(_ text: String, _ value: UInt64, _ base32: String) {
    #expect(StableHash.value(of: text) == value)
    #expect(StableHash.base32(of: text) == base32)
  }

  @Test func addingPieceByPieceIsTheSame() {
    var hash = StableHash()
    hash.add("Kim ".utf8)
    for byte in "Jong Un".utf8 { hash.add(byte) }
    #expect(hash.value == StableHash.value(of: "Kim Jong Un"))
  }

  @Test func seedsMatter() {
    #expect(StableHash(seed: 1).value != StableHash(seed: 2).value)
    #expect(StableHash(seed: 0).value == StableHash().value)
  }
}
