import Curation
import DocumentModel
import Gazetteers

/// Reads the verb patterns of PETRARCH and PETRARCH2 (`CAMEO.2.0.txt`).
///
/// A verb's code becomes `WHO verb WHOM`; a pattern goes to the verb that its comment names, else to
/// all verbs of its block. Each CAMEO code becomes a relation, whose event type and Goldstein score
/// are those of the shipped relation with the nearest code.
struct PetrarchVerbReader: DictionaryReader {
  private var relations: [String: PetrarchVerbCode] = [:]
  /// Heads and patterns that have been written.
  private var written: Set<String> = []

  mutating func read(_ file: DictionaryFile, into tables: ImportTables) throws {
    var lines = PetrarchVerbLines()
    try file.forEachLine { text, number in lines.take(text, number: number) }
    for (name, words) in lines.sets.sorted(by: { $0.key < $1.key }) {
      let long = words.count { $0.contains(" ") }
      guard long > 0 else { continue }
      try tables.lose(
        "\(name): \(long) of \(words.count)", "synonyms of several words in a set",
        line: lines.setLines[name] ?? 1, of: file)
    }
    for loss in lines.lost { try tables.lose(loss.text, loss.reason, line: loss.line, of: file) }
    for block in lines.blocks {
      try reportRepeated(block.patterns, file, tables)
      for verb in block.verbs { try take(verb, of: block, file, tables) }
      for pattern in block.patterns { try take(pattern, of: block, lines.sets, file, tables) }
    }
  }

  mutating func finish(_ tables: ImportTables) throws {
    let shipped = tables.options.gazetteer.map { Array($0.lexicon.relations) } ?? []
    for (name, code) in relations.sorted(by: { $0.key < $1.key }) {
      let nearest = Self.nearest(to: code.cameo, among: shipped)
      try tables.write(
        [
          "relation": name, "category": nearest?.category?.rawValue ?? "other",
          "cameo": "c" + code.cameo, "goldstein": nearest?.goldstein.map { "\($0)" } ?? "",
          "flags": code.isSymmetric ? "symmetric" : "",
        ], to: .relations)
    }
  }

  /// The relation with the same code, else with the one that begins alike for longest; two digits at
  /// least.
  private static func nearest(
    to cameo: String, among relations: [LexiconRelation]
  ) -> LexiconRelation? {
    func common(_ relation: LexiconRelation) -> Int {
      let code = relation.cameo ?? ""
      return code == cameo ? 9 : zip(code, cameo).prefix { $0 == $1 }.count
    }
    let known = relations.filter { $0.category?.isTie == false && $0.category != .other }
    guard let best = known.map(common).max(), best > 1 else { return nil }
    return known.first { common($0) == best }
  }

  // MARK: Verbs and patterns

  private mutating func take(
    _ verb: PetrarchVerbBlock.Verb, of block: PetrarchVerbBlock, _ file: DictionaryFile,
    _ tables: ImportTables
  ) throws {
    guard Self.beginsWithVerb(verb.name) else {
      return try tables.lose(
        verb.name, "a verb behind other words of its phrase", line: verb.line, of: file)
    }
    if verb.hasForms {
      try tables.lose(
        verb.name, "forms of a verb: the parser has its own", line: verb.line, of: file)
    }
    guard let text = verb.code ?? block.code, text != "---" else { return }
    try write(
      "*", [verb.name], code: text, sets: [:], at: Place(line: verb.line, file: file), tables)
  }

  private mutating func take(
    _ pattern: PetrarchVerbBlock.Pattern, of block: PetrarchVerbBlock, _ sets: [String: [String]],
    _ file: DictionaryFile, _ tables: ImportTables
  ) throws {
    let known = block.verbs.map(\.name).filter(Self.beginsWithVerb)
    let named = known.filter { pattern.verbs.contains(String($0.drop { $0 == "+" })) }
    let place = Place(line: pattern.line, file: file)
    guard !known.isEmpty else {
      return try tables.lose(
        pattern.text, "a pattern without a verb", line: pattern.line, of: file)
    }
    try write(
      pattern.text, named.isEmpty ? known : named, code: pattern.code, sets: sets, at: place, tables
    )
  }

  private struct Place {
    var line: Int
    var file: DictionaryFile
  }

  /// Writes a pattern for each of `verbs`.
  private mutating func write(
    _ body: String, _ verbs: [String], code text: String, sets: [String: [String]], at place: Place,
    _ tables: ImportTables
  ) throws {
    func lose(_ reason: String) throws {
      try tables.lose("\(body) [\(text)]", reason, line: place.line, of: place.file)
    }
    let code: PetrarchVerbCode
    switch PetrarchVerbCode.read(text) {
    case .failure(let fault): return try lose(fault.rawValue)
    case .success(let read): code = read
    }
    if code.inReturn != nil { try lose("the code of what the target does in return") }
    for verb in verbs {
      let pattern: PetrarchVerbPattern
      do {
        pattern = try PetrarchVerbPattern(
          head: PetrarchVerbLines.word(verb), body: body, isTurned: code.isTurned, sets: sets)
      } catch {
        return try lose(error.rawValue)
      }
      let head = PetrarchVerbLines.word(verb)
      guard written.insert("\(head)/\(pattern.text)").inserted else {
        try lose("a pattern that comes to the same as one before it")
        continue
      }
      relations[code.relation] = code
      try tables.write(
        [
          "relation": code.relation, "head": head, "pos": "v", "pattern": pattern.text,
          "example": pattern.example,
        ], to: .patterns)
    }
  }

  // MARK: Repetitions

  /// Patterns that stand more than once in a block, each once, and those of them that do not agree.
  private func reportRepeated(
    _ patterns: [PetrarchVerbBlock.Pattern], _ file: DictionaryFile, _ tables: ImportTables
  ) throws {
    let groups = Dictionary(grouping: patterns, by: \.text).values.filter { $0.count > 1 }
    for group in groups.sorted(by: { $0[1].line < $1[1].line }) {
      let codes = group.map(\.code)
      let text = "\(group[1].text) [\(codes[1])], as in line \(group[0].line)"
      try tables.lose(
        text, "a pattern that stands more than once in its block", line: group[1].line, of: file)
      if let other = group.first(where: { $0.code != codes[0] }) {
        try tables.lose(
          "\(other.text) [\(other.code)], [\(codes[0])] in line \(group[0].line)",
          "a pattern with different codes in its block: a verb's first counts", line: other.line,
          of: file)
      }
    }
  }

  /// `+ASK_FOR` and `ASK`: the verb is the first word, marked or the only one.
  private static func beginsWithVerb(_ name: String) -> Bool {
    name.first == "+" ? !name.dropFirst().contains("+") : !name.contains("_") && !name.contains("+")
  }
}
