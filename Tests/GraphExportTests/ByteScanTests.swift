import Testing

@testable import GraphExport

/// Eight bytes at once against one by one.
@Suite struct ByteScanTests {
  private static let pool: [UInt8] =
    [0x20, 0x20, 0x22, 0x5C, 0x3C, 0x7F, 0x1F, 0x00, 0xC2, 0xB6, 0x80, 0xFF, 0x21, 0x23]
    + Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)

  @Test func findsWhatAPlainLoopFinds() {
    var random = SplitMix(state: 11)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Self.pool[Int.random(in: 0..<Self.pool.count, using: &random)]
      }
      let start = Int.random(in: 0...bytes.count, using: &random)
      let wanted = Self.pool[Int.random(in: 0..<12, using: &random)]
      let found = bytes.withUnsafeBufferPointer { buffer in
        ByteScan.first(
          in: buffer, from: start, mayHold: { ByteScan.has($0, wanted) }, where: { $0 == wanted })
      }
      #expect(found == bytes[start...].firstIndex(of: wanted) ?? bytes.count)
    }
  }

  @Test func tellsControlsASCIIAndMatches() {
    var random = SplitMix(state: 12)
    for _ in 0..<20_000 {
      let bytes = (0..<8).map { _ in Self.pool[Int.random(in: 0..<Self.pool.count, using: &random)]
      }
      let word = bytes.withUnsafeBufferPointer { ByteScan.word($0, at: 0) }
      #expect(ByteScan.isASCII(word) == bytes.allSatisfy { $0 < 0x80 })
      #expect(ByteScan.hasControl(word) == bytes.contains { $0 < 0x20 })
      if ByteScan.isASCII(word) {
        let spaces = (0..<8).filter { ByteScan.matches(word, 0x20) >> (8 * $0 + 7) & 1 == 1 }
        #expect(spaces == bytes.indices.filter { bytes[$0] == 0x20 })
      }
    }
  }

  @Test func longTextsAreCleanWhenTheSlowWaySaysSo() {
    var random = SplitMix(state: 13)
    for _ in 0..<20_000 {
      let words = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        String(
          decoding: (0..<Int.random(in: 0...9, using: &random)).map { _ in
            Self.pool[Int.random(in: 12..<Self.pool.count, using: &random)]
          }, as: UTF8.self)
      }
      let odd = ["", "\u{7F}", "\t", "é", "\u{1}"][Int.random(in: 0..<5, using: &random)]
      let text = words.joined(separator: " ") + odd
      let expected = text.split(whereSeparator: { " \t".contains($0) }).joined(separator: " ")
        .replacing("\u{7F}", with: "\u{FFFD}").replacing("\u{1}", with: "\u{FFFD}")
      #expect(TextCleaning.cleaned(text) == expected)
    }
  }

  @Test(arguments: [
    ("", ""), ("a¶b", "a/b"), ("¶¶", "//"), ("é¶ü", "é/ü"), ("½", "½"),
    ("a longer text than eight bytes ¶ and more ¶", "a longer text than eight bytes / and more /"),
  ])
  func pilcrowsBecomeSlashes(text: String, expected: String) {
    let scratch = TextScratch()
    scratch.append("¶")
    scratch.append(text)
    scratch.replacePilcrows(from: 2)
    #expect(scratch.text == "¶" + expected)
  }
}

@Suite struct IDPlacesTests {
  private struct Item: Identifiable { var id: String }

  private func places(_ ids: [String]) -> IDPlaces<Item> { IDPlaces(ids.map(Item.init)) }

  @Test func findsEveryIDAndNoOther() {
    let ids = (0..<5000).map { "n\($0 * 7)" } + ["", "a", "abcdefgh", "abcdefghi", "ü"]
    let places = places(ids)
    for (place, id) in ids.enumerated() { #expect(places[id] == place) }
    for id in ["n1", "n", "abcdefg", "x", "u"] { #expect(places[id] == nil) }
    let some = ids + ["n1", "x", ""] + ids
    #expect(places.places(of: some) == some.map { places[$0] })
    #expect(self.places([])[""] == nil && self.places([]).places(of: ["a"]) == [nil])
  }

  @Test func ofEqualIDsTheFirstCounts() {
    #expect(places(["a", "b", "a"])["a"] == 0)
  }
}
