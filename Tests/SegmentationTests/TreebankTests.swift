import DocumentModel
import Foundation
import Testing

@testable import Segmentation

/// Tokens and sentences against Universal Dependencies treebanks, which are no part of the
/// package: the folder `treebanks` is looked for in `ENTENTE_SHARED` or in `../shared`.
@Suite("Treebanks")
struct TreebankTests {
  @Test(
    "tokens and sentences agree with the treebank",
    .enabled(
      if: Treebank.isPresent, "no treebanks here: set ENTENTE_SHARED to the folder above them"),
    arguments: [
      ("en_ewt-ud-test", 0.989, 0.82), ("gum-interview", 0.995, 0.92), ("gum-voyage", 0.994, 0.95),
      ("gum-bio", 0.994, 0.94), ("gum-academic", 0.99, 0.91), ("gum-court", 0.99, 0.97),
    ])
  func agreement(_ name: String, _ tokens: Double, _ sentences: Double) throws {
    let treebank = try Treebank(named: name)
    let document = segment(treebank.text, options: SegmentationOptions(parts: .bodyOnly))
    let tokenScore = f1(Set(document.tokens.map(\.span)), treebank.tokens)
    let sentenceScore = f1(
      Set(document.sentences.map { document.span(of: $0.tokens) }), treebank.sentences)
    print("\(name): tokens \(tokenScore), sentences \(sentenceScore)")
    #expect(tokenScore >= tokens)
    #expect(sentenceScore >= sentences)
  }

  private func f1(_ found: Set<TextSpan>, _ expected: Set<TextSpan>) -> Double {
    2 * Double(found.intersection(expected).count) / Double(found.count + expected.count)
  }
}

/// The text of a treebank, whole paragraphs, with its tokens and sentences.
struct Treebank {
  private(set) var text = ""
  private(set) var tokens: Set<TextSpan> = []
  private(set) var sentences: Set<TextSpan> = []
  private var length = 0

  static var folder: URL {
    let shared = ProcessInfo.processInfo.environment["ENTENTE_SHARED"].map {
      URL(fileURLWithPath: $0)
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent()
    let beside = package.deletingLastPathComponent().appendingPathComponent("shared")
    return (shared ?? beside).appendingPathComponent("treebanks")
  }

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  init(named name: String) throws {
    let file = Self.folder.appendingPathComponent(name + ".conllu")
    let content = try String(contentsOf: file, encoding: .utf8)
    var beginsParagraph = false
    var rows: [[Substring]] = []
    var sentence = ""
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# newpar") || line.hasPrefix("# newdoc") {
        beginsParagraph = true
      } else if line.hasPrefix("# text = ") {
        sentence = String(line.dropFirst(9))
      } else if line.isEmpty, !rows.isEmpty {
        append(sentence, rows, after: beginsParagraph ? "\n\n" : " ")
        (rows, beginsParagraph) = ([], false)
      } else if !line.isEmpty, !line.hasPrefix("#") {
        rows.append(line.split(separator: "\t", maxSplits: 2))
      }
    }
  }

  private mutating func append(_ sentence: String, _ rows: [[Substring]], after gap: String) {
    if !text.isEmpty {
      text += gap
      length += gap.utf8.count
    }
    let words = rows.filter { $0[0].allSatisfy(\.isNumber) }.map { Array($0[1].utf8) }
    let spans = Self.spans(of: words, in: Array(sentence.utf8), from: length)
    tokens.formUnion(spans)
    if let first = spans.first, let last = spans.last { sentences.insert(first.union(last)) }
    text += sentence
    length += sentence.utf8.count
  }

  private static func spans(of words: [[UInt8]], in bytes: [UInt8], from base: Int) -> [TextSpan] {
    var position = 0
    return words.compactMap { word in
      while position + word.count <= bytes.count {
        if bytes[position..<position + word.count].elementsEqual(word) {
          defer { position += word.count }
          return TextSpan(base + position, base + position + word.count)
        }
        position += 1
      }
      return nil
    }
  }
}
