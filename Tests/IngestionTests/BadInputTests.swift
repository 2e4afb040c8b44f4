import DocumentModel
import Foundation
import Ingestion
import Testing

/// A folder with everything that can be wrong: the good articles are read, each bad one is named.
@Suite("Bad input")
struct BadInputTests {
  @Test func goodArticlesSurvive() async throws {
    let folder = try TemporaryFolder()
    try folder.write("good-1.txt", "Kim met Putin.")
    try folder.write("sub/good-2.txt", "Putin met Kim.")
    try folder.write("invalid.txt", Array("“Kim” met ".utf8) + [0xFF] + Array("Putin.".utf8))
    try folder.write("empty.txt", "")
    try folder.write("binary", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 89) })
    try folder.write("nul.txt", "Kim\0met Putin.")
    try folder.write("long.txt", [UInt8](repeating: 0x61, count: 50_000_000))
    try folder.link("dangling.txt", to: "gone.txt")
    try folder.link("loop", to: ".")
    try #require(mkfifo(folder.path("pipe"), 0o600) == 0)
    try folder.write("locked.txt")
    chmod(folder.path("locked.txt"), 0)

    let (texts, refusals) = await readAll(folder.path)
    let isSuperuser = geteuid() == 0
    let good =
      ["good-1.txt", "invalid.txt", "sub/good-2.txt"] + (isSuperuser ? ["locked.txt"] : [])
    #expect(texts.sorted() == good.sorted())
    let bad = [
      "binary nul-bytes", "dangling.txt dangling-link", "empty.txt empty",
      "long.txt too-long", "loop link-loop", "nul.txt nul-bytes", "pipe special-file",
    ]
    #expect(refusals.sorted() == (bad + (isSuperuser ? [] : ["locked.txt no-permission"])).sorted())
  }

  /// Reads from several threads at once, as a batch does.
  private func readAll(_ path: String) async -> (ids: [String], refusals: [String]) {
    let options = IngestionOptions(maximumBytes: 1_000_000)
    let inventory = ArticleSource(paths: [path], options: options).inventory()
    let reader = ArticleReader(options: options)
    var ids: [String] = []
    var refusals = inventory.refusals
    await withTaskGroup(of: Result<IngestedArticle, Refusal>.self) { group in
      for file in inventory.files { group.addTask { reader.readOne(file) } }
      for await result in group {
        switch result {
        case .success(let read): ids.append(read.article.id)
        case .failure(let refusal): refusals.append(refusal)
        }
      }
    }
    return (ids, refusals.map { "\($0.id) \($0.reason.code)" })
  }
}
