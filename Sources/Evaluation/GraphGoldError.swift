/// Why a gold file cannot be used: where in it, and what.
public struct GraphGoldError: Error, Equatable, Sendable {
  public var file: String
  /// In file order; never empty.
  public var problems: [Problem]

  /// One finding at one place of the JSON.
  public struct Problem: Equatable, Sendable {
    /// `relations[3].source`; empty for the file as a whole.
    public var path: String
    public var kind: Kind

    public init(path: String, _ kind: Kind) {
      self.path = path
      self.kind = kind
    }
  }

  public enum Kind: Equatable, Sendable {
    case unreadable(String)
    case notJSON(String)
    case missing
    case wrongValue(String)
    case empty
    case repeatedID(String)
    case unknownID(String)
    case selfRelation(String)
    case unknownCategory(String)
  }

  public init(file: String, problems: [Problem]) {
    self.file = file
    self.problems = problems
  }

  init(file: String, _ kind: Kind) {
    self.init(file: file, problems: [Problem(path: "", kind)])
  }
}

extension GraphGoldError: CustomStringConvertible {
  /// One line a problem: file, place, what to do.
  public var description: String {
    problems.map { "\(file): " + $0.description }.joined(separator: "\n")
  }
}

extension GraphGoldError.Problem: CustomStringConvertible {
  public var description: String { (path.isEmpty ? "" : path + ": ") + kind.words }
}

extension GraphGoldError.Kind {
  fileprivate var words: String {
    switch self {
    case .unreadable(let reason): "cannot be read (\(reason)); check the path and its permissions"
    case .notJSON(let reason): "is not JSON (\(reason)); correct its syntax"
    case .missing: "is missing; add it"
    case .wrongValue(let reason): "\(reason); change it"
    case .empty: "is empty; write at least one word"
    case .repeatedID(let id): "the id \(id) is used before; give every entity its own"
    case .unknownID(let id): "no entity has the id \(id); add one or correct the id"
    case .selfRelation(let id): "both ends are \(id); a relation needs two entities"
    case .unknownCategory(let name):
      "\(name) is no category; use one of \(CategoryName.known.joined(separator: ", "))"
    }
  }
}

extension GraphGoldError.Problem {
  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(path: jsonPath(context.codingPath + [key]), .missing)
    case .valueNotFound(_, let context):
      self.init(path: jsonPath(context.codingPath), .missing)
    case .typeMismatch(let type, let context):
      self.init(path: jsonPath(context.codingPath), .wrongValue("expected \(jsonName(of: type))"))
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      self.init(path: "", .notJSON(context.debugDescription))
    case .dataCorrupted(let context):
      self.init(path: jsonPath(context.codingPath), .wrongValue(context.debugDescription))
    @unknown default:
      self.init(path: "", .notJSON(String(describing: error)))
    }
  }
}

/// `relations[3].source`.
private func jsonPath(_ keys: [any CodingKey]) -> String {
  keys.reduce(into: "") { path, key in
    if let index = key.intValue {
      path += "[\(index)]"
    } else {
      path += (path.isEmpty ? "" : ".") + key.stringValue
    }
  }
}

/// What JSON calls a Swift type.
private func jsonName(of type: any Any.Type) -> String {
  switch type {
  case is String.Type: "a string"
  case is Bool.Type: "true or false"
  case is Int.Type: "a whole number"
  case is any ExpressibleByArrayLiteral.Type: "a list"
  default: "an object"
  }
}
