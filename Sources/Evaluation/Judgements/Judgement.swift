/// What somebody says of one relation of a sheet.
public struct Judgement: Sendable, Equatable {
  public enum Verdict: Sendable, Equatable {
    case right, wrong
    /// Nobody can tell from the text.
    case undecided
  }

  public var id: String
  /// Nil for a row that has not been judged yet.
  public var verdict: Verdict?
  /// `category=AID grade=A`: what the row's stratum has in common.
  public var stratum: String
  /// How many relations the stratum has in the graph.
  public var stratumSize: Int
  /// What the row says, for lists of disagreements: "Iran —supply→ Oman".
  public var words: String

  public init(
    id: String, verdict: Verdict?, stratum: String, stratumSize: Int, words: String = ""
  ) {
    self.id = id
    self.verdict = verdict
    self.stratum = stratum
    self.stratumSize = stratumSize
    self.words = words
  }
}

extension Judgement.Verdict {
  /// What people write into a cell; nil for what means nothing.
  init?(cell: String) {
    switch cell.lowercased() {
    case "y", "yes", "right", "true", "correct", "1", "ok", "x", "✓": self = .right
    case "n", "no", "wrong", "false", "incorrect", "0": self = .wrong
    case "?", "unsure", "undecided", "u": self = .undecided
    default: return nil
    }
  }
}
