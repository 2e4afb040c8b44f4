import DocumentModel
import Foundation
import GraphModel

/// Standard error, and whether a person is looking.
struct Console: Sendable {
  let isQuiet: Bool
  let isVerbose: Bool

  init(_ options: LogOptions) {
    isQuiet = options.quiet
    isVerbose = options.verbose
  }

  static let isErrorTerminal = isatty(2) == 1
  static let isOutputTerminal = isatty(1) == 1

  /// Colour is for terminals, unless NO_COLOR asks for none (no-color.org).
  static func usesColour(_ isTerminal: Bool) -> Bool {
    isTerminal && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
  }

  func error(_ message: String) { write("entente: \(printable(message))\n") }

  func warning(_ message: String) {
    if !isQuiet { write("entente: warning: \(printable(message))\n") }
  }

  func note(_ message: String) {
    if isVerbose { write("entente: note: \(printable(message))\n") }
  }

  func say(_ message: String) {
    if !isQuiet { write(message + "\n") }
  }

  func say(_ diagnostic: Diagnostic, of id: String? = nil) {
    let message = (id.map { "\($0): " } ?? "") + diagnostic.message
    switch diagnostic.severity {
    case .note: note(message)
    case .warning: warning(message)
    case .error: error(message)
    }
  }

  /// The graph, after what is to be said about it.
  func saying(_ made: (graph: Graph, diagnostics: [Diagnostic])) -> Graph {
    for diagnostic in made.diagnostics { say(diagnostic) }
    return made.graph
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}

/// Text from articles and file names with control characters shown, so that none of them can move
/// the cursor or change colours.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if isControl(scalar) {
      result += "\\u{\(String(scalar.value, radix: 16))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// JSON as an encoder wrote it, with the control characters that encoders leave in strings escaped.
func printable(json: Data) -> String {
  let text = String(decoding: json, as: UTF8.self)
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if isControl(scalar) {
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
    || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
}
