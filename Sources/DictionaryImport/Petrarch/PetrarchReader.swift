import Curation
import DocumentModel
import Gazetteers

/// Reads actors and agents of TABARI, PETRARCH and PETRARCH2.
///
/// Actors become entries: of a country, its forms; with dated codes, people with roles; else bodies.
/// The CAMEO codes are kept among the identifiers and in a column of the roles. Agents become role
/// nouns, their code the kind.
struct PetrarchReader: DictionaryReader {
  /// What each name stands for, over all files.
  private var meanings: [String: Meanings] = [:]

  /// The countries of a name, and what its codes begin with: `USA`, `IGO`, `---`.
  private struct Meanings {
    var countries: Set<String> = []
    var beginnings: Set<String> = []
    var isReported = false
    /// Where it got a second meaning.
    var place: (line: Int, file: DictionaryFile)?
  }
  /// Names that have been written, with their codes.
  private var written: [String: Set<String>] = [:]
  private var substitutions: [String: [String]] = [:]
  private var unknownCountries: Set<String> = []
  /// Forms of countries, which are added to those of the shipped tables.
  private var states: [String: (aliases: [ImportedAlias], code: String)] = [:]

  mutating func read(_ file: DictionaryFile, into tables: ImportTables) throws {
    var lines = PetrarchLines()
    try file.forEachLine { text, number in
      switch lines.take(text, number: number) {
      case nil: return
      case .entry(let entry): try take(entry, of: file, into: tables)
      case .substitution(let name, let words): substitutions[name] = words
      case .orphan(let text):
        try tables.lose(text, "a code or synonym without a name before it", line: number, of: file)
      }
    }
    if let entry = lines.finish() { try take(entry, of: file, into: tables) }
  }

  mutating func finish(_ tables: ImportTables) throws {
    for (name, meaning) in meanings.sorted(by: { $0.key < $1.key }) where !meaning.isReported {
      guard let place = meaning.place else { continue }
      let list = meaning.beginnings.sorted().joined(separator: ", ")
      try tables.lose(
        "\(name): \(list)",
        "a name of a country and a body, or of several kinds of body: look which",
        line: place.line, of: place.file)
    }
    for (country, state) in states.sorted(by: { $0.key < $1.key }) {
      try tables.extend(country, aliases: state.aliases, identifiers: ["cameo:\(state.code)"])
    }
  }

  private mutating func take(
    _ entry: PetrarchEntry, of file: DictionaryFile, into tables: ImportTables
  ) throws {
    guard !entry.codes.isEmpty else {
      return try tables.lose(entry.name, "a name without a code", line: entry.line, of: file)
    }
    if entry.codes.contains(where: { $0.text.contains("~") }) {
      try writeAgent(entry, of: file, into: tables)
    } else {
      try writeActor(entry, of: file, into: tables)
    }
  }

  // MARK: Agents

  private func writeAgent(
    _ entry: PetrarchEntry, of file: DictionaryFile, into tables: ImportTables
  ) throws {
    let code = entry.codes[0].text.filter { $0 != "~" && !$0.isWhitespace }
    for name in [entry.name] + entry.synonyms.map(\.text) {
      let names = expanded(name)
      if names.isEmpty {
        try tables.lose(name, "a substitution that no line defines", line: entry.line, of: file)
      }
      for name in names {
        try tables.write(
          [
            "role-noun": Self.words(name), "kind": code,
            "plural": entry.plural.map { Self.words($0) } ?? "",
          ], to: .roleNouns)
      }
    }
  }

  /// The names that a substitution such as `!PERSON!` stands for.
  private func expanded(_ name: String) -> [String] {
    guard let open = name.firstIndex(of: "!"),
      let close = name[name.index(after: open)...].firstIndex(of: "!")
    else { return [name] }
    let words = substitutions[String(name[open...close])] ?? []
    return words.map { name[..<open] + $0 + name[name.index(after: close)...] }
  }

  private static func words(_ name: String) -> String {
    name.split { $0 == "_" || $0 == " " }.joined(separator: " ").lowercased()
  }

  // MARK: Actors

  private mutating func writeActor(
    _ entry: PetrarchEntry, of file: DictionaryFile, into tables: ImportTables
  ) throws {
    let codes = try codes(of: entry, file, tables)
    guard let first = codes.first else { return }
    try noteMeanings(of: entry, codes, file, tables)
    try noteUnknownCountries(entry, codes, file, tables)
    if let code = Self.stateCode(codes), let country = code.country, tables.isShipped(country) {
      states[country, default: ([], code.code)].aliases += countryAliases(entry)
      return
    }
    let key = entry.name.split { $0 == "_" || $0 == " " }.joined(separator: " ")
    let all = Set(codes.map(\.code))
    if let known = written[key] {
      let reason =
        known == all
        ? "the name again with the same code" : "the name again with another code: the first counts"
      return try tables.lose(
        "\(entry.name) [\(first.code)]", reason, line: entry.line, of: file)
    }
    written[key] = all
    try write(entry, codes, tables, file)
  }

  private func codes(
    of entry: PetrarchEntry, _ file: DictionaryFile, _ tables: ImportTables
  ) throws -> [PetrarchCode] {
    var codes: [PetrarchCode] = []
    var isShadowed = false
    for item in entry.codes {
      let (code, fault) = PetrarchCode.read(item.text)
      let text = "\(entry.name) [\(item.text)]"
      if let fault { try tables.lose(text, fault.rawValue, line: item.line, of: file) }
      if isShadowed {
        let isDated = item.text.contains(where: \.isWhitespace)
        try tables.lose(
          text,
          isDated
            ? "a dated code behind one without dates, which PETRARCH never reaches: kept"
            : "a second code without dates, which PETRARCH never reaches: kept",
          line: item.line, of: file)
      }
      guard let code else { continue }
      codes.append(code)
      if !code.isDated { isShadowed = true }
    }
    return codes
  }

  /// Reports a name, synonyms included, the first time a second country is seen with it.
  private mutating func noteMeanings(
    of entry: PetrarchEntry, _ codes: [PetrarchCode], _ file: DictionaryFile, _ tables: ImportTables
  ) throws {
    let found = Set(codes.compactMap(\.country))
    let beginnings = Set(entry.codes.map { String($0.text.prefix(3)) })
    for name in [(text: entry.name, line: entry.line)] + entry.synonyms {
      let key = name.text.split { $0 == "_" || $0 == " " }.joined(separator: " ")
      var known = meanings[key] ?? Meanings()
      known.countries.formUnion(found)
      known.beginnings.formUnion(beginnings)
      if known.beginnings.count > 1 { known.place = known.place ?? (name.line, file) }
      if known.countries.count > 1, !known.isReported {
        known.isReported = true
        let list = known.countries.sorted().joined(separator: ", ")
        try tables.lose(
          "\(name.text): \(list)", "a name with several countries: look which is meant",
          line: name.line, of: file)
      }
      meanings[key] = known
    }
  }

  /// Reports each code of a country once that the shipped tables do not have.
  private mutating func noteUnknownCountries(
    _ entry: PetrarchEntry, _ codes: [PetrarchCode], _ file: DictionaryFile, _ tables: ImportTables
  ) throws {
    for code in codes {
      guard let country = code.country, !tables.isShipped(country),
        unknownCountries.insert(country).inserted
      else { continue }
      try tables.lose(
        "\(entry.name) [\(code.code)]", "a code of a country that the tables do not have",
        line: entry.line, of: file)
    }
  }

  /// The code of a state that is no more than that: the one that is good to this day.
  private static func stateCode(_ codes: [PetrarchCode]) -> PetrarchCode? {
    guard codes.allSatisfy({ $0.roles.isEmpty && $0.country != nil }) else { return nil }
    return codes.first { !$0.isDated } ?? codes.first { $0.to == "?" } ?? codes.last
  }

  /// PETRARCH counts cities, rulers and misspellings among the forms of a country: those that do not
  /// begin like its name stand for it as a place does.
  private func countryAliases(_ entry: PetrarchEntry) -> [ImportedAlias] {
    let name = PetrarchName.readable(entry.name)
    let stem = name.prefix(4).lowercased()
    return [ImportedAlias(name)]
      + entry.synonyms.map { synonym in
        let form = PetrarchName.readable(synonym.text, acronyms: 3)
        if PetrarchName.isAcronym(form) { return ImportedAlias(form, "=", "~") }
        return form.lowercased().contains(stem) ? ImportedAlias(form) : ImportedAlias(form, "met")
      }
  }

  private func write(
    _ entry: PetrarchEntry, _ codes: [PetrarchCode], _ tables: ImportTables, _ file: DictionaryFile
  ) throws {
    let isPerson = isPerson(entry, codes, tables.options.gazetteer?.vocabulary)
    let countries = codes.map { $0.country.flatMap { tables.isShipped($0) ? $0 : nil } }
    let found = Set(countries.map { $0 ?? "" })
    let imported = ImportedEntry(
      type: type(codes, isPerson: isPerson),
      subtype: isPerson ? nil : codes[0].bodySubtype,
      name: PetrarchName.readable(entry.name, acronyms: isPerson ? 0 : 4),
      aliases: entry.synonyms.map { synonym in
        let form = PetrarchName.readable(synonym.text, acronyms: isPerson ? 0 : 4)
        return PetrarchName.isAcronym(form) ? ImportedAlias(form, "=") : ImportedAlias(form)
      },
      container: found.count == 1 ? found.first.flatMap { $0.isEmpty ? nil : $0 } : nil,
      identifiers: ["cameo:\(codes[0].code)"])
    let id = try tables.write(imported)
    guard isPerson else { return }
    for (code, country) in zip(codes, countries) where !code.roles.isEmpty {
      try tables.write(
        ImportedRole(
          person: id, role: code.role, of: country, from: code.from, to: code.to,
          source: "petrarch", code: code.code))
    }
  }

  private func type(_ codes: [PetrarchCode], isPerson: Bool) -> EntityType {
    if isPerson {
      let holdsOffice = codes.contains { !PetrarchCode.offices.isDisjoint(with: $0.roles) }
      return holdsOffice ? .official : .person
    }
    return .organisation
  }

  /// Only people's codes have dates; without dates their first name tells.
  private func isPerson(
    _ entry: PetrarchEntry, _ codes: [PetrarchCode], _ vocabulary: Vocabulary?
  ) -> Bool {
    if codes.contains(where: { !$0.roles.isEmpty && $0.isDated }) { return true }
    let words = entry.name.split { $0 == "_" || $0 == " " }
    guard let vocabulary, let first = words.first, let last = words.last, words.count > 1,
      codes[0].internationalKind == nil
    else { return false }
    return vocabulary.classes(of: vocabulary.id(of: String(first))).contains(.givenName)
      && !vocabulary.classes(of: vocabulary.id(of: String(last))).contains(.orgNoun)
  }
}
