import Foundation

/// Notes on standard error, written at once.
enum Progress {
  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
