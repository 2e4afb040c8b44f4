/// Why another program gave no result.
enum ChildFailure: Error, CustomStringConvertible {
  case failed(command: String, status: Int32)
  case cannotStart(command: String, code: Int32)

  var description: String {
    switch self {
    case .failed(let command, let status): "\(command) ended with status \(status)"
    case .cannotStart(let command, let code):
      "\(command) cannot be started (error \(code)); check the path"
    }
  }
}
