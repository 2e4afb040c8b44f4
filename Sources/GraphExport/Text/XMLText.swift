/// Text as it may stand in XML and HTML, in an element or between quotes.
enum XMLText {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TextCleaning.cleaned(text).unicodeScalars {
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
