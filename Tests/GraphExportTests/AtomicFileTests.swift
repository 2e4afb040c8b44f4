import Foundation
import Testing

@testable import GraphExport

@Suite struct AtomicFileTests {
  private func contents(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func errorOf(_ body: () throws -> Void) -> OutputError? {
    do { try body() } catch { return error as? OutputError }
    return nil
  }

  @Test func replacesTheOldFileAndLeavesNothingElse() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/graph.txt"
      for text in ["old", "new"] { try AtomicFile(path).write { $0.append(text) } }
      #expect(try contents(path) == "new")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["graph.txt"])
    }
  }

  @Test func followsALinkAndKeepsTheMode() throws {
    try TemporaryFolder.with { folder in
      let (path, link) = ("\(folder)/graph.txt", "\(folder)/link")
      try AtomicFile(path).write { $0.append("old") }
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "graph.txt")
      try AtomicFile(link).write { $0.append("new") }
      #expect(try contents(path) == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "graph.txt")
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o640)
    }
  }

  @Test func anErrorOfTheWriterLeavesTheOldFile() throws {
    struct Stop: Error {}
    try TemporaryFolder.with { folder in
      let path = "\(folder)/graph.txt"
      try AtomicFile(path).write { $0.append("old") }
      #expect(throws: Stop.self) {
        try AtomicFile(path).write {
          $0.append("half")
          throw Stop()
        }
      }
      #expect(try contents(path) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["graph.txt"])
    }
  }

  @Test func aFullDiskLeavesTheOldFile() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/graph.txt"
      try AtomicFile(path).write { $0.append("old") }
      let full = AtomicFile(path) { _, _, _ in
        errno = ENOSPC
        return -1
      }
      let error = errorOf { try full.write { $0.append("new") } }
      #expect(error == OutputError(path: path, step: .write, code: ENOSPC))
      #expect(error?.description == "\(path): the disk is full")
      #expect(try contents(path) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["graph.txt"])
    }
  }

  @Test func shortAndInterruptedWritesAreContinued() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/graph.txt"
      let calls = Counter()
      let slow = AtomicFile(path) { descriptor, bytes, count in
        if calls.next() % 2 == 0 {
          errno = EINTR
          return -1
        }
        return systemWrite(descriptor, bytes, min(count, 7))
      }
      let text = String(repeating: "0123456789", count: 100)
      try slow.write { $0.append(text) }
      #expect(try contents(path) == text)
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full here"))
  func theRealFullDeviceIsReported() {
    for size in [1, 10_000_000] {
      let error = errorOf {
        try AtomicFile("/dev/full").write { $0.append(String(repeating: "x", count: size)) }
      }
      #expect(error?.code == ENOSPC)
    }
    for writer in [GraphMLWriter(), DOTWriter()] as [any GraphWriter] {
      let error = errorOf {
        try AtomicFile("/dev/full").write { try writer.write(SampleGraphs.seed, to: $0) }
      }
      #expect(error?.description == "/dev/full: the disk is full")
    }
  }

  @Test(arguments: [
    ("missing/graph.txt", ENOENT, "there is no such folder"),
    ("", EISDIR, "this is a folder; name a file"),
    ("sub", EISDIR, "this is a folder; name a file"),
    ("sub/", EISDIR, "this is a folder; name a file"),
    ("file/graph.txt", ENOTDIR, "a part of the path is a file, not a folder"),
  ])
  func badTargets(name: String, code: Int32, words: String) throws {
    try TemporaryFolder.with { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/sub", withIntermediateDirectories: true)
      try AtomicFile("\(folder)/file").write { $0.append("x") }
      let path = "\(folder)/\(name)"
      let error = errorOf { try AtomicFile(path).write { $0.append("x") } }
      #expect(error?.code == code)
      #expect(error?.description == "\(path): \(words)")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
  func anUnwritableFolderLeavesTheOldFile() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/graph.txt"
      try AtomicFile(path).write { $0.append("old") }
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
      defer {
        try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
      }
      #expect(errorOf { try AtomicFile(path).write { $0.append("new") } }?.code == EACCES)
      #expect(try contents(path) == "old")
    }
  }

  @Test func theBufferHandsOnEveryByteInOrder() throws {
    let sink = MemorySink()
    let output = OutputBuffer(sink, capacity: 64)
    var expected = ""
    for index in 0..<200 {
      let piece = String(repeating: "\(index % 10)", count: index)
      expected += piece + ","
      output.append(piece)
      output.append(byte: UInt8(ascii: ","))
    }
    try output.flush()
    #expect(sink.text == expected)
  }
}

private final class Counter: @unchecked Sendable {
  private var value = 0

  func next() -> Int {
    value += 1
    return value
  }
}
