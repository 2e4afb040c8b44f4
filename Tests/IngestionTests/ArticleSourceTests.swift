import DocumentModel
import Foundation
import Ingestion
import Testing

@Suite("Article source")
struct ArticleSourceTests {
  @Test func folderIsWalkedInByteOrder() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/z.txt", "a/b/c.md", "B.txt", "é.txt", "a.txt", "a-b"] {
      try folder.write(name)
    }
    for hidden in [".hidden", ".git/config", "a/.DS_Store"] { try folder.write(hidden) }
    let inventory = ArticleSource(paths: [folder.path]).inventory()
    #expect(
      inventory.files.map(\.id)
        == ["B.txt", "a-b", "a.txt", "a/b/c.md", "a/z.txt", "b.txt", "é.txt"])
    #expect(inventory.refusals.isEmpty)
    #expect(inventory.files.allSatisfy { $0.path.hasPrefix(folder.path) })
  }

  @Test func idsDoNotDependOnTheOrderOfCreationOrNaming() throws {
    let names = ["x/1.txt", "y/1.txt", "x/sub/2.txt", "y/3.txt", "4.txt"]
    var lists: [[String]] = []
    for order in [names, names.reversed()] {
      let folder = try TemporaryFolder()
      for name in order { try folder.write(name) }
      let roots = order.first == names.first ? ["x", "y", "4.txt"] : ["4.txt", "y", "x"]
      lists.append(ids(roots.map(folder.path)))
    }
    #expect(lists[0] == ["3.txt", "4.txt", "sub/2.txt", "x/1.txt", "y/1.txt"])
    #expect(lists[1] == lists[0])
  }

  @Test(arguments: [
    (["p/a", "q/a"], ["p/a/x.txt", "q/a/x.txt"], ["a/x.txt", "a/x.txt~2"]),
    (["p/x.txt", "q/x.txt"], ["p/x.txt", "q/x.txt"], ["p/x.txt", "q/x.txt"]),
    (["p", "p/x.txt"], ["p/x.txt"], ["x.txt"]),
    (["p/sub", "p"], ["p/sub/x.txt", "p/y.txt"], ["sub/x.txt", "y.txt"]),
    (["p", "p", "p/"], ["p/x.txt"], ["x.txt"]),
    (["a", "b"], ["a/x", "a/b/x", "b/x"], ["a/x", "b/x", "b/x~2"]),
  ])
  func collidingNames(_ named: [String], _ files: [String], _ expected: [String]) throws {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file) }
    #expect(ids(named.map(folder.path)) == expected)
    #expect(ids(named.reversed().map(folder.path)) == expected)
  }

  @Test func standardInputIsListedOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("stdin")
    let files = ArticleSource(paths: ["-", folder.path, "-"]).inventory().files
    #expect(files.map(\.id) == ["stdin", "stdin~2"])
    #expect(files.last?.path == "standard input")
  }

  @Test func linksAreFollowedOnce() throws {
    let (folder, outside) = (try TemporaryFolder(), try TemporaryFolder())
    try folder.write("real/a.txt")
    try outside.write("far/b.txt")
    try outside.write("c.txt")
    try folder.link("again", to: "real")
    try folder.link("a-link.txt", to: "real/a.txt")
    try folder.link("far", to: outside.path("far"))
    try folder.link("z-far", to: outside.path("far"))
    try folder.link("c.txt", to: outside.path("c.txt"))
    let inventory = ArticleSource(paths: [folder.path]).inventory()
    #expect(inventory.files.map(\.id) == ["c.txt", "far/b.txt", "real/a.txt"])
    #expect(inventory.refusals.isEmpty)
    #expect(inventory.diagnostics.map(\.code) == ["second-name", "second-name", "second-name"])
  }

  @Test func badLinksAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.txt")
    try folder.write("sub/good.txt")
    try folder.link("dangling", to: "nowhere.txt")
    try folder.link("ping", to: "pong")
    try folder.link("pong", to: "ping")
    try folder.link("sub/up", to: "..")
    try folder.link("sub/self", to: ".")
    let inventory = ArticleSource(paths: [folder.path]).inventory()
    #expect(inventory.files.map(\.id) == ["good.txt", "sub/good.txt"])
    #expect(
      inventory.refusals.map { Finding($0.id, $0.reason) } == [
        Finding("dangling", .danglingLink(target: "nowhere.txt")),
        Finding("ping", .linkLoop(target: "pong")), Finding("pong", .linkLoop(target: "ping")),
        Finding("sub/self", .linkLoop(target: ".")), Finding("sub/up", .linkLoop(target: "..")),
      ])
  }

  @Test func whatIsNoFileIsRefusedUnopened() throws {
    let folder = try TemporaryFolder()
    try #require(mkfifo(folder.path("pipe"), 0o600) == 0)
    let paths = [
      folder.path, folder.path("pipe"), folder.path("gone"), "/dev/null", folder.path("gone/too"),
    ]
    let inventory = ArticleSource(paths: paths).inventory()
    #expect(inventory.files.isEmpty)
    #expect(inventory.refusals.count == 4)
    #expect(
      Set(inventory.refusals.map { Finding($0.id, $0.reason) }) == [
        Finding("pipe", .special(.pipe)), Finding("null", .special(.device)),
        Finding("gone", .missing), Finding("too", .missing),
      ])
  }

  @Test(.disabled(if: geteuid() == 0, "permissions do not bind the superuser"))
  func lockedFolderIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("locked/a.txt")
    try folder.write("b.txt")
    chmod(folder.path("locked"), 0)
    defer { chmod(folder.path("locked"), 0o700) }
    let inventory = ArticleSource(paths: [folder.path]).inventory()
    #expect(inventory.files.map(\.id) == ["b.txt"])
    #expect(inventory.refusals.map(\.reason) == [.noPermission])
  }

  @Test(.enabled(if: isLinux, "other systems allow UTF-8 names only"))
  func namesThatAreNotUTF8AreRead() throws {
    let folder = try TemporaryFolder()
    for byte: CChar in [-4, -28] {
      let path = folder.path("n").utf8CString.dropLast() + [byte, 0]
      let file = try #require(
        path.withUnsafeBufferPointer { $0.baseAddress.flatMap { fopen($0, "w") } })
      fputs("An article.", file)
      fclose(file)
    }
    let files = ArticleSource(paths: [folder.path]).inventory().files
    #expect(files.map(\.id) == ["n\u{FFFD}", "n\u{FFFD}~2"])
    for file in files {
      #expect(try ArticleReader().readOne(file).get().article.text == "An article.")
    }
  }

  private func ids(_ paths: [String]) -> [String] {
    ArticleSource(paths: paths).inventory().files.map(\.id)
  }
}

private struct Finding: Hashable {
  let id: String
  let reason: Refusal.Reason

  init(_ id: String, _ reason: Refusal.Reason) {
    (self.id, self.reason) = (id, reason)
  }
}

#if os(Linux)
  private let isLinux = true
#else
  private let isLinux = false
#endif
