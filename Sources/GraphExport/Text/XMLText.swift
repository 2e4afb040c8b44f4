/// Text as it may stand in XML and HTML, in an element or between quotes.
package enum XMLText {
  /// The text cleaned, with its marks escaped.
  package static func escaped(_ text: String) -> String {
    escapingMarks(in: TextCleaning.cleaned(text))
  }

  /// The text with what means something in markup written as entities, and nothing else changed.
  package static func escapingMarks(in text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
