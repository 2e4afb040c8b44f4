import ArgumentParser
import Curation
import Entente
import Foundation

/// `entente gazetteer fmt`: canonical order and spacing.
struct GazetteerFormat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Put tables into canonical order and spacing.",
    discussion: """
      What the tables say does not change. Rows are sorted between comments, so that a comment heads
      the rows below it; where order has a meaning (rules of one form, patterns, titles) it stays.

      EXAMPLES
        entente gazetteer fmt                       the project's tables and those of --gazetteers
        entente gazetteer fmt my-field/people.csv
        entente gazetteer fmt --check               only say which would change; exit code 1 if any
      """)

  @Argument(help: "Tables or folders of tables.", completion: .file(extensions: ["tsv", "csv"]))
  var paths: [String] = []

  @Flag(help: "Change nothing; exit with 1 when a table would change.")
  var check = false

  @Flag(help: "Leave rows where they are.")
  var keepOrder = false

  @OptionGroup var data: DataOptions

  func run() throws {
    var (changed, failed) = (false, false)
    for file in try files() {
      do {
        changed = try format(file) || changed
      } catch {
        FileHandle.standardError.write(Data("entente: \(printable("\(error)"))\n".utf8))
        failed = true
      }
    }
    if failed { throw ExitCode(2) }
    if check, changed { throw ExitCode(1) }
  }

  private func files() throws -> [URL] {
    let roots =
      paths.isEmpty
      ? try data.folders().own
      : paths.map { URL(filePath: $0) }
    guard !roots.isEmpty else {
      throw ValidationError("name tables or folders, or run it in a project folder")
    }
    return roots.flatMap { root -> [URL] in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder)
      guard isFolder.boolValue else { return [root] }
      return TableFolders([root]).names[0].map { root.appending(path: $0) }
    }
  }

  /// Whether the table changes.
  private func format(_ file: URL) throws -> Bool {
    let path = file.relativePath
    let bytes = [UInt8](try Data(contentsOf: file))
    let sheet: Sheet?
    do {
      sheet = try Sheet(path: path, bytes: bytes)
    } catch {
      throw TableTextError(path: path, error: error)
    }
    guard let sheet else { return false }
    let text = SheetFormatter(sortsRows: !keepOrder).formatted(sheet).text
    guard Array(text.utf8) != bytes else { return false }
    print(check ? "would change \(path)" : "changed \(path)")
    if !check { try Data(text.utf8).write(to: file, options: .atomic) }
    return true
  }
}

/// A table whose text is malformed.
struct TableTextError: Error, CustomStringConvertible {
  let path: String
  let error: any Error

  var description: String { "\(path):\(error)" }
}
