import Foundation

/// The time of making that Cairo writes into a PDF: the same graph shall give the same bytes.
enum PDFDate {
  private static let key = Data("/CreationDate (D:".utf8)
  private static let fixed = Data("20000101000000".utf8)

  /// `pdf` with a fixed date in place of its own; as it is when it carries none in plain text.
  static func erased(_ pdf: Data) -> Data {
    guard let found = pdf.range(of: key) else { return pdf }
    let digits = found.upperBound..<(found.upperBound + fixed.count)
    guard digits.upperBound <= pdf.endIndex else { return pdf }
    var pdf = pdf
    pdf.replaceSubrange(digits, with: fixed)
    return pdf
  }
}
