import ModelFiles
import Testing

@Suite struct ModelFileTests {
  @Test func sectionsComeBack() throws {
    let file = try ModelFile(bytes: Self.sample())
    #expect(file.sectionNames == ["lines", "numbers"])
    #expect(try file.array("numbers", of: UInt16.self) == [1, 2, 65_535])
    #expect(try file.lines("lines") == ["a", "", "b"])
  }

  @Test func sameSectionsGiveTheSameBytes() {
    #expect(Self.sample() == Self.sample())
  }

  /// What is done to a good file, and what its reader says.
  static let damages: [(name: String, damage: @Sendable ([UInt8]) -> [UInt8])] = [
    ("empty", { _ in [] }),
    ("foreign", { _ in Array("%PDF-1.7 and more text than a header is long".utf8) }),
    ("newer", { $0.replacing(8, with: 99) }),
    ("older", { $0.replacing(8, with: 0) }),
    ("cut off", { Array($0.dropLast(5)) }),
    ("header only", { Array($0.prefix(20)) }),
    ("padded", { $0 + [0] }),
    ("flipped bit", { $0.replacing($0.count - 1, with: $0[$0.count - 1] ^ 1) }),
    ("flipped directory", { $0.replacing(40, with: $0[40] ^ 0x40) }),
  ]

  @Test(arguments: damages.map(\.name))
  func damageIsAnError(name: String) throws {
    let damage = try #require(Self.damages.first { $0.name == name }).damage
    let error = #expect(throws: ModelFileError.self) {
      try ModelFile(bytes: damage(Self.sample()), origin: name)
    }
    let kind = try #require(error?.kind)
    switch (name, kind) {
    case ("empty", .foreign), ("foreign", .foreign), ("newer", .newer(99)), ("older", .older(0)),
      ("cut off", .truncated), ("header only", .foreign), ("padded", .truncated),
      ("flipped bit", .corrupt), ("flipped directory", .corrupt):
      break
    default: Issue.record("\(name) gave \(kind)")
    }
    #expect(error.map { "\($0)".hasPrefix(name) } == true)
  }

  @Test func missingFileIsAnError() {
    #expect(throws: ModelFileError.self) { try ModelFile(contentsOf: "/nowhere/no.entente") }
  }

  @Test func missingOrOddSectionIsAnError() throws {
    let file = try ModelFile(bytes: Self.sample())
    #expect(throws: ModelFileError("bytes", .missingSection("tags"))) {
      try file.array("tags", of: UInt8.self)
    }
    #expect(throws: ModelFileError.self) { try file.array("numbers", of: UInt32.self) }
  }

  static func sample() -> [UInt8] {
    var writer = ModelFileWriter()
    writer.add("numbers", [1, 2, 65_535] as [UInt16])
    writer.add("lines", lines: ["a", "", "b"])
    return writer.bytes()
  }
}

extension [UInt8] {
  /// The same bytes but for one.
  func replacing(_ index: Int, with byte: UInt8) -> [UInt8] {
    var result = self
    result[index] = byte
    return result
  }
}
