extension GazetteerDraft {
  /// Reads a table of one class of words, with irregular plurals. `word` or `common` among the flags
  /// makes a common word of a name too; a hyphen before a word takes it out of the class.
  mutating func readWords(
    _ table: inout TableFile, column name: String, as wordClass: WordClasses,
    parts: VocabularyBuilder.Parts
  ) {
    let column = table.column(name)
    let (flags, plural) = (table.column("flags"), table.column("plural"))
    forEachRow(of: &table) { (draft, row) throws(GazetteerError) in
      let word = try row.required(column, named: name)
      guard !Self.isRemoval(word) else {
        draft.vocabulary.remove(wordClass, from: word)
        return
      }
      draft.vocabulary.add(wordClass, toParts: parts, of: word)
      if let plural = row.value(plural) {
        draft.vocabulary.add(wordClass, toParts: parts, of: plural)
      }
      if Self.isCommon(row.text(flags)) { draft.vocabulary.add(.commonWord, to: word) }
    }
  }

  private static func isCommon(_ flags: String) -> Bool {
    !flags.isEmpty
      && flags.split { !$0.isLetter && $0 != "-" }.contains { $0 == "word" || $0 == "common" }
  }

  private static func isRemoval(_ word: String) -> Bool {
    word.utf8.first == UInt8(ascii: "-") && word.utf8.count > 1
  }

  /// Reads a table of classes of words.
  mutating func readClassWords(_ table: inout TableFile) {
    let columns = (
      name: table.column("class"), word: table.column("word"), note: table.column("note")
    )
    let file = table.name
    forEachRow(of: &table) { (draft, row) throws(GazetteerError) in
      let name = try row.required(columns.name, named: "class")
      let word = try row.required(columns.word, named: "word")
      guard !Self.isRemoval(word) else {
        draft.removeClassWord(String(word.dropFirst()), from: name)
        return
      }
      let classWord = ClassWord(
        name: name, word: word, note: row.value(columns.note),
        origin: Origin(file: file, line: row.line))
      draft.classWords.append(classWord)
      guard !classWord.isDescription else { return }
      guard let wordClass = draft.vocabulary.wordClass(named: name) else {
        throw row.error(columns.name, .tooManyClasses(name))
      }
      draft.vocabulary.add(wordClass, to: word)
    }
  }

  private mutating func removeClassWord(_ word: String, from name: String) {
    classWords.removeAll { $0.name == name && $0.word == word }
    guard !ClassWord.isDescription(name), let wordClass = vocabulary.wordClass(named: name) else {
      return
    }
    vocabulary.remove(wordClass, from: word)
  }
}
