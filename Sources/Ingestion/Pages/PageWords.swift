/// Lines between and below the paragraphs of an article that are about something else.
enum PageWords {
  /// Longer blocks are read, whatever they begin with.
  private static let longest = 160

  static func isBoilerplate(_ text: String) -> Bool {
    guard text.utf8.count <= longest else { return false }
    let words = text.lowercased()
    return wholes.contains(words.trimmingMarks) || beginnings.contains { words.hasPrefix($0) }
  }

  private static let wholes: Set<String> = [
    "ad", "advertisement", "advertisment", "sponsored", "promoted", "share", "share this", "print",
    "email", "save", "comments", "comment", "loading", "related", "related stories",
    "related articles", "related topics", "most read", "most popular", "recommended",
    "more stories",
    "top stories", "latest news", "skip advertisement", "topics", "tags", "end of article",
  ]

  private static let beginnings = [
    "read more", "read also", "also read", "read next", "see also", "more on this", "related:",
    "read:", "watch:", "listen:", "recommended:", "share this ", "follow us", "follow our",
    "sign up", "subscribe", "click here", "download our", "download the app", "join our",
    "story continues below", "article continues", "continue reading", "advertisement ",
    "photo:", "photo by", "image:", "image source", "picture:", "getty images", "©", "copyright ",
    "(c) ", "all rights reserved", "you may also like", "support our journalism", "get our",
    "this story has been shared", "to read this", "already a subscriber", "we use cookies",
  ]
}

extension String {
  fileprivate var trimmingMarks: String {
    String(drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
  }
}
