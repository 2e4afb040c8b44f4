/// A CAMEO event code of a verb or pattern: `072`, `062:062` for what both do, `:173` for what is
/// done to the subject.
struct PetrarchVerbCode {
  let cameo: String
  /// The object acts on the subject.
  var isTurned = false
  var isSymmetric = false
  /// The code of what the object does in turn, which our relations have no place for.
  var inReturn: String?

  enum Fault: String {
    case null = "the null code ---: no event"
    case malformed = "a malformed code"
  }

  static func read(_ text: String) -> Result<PetrarchVerbCode, Fault> {
    guard text != "---" else { return .failure(.null) }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, parts.allSatisfy({ $0.isEmpty || isCode($0) }),
      let first = parts.first(where: { !$0.isEmpty })
    else { return .failure(.malformed) }
    var code = PetrarchVerbCode(cameo: first)
    guard parts.count == 2 else { return .success(code) }
    if parts[0].isEmpty {
      code.isTurned = true
    } else if parts[0] == parts[1] {
      code.isSymmetric = true
    } else if !parts[1].isEmpty {
      code.inReturn = parts[1]
    }
    return .success(code)
  }

  private static func isCode(_ text: String) -> Bool {
    (2...4).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The relation that the import makes of it.
  var relation: String { "CAMEO." + cameo + (isSymmetric ? ".BOTH" : "") }
}

extension PetrarchVerbCode.Fault: Error {}
