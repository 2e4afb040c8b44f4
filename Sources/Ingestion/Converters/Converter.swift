/// The program that turns a document into text.
struct Converter {
  private let format: FileFormat
  private let program: String
  private let arguments: [String]

  /// Longer than this no document takes.
  private static let seconds = 60

  /// - Parameter format: PDF, a Word document, an OpenDocument text or RTF.
  init(_ format: FileFormat) {
    self.format = format
    switch format {
    case .pdf:
      (program, arguments) = ("pdftotext", ["-enc", "UTF-8", "-eol", "unix", "-", "-"])
    default:
      let name = format == .wordDocument ? "docx" : format == .openDocument ? "odt" : "rtf"
      program = "pandoc"
      arguments = ["--sandbox", "--from", name, "--to", "plain", "--wrap", "none"]
    }
  }

  /// The text of a document. The program reads and writes through pipes and knows no file.
  ///
  /// - Throws: `noConverter`, `notConverted`, `tooLong`, `empty`.
  func text(of document: [UInt8], limit: Int) throws(Refusal.Reason) -> String {
    let result: ChildProcess.Result
    do throws(ChildProcess.Failure) {
      result = try ChildProcess(program, arguments).run(
        input: document, outputLimit: limit, seconds: Self.seconds)
    } catch {
      switch error {
      case .notFound: throw .noConverter(format, program: program)
      case .notStarted(let code):
        throw .notConverted(program: program, "error \(code) at its start")
      case .tooMuch: throw .tooLong(bytes: nil, limit: limit)
      case .tooSlow: throw .notConverted(program: program, "not done in \(Self.seconds) seconds")
      }
    }
    guard result.status == 0 else {
      throw .notConverted(program: program, Self.firstLine(result.errors))
    }
    let text = String(decoding: result.output.filter { $0 != 0 }, as: UTF8.self)
    return text
  }

  private static func firstLine(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline).first.map { String($0.prefix(200)) }
    return line ?? "it does not say why"
  }
}
