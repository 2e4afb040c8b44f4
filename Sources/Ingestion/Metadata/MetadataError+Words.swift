import DocumentModel

extension MetadataError: CustomStringConvertible {
  /// One line a problem: file, line, column, what to do.
  public var description: String {
    problems.map { problem in
      problem.line == 0
        ? "\(file): \(problem.kind.words)"
        : "\(file):\(problem.line):\(problem.column): \(problem.kind.words)"
    }.joined(separator: "\n")
  }

  init(file: String, _ kind: Kind) {
    self.init(file: file, problems: [Problem(line: 0, column: 0, kind: kind)])
  }
}

extension MetadataError.Kind {
  var words: String {
    switch self {
    case .unreadable(.vanished): "there is no such file; check the path of the metadata table"
    case .unreadable(let reason): "the metadata table cannot be used: \(reason.words)"
    case .malformed(let kind): kind.words
    case .empty: "the table is empty; its first line names the columns, one of them path"
    case .noPathColumn(let found):
      "no column is named path; found \(found.joined(separator: ", ")); rename the one that "
        + "names the article files"
    case .repeatedColumn(let name): "a second column is named \(name); rename or remove one"
    case .tooManyCells(let columns):
      "more cells than the \(columns) columns of the header; put quotes around a cell that holds "
        + "the separator"
    case .noPath: "the path is empty; name the article or remove the row"
    case .repeatedPath(let path, let line):
      "\(path) is on line \(line) already; keep one of the rows"
    case .notADate(let text):
      "\(text) is no date; write it as 2023-11-09, 2023-11 or 2023"
    }
  }
}
