import DictionaryImport
import DocumentModel
import Foundation
import Gazetteers
import Testing

/// What an import of files makes of them: entries as `id type name | forms`, roles, ties and losses.
private struct Imported {
  let gazetteer: Gazetteer
  let warnings: [GazetteerWarning]
  let losses: [String]

  init(
    _ format: DictionaryFormat, _ files: [(name: String, text: String)],
    options: ImportOptions = ImportOptions(), imported names: [String]? = nil
  ) throws {
    let root = FileManager.default.temporaryDirectory.appending(
      path: "entente-\(UUID().uuidString)", directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for file in files { try Data(file.text.utf8).write(to: root.appending(path: file.name)) }
    let shipped = root.appending(path: "shipped", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: shipped, withIntermediateDirectories: true)
    try Data(Self.shipped.utf8).write(to: shipped.appending(path: "s.tsv"))
    var options = options
    options.day = "2026-01-02"
    options.gazetteer = try GazetteerLoader().load(folders: [shipped]).gazetteer
    let out = root.appending(path: "out", directoryHint: .isDirectory)
    let sources = (names ?? files.map(\.name)).map { root.appending(path: $0) }
    let report = try DictionaryImporter(format, options: options).run(sources, into: out)
    // A second import replaces the first.
    _ = try DictionaryImporter(format, options: options).run(sources, into: out)
    (gazetteer, warnings) = try GazetteerLoader().load(folders: [shipped, out])
    let text = try String(contentsOf: out.appending(path: "import-losses.txt"), encoding: .utf8)
    losses = text.split(separator: "\n").dropFirst(2).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().prefix(2)
        .joined(separator: " ")
    }
    #expect(losses.count == report.lost.reduce(0) { $0 + $1.count })
    let left = try FileManager.default.contentsOfDirectory(atPath: out.path)
    #expect(!left.contains { $0.hasPrefix(".") })
  }

  private static let shipped =
    "id\ttype\tname\tids\nAFG\tcountry\tAfghanistan\tiso:AF\nKOR\tcountry\tSouth Korea\tiso:KR\n"

  var entries: [String] {
    gazetteer.entities.indices.map { index in
      let entity = gazetteer.entities[index]
      let forms = gazetteer.aliases(of: EntityIndex(index)).map(\.surface)
        .filter { $0 != entity.name }
      let rest = forms.isEmpty ? "" : " | " + forms.joined(separator: " | ")
      let container = entity.container.map { " in " + gazetteer.entities[Int($0)].id } ?? ""
      return "\(entity.id) \(entity.type.rawValue) \(entity.name)\(container)\(rest)"
    }.filter { !$0.hasPrefix("AFG country Afghanistan") || $0.contains("|") }
      .filter { $0 != "KOR country South Korea" }
  }

  var roles: [String] {
    gazetteer.roles.map { role in
      let body = role.of.map { " of " + gazetteer.entities[Int($0)].id } ?? ""
      return
        "\(gazetteer.entities[Int(role.person)].id) \(role.role)\(body) \(text(role.from))..\(text(role.to))"
    }
  }

  var ties: [String] {
    gazetteer.ties.map {
      "\(gazetteer.entities[Int($0.subject)].id) \($0.predicate) \(gazetteer.entities[Int($0.object)].id)"
    }
  }

  func has(_ word: String, as wordClass: WordClasses) -> Bool {
    gazetteer.vocabulary.classes(of: gazetteer.vocabulary.id(of: word)).contains(wordClass)
  }

  private func text(_ bound: RoleBound) -> String {
    switch bound {
    case .known(let date): "\(date)"
    case .open: ""
    case .unknown: "?"
    }
  }
}

@Suite struct ImportTests {
  @Test func petrarchActors() throws {
    let imported = try Imported(
      .petrarch,
      [
        (
          "a.txt",
          """
          # comment
          AFGHANISTAN_  [AFG]
          +AFGHAN_
          +KABUL_ # capital
          HAMID_KARZAI_  # CountryInfo.txt
          +MR._KARZAI_
          \t[AFGELI 911005-011222]
          \t[AFGGOV >011222]
          KOFI_ANNAN_ [IGOUNO 970101-061231] [ELI]
          TALIBAN_BRIGADE_ [AFGREB]
          ACME_INC_ [MNCKOR]
          BAD_DATES [AFGGOV 9008223-911221] [AFGGOV 20121207-20120802] [AFGGOV 20121204] [AFGELI] [KORELI]
          NO_CODE_
          NULL_ [---]
          ACME_INC_ [MNCKOR]
          """
        )
      ])
    #expect(
      imported.entries
        == [
          "AFG country Afghanistan | Afghan | Kabul",
          "hamid-karzai official Hamid Karzai in AFG | Mr. Karzai",
          "kofi-annan official Kofi Annan", "taliban-brigade organisation Taliban Brigade in AFG",
          "acme-inc organisation Acme Inc in KOR", "bad-dates official Bad Dates",
        ])
    #expect(
      imported.roles == [
        "hamid-karzai member of the elite of AFG 1991-10-05..2001-12-22",
        "hamid-karzai government official of AFG 2001-12-22..?",
        "kofi-annan international official 1997-01-01..2006-12-31",
        "kofi-annan member of the elite ?..?",
        "bad-dates government official of AFG ?..?", "bad-dates government official of AFG ?..?",
        "bad-dates government official of AFG ?..?", "bad-dates member of the elite of AFG ?..?",
        "bad-dates member of the elite of KOR ?..?",
      ])
    #expect(
      imported.losses.sorted()
        == [
          "12 a malformed date: kept as unknown",
          "12 a range that ends before it begins: kept as unknown",
          "12 a date without < > or -: kept as unknown",
          "12 a second code without dates, which PETRARCH never reaches: kept",
          "12 a name with several countries: look which is meant",
          "13 a name without a code", "14 the null code ---: no actor",
          "15 the name again with the same code",
          "9 a name of a country and a body, or of several kinds of body: look which",
        ].sorted())
    let karzai = imported.gazetteer.entities[
      imported.gazetteer.index(of: "hamid-karzai").map(Int.init) ?? 0]
    #expect(karzai.ids["cameo"] == "AFGELI")
  }

  @Test func petrarchAgents() throws {
    let imported = try Imported(
      .petrarch,
      [
        (
          "agents.txt",
          """
          !PERSON! = MAN, WOMAN
          POLICE!PERSON! [~COP]
          LAWMAN {LAWMEN} [~COP]
          PRISON_GUARD [~COP]
          X!NONE! [~COP]
          """
        )
      ])
    for word in ["policeman", "policewoman", "lawmen", "guard"] {
      #expect(imported.has(word, as: .roleNoun), "\(word)")
    }
    #expect(imported.losses == ["5 a substitution that no line defines"])
  }

  @Test func gate() throws {
    let imported = try Imported(
      .gate,
      [
        (
          "lists.def",
          "city.lst:location:city:english\ngov.lst:organization:ministry\nmale.lst:person_first:male\ndays.lst:date\nnone.lst:location\ntitle.lst:title\n"
        ),
        ("city.lst", "Kabul\nHerat&population=1\n\n"), ("gov.lst", "Ministry of Rugs\tcode=1\n"),
        ("male.lst", "Zalmai\n"), ("days.lst", "Monday\n"), ("title.lst", "Mullah\n"),
      ], imported: ["lists.def"])
    #expect(
      imported.entries == [
        "kabul place Kabul", "herat place Herat",
        "ministry-of-rugs organisation Ministry of Rugs",
      ])
    #expect(imported.has("zalmai", as: .givenName) && imported.has("mullah", as: .titleWord))
    #expect(
      imported.losses == [
        "1 a list's language", "2 features of an entry", "1 features of an entry",
        "1 the label date has no counterpart: give --label date=TYPE to keep it",
        "5 the list is not there",
      ])
  }

  @Test func regexNER() throws {
    let imported = try Imported(
      .corenlp,
      [
        (
          "rules.tsv",
          """
          Bachelor of (Arts|Laws)\tDEGREE
          (Bank|bank) of Rugs\tORGANIZATION\tMISC,LOCATION\t2
          U.S. Rug Agency?\tORGANIZATION
          [A-Z].*\tPERSON
          Zalmai Khan\tPERSON
          broken
          """
        )
      ], options: ImportOptions(types: ["DEGREE": .event]))
    #expect(
      imported.entries == [
        "bachelor-of-arts event Bachelor of Arts | Bachelor of Laws",
        "bank-of-rugs organisation Bank of Rugs | bank of Rugs",
        "us-rug-agency organisation U.S. Rug Agency | U.S. Rug Agenc",
        "zalmai-khan person Zalmai Khan",
      ])
    #expect(
      imported.losses == [
        "2 what a rule may overwrite, and its rank",
        "4 a regular expression that is more than a few words", "6 no pattern and label",
      ])
  }

  @Test func entityRuler() throws {
    let imported = try Imported(
      .spacy,
      [
        (
          "patterns.jsonl",
          #"""
          {"label": "ORG", "pattern": "Rug Bank", "id": "rug-bank"}
          {"label": "ORG", "pattern": [{"LOWER": "rug"}, {"TEXT": {"IN": ["Bank", "Banks"]}}], "id": "rug-bank"}
          {"label": "GPE", "pattern": [{"TEXT": "Herat"}, {"IS_PUNCT": true, "OP": "?"}]}
          {"label": "DRUG", "pattern": "aspirin"}
          not json
          {"label": "PERSON", "pattern": "x|y [z]", "id": "node"}
          """#
        )
      ])
    #expect(
      imported.entries == [
        "rug-bank organisation Rug Bank | Rug Banks", "_node person x|y [z]",
      ])
    #expect(
      imported.losses == [
        "2 a form that counts in any case: kept with capitals",
        "3 a token pattern that is more than words", "5 no JSON object with label and pattern",
        "4 the label DRUG has no counterpart: give --label DRUG=TYPE to keep it",
      ])
  }

  @Test func followTheMoney() throws {
    let imported = try Imported(
      .followthemoney,
      [
        (
          "entities.ftm.json",
          #"""
          {"id":"occ-1","schema":"Occupancy","properties":{"holder":["Q1"],"post":["pos-1"],"startDate":["2020-01-02"],"status":["current"]}}
          {"id":"Q1","schema":"Person","caption":"Ann Lee","properties":{"name":["Ann Lee","Ann B. Lee"],"weakAlias":["Annie"],"country":["af"],"topics":["role.pep"],"wikidataId":["Q1"]}}
          {"id":"NK-1","schema":"Company","caption":"Rugs Ltd","properties":{"name":["Rugs Ltd"],"jurisdiction":["kr"]}}
          {"id":"own-1","schema":"Ownership","properties":{"owner":["Q1"],"asset":["NK-1"],"percentage":["51"]}}
          {"id":"dir-1","schema":"Directorship","properties":{"director":[{"id":"Q1","schema":"Person"}],"organization":["NK-1"],"role":["Chair"],"endDate":["2021-05"]}}
          {"id":"pos-1","schema":"Position","properties":{"name":["Minister of Rugs"],"country":["af"]}}
          {"id":"addr-1","schema":"Address","caption":"1 Street","properties":{}}
          {"id":"Q1","schema":"Person","caption":"Ann Lee","properties":{}}
          {"id":"occ-2","schema":"Occupancy","properties":{"holder":["Q1"],"post":["pos-9"]}}
          {"schema":"Person"}
          """#
        )
      ])
    #expect(
      imported.entries == [
        "Q1 official Ann Lee in AFG | Ann B. Lee | Annie",
        "NK-1 organisation Rugs Ltd in KOR",
      ])
    #expect(
      imported.roles == [
        "Q1 chair of NK-1 ?..2021-05", "Q1 minister of rugs of AFG 2020-01-02..",
      ])
    #expect(imported.ties == ["NK-1 owned-by Q1"])
    #expect(imported.gazetteer.entities.first { $0.id == "Q1" }?.attributes["topics"] == "role.pep")
    #expect(
      imported.losses == [
        "4 the manner of a relation: the relation is kept",
        "7 the schema Address has no counterpart", "8 a second line of one entity",
        "10 no entity with id and schema", "9 an office that no line describes",
      ])
  }

  private static let wikidataTSV = """
    ?mayor\t?mayorLabel\t?mayorAltLabel\t?iso3\t?positionLabel\t?start\t?end\t?city
    <http://www.wikidata.org/entity/Q5>\t"Ann Lee"@en\t"A. Lee, Annie"@en\tKOR\tMayor\t"2020-01-02T00:00:00Z"^^<x>\t\t<http://www.wikidata.org/entity/Q8684>
    <http://www.wikidata.org/entity/Q5>\t"Ann Lee"@en\t\tKOR\tDeputy mayor\t2018-01-01T00:00:00Z\t2020-01-01T00:00:00Z\t
    <http://www.wikidata.org/entity/Q6>\tQ6\t\t\t\t\t\t
    \tnobody\t\t\t\t\t\t
    """

  @Test func wikidata() throws {
    let imported = try Imported(
      .wikidata, [("query.tsv", Self.wikidataTSV)], options: ImportOptions(type: .person))
    #expect(imported.entries == ["ann-lee official Ann Lee in KOR | A. Lee | Annie"])
    #expect(
      imported.roles == [
        "ann-lee mayor of KOR 2020-01-02..", "ann-lee deputy mayor of KOR 2018-01-01..2020-01-01",
      ])
    #expect(
      imported.losses == [
        "4 no label in the language asked for", "5 no variable with an item and its label",
      ])
    #expect(imported.gazetteer.entities.last?.ids["wd"] == "Q5")
  }

  @Test(arguments: [
    #"[{"item":"http://www.wikidata.org/entity/Q5","itemLabel":"Ann","type":"city","population":"5"}]"#,
    #"{"head":{"vars":[]},"results":{"bindings":[{"item":{"type":"uri","value":"http://www.wikidata.org/entity/Q5"},"itemLabel":{"value":"Ann"},"typeLabel":{"value":"city"},"population":{"value":"5"}}]}}"#,
  ])
  func wikidataJSON(text: String) throws {
    let imported = try Imported(.wikidata, [("query.json", text)])
    #expect(imported.entries == ["ann place Ann"] && imported.losses.isEmpty)
    #expect(imported.gazetteer.entities.last?.attributes == ["population": "5"])
  }

  @Test func whatCannotBeReadIsAnError() {
    #expect(throws: ImportError.self) { try Imported(.spacy, [], imported: ["none.jsonl"]) }
    #expect(throws: ImportError.self) { try Imported(.wikidata, [("q.json", "{}")]) }
  }
}

/// Verb patterns of PETRARCH, as its dictionaries write them.
struct PetrarchVerbTests {
  private static let dictionary = """
    # comment
    &WEAPON
    +ARMS
    +GUN
    +ASSAULT_RIFLE

    ---  ASK   [---]  ---
    +ASK_FOR {+ASKED_FOR +ASKING_FOR +ASKS_FOR} [020]
    ASK     [020]
    GRILL [110]   # OY 25 Jul 2003
    OVER_+ASK [020]
    - * SUPPORT                 [020]         # ASK
    - * (FOR HELP)              [0233]        # ASK
    - * (INTO CHARGES)          [090]
    - * {DEBT RELIEF} (FOR)     [0231]        # ASK
    - * &WEAPON                 [0232]        # ASK
    - * SUPPORT                 [020]         # GRILL
    - * (FOR HELP)              [028]         # ASK
    - PROSECUTOR * SENTENCE     [173]         # ASK
    - * SILENCE                 [---]
    - * (BEFORE COURT)          [:173]        # ASK
    - * TALKS (WITH)            [046:046]     # ASK
    - * (TO)                    [042:043]     # ASK
    - * $ HELP                  [042]         # ASK
    - * OFF                     [080!]        # ASK
    - * &NOTHING                [042]         # ASK
    ~ a (a b ATTACK) SAY = a b 015
    """

  @Test func patternsBecomeOursAndLossesAreListed() throws {
    let imported = try Imported(
      .petrarchVerbs, [("verbs.txt", Self.dictionary)])
    let any = "of|to|from|with|against|on|in|for|by"
    let patterns = imported.gazetteer.lexicon.patterns.map {
      "\($0.relation) \($0.text) / \($0.example)"
    }
    let expected = [
      "CAMEO.020 WHO ask WHOM / [WHO Iran] will ask [WHOM Iraq]",
      "CAMEO.020 WHO ask for WHOM / [WHO Iran] will ask for [WHOM Iraq]",
      "CAMEO.110 WHO grill WHOM / [WHO Iran] will grill [WHOM Iraq]",
      "CAMEO.020 WHO ask support \(any) WHOM / [WHO Iran] will ask support of [WHOM Iraq]",
      "CAMEO.0233 WHO ask WHOM for help / [WHO Iran] will ask [WHOM Iraq] for help",
      "CAMEO.0231 WHO ask debt relief for WHOM / [WHO Iran] will ask debt relief for [WHOM Iraq]",
      "CAMEO.0232 WHO ask arm|gun \(any) WHOM / [WHO Iran] will ask arm of [WHOM Iraq]",
      "CAMEO.090 WHO grill into charge \(any) WHOM / "
        + "[WHO Iran] will grill into charge of [WHOM Iraq]",
      "CAMEO.173 WHOM ask before court \(any) WHO / "
        + "[WHOM Iran] will ask before court of [WHO Iraq]",
      "CAMEO.046.BOTH WHO ask talk with WHOM / [WHO Iran] will ask talk with [WHOM Iraq]",
      "CAMEO.042 WHO ask to WHOM / [WHO Iran] will ask to [WHOM Iraq]",
    ]
    #expect(Set(expected).subtracting(patterns) == [])
    // The pattern without a verb in its comment goes to every verb of the block.
    #expect(patterns.contains { $0.hasPrefix("CAMEO.090 WHO ask into charge") })
    #expect(
      imported.losses.sorted() == [
        "11 a verb behind other words of its phrase",
        "17 a pattern that stands more than once in its block",
        "18 a pattern that comes to the same as one before it",
        "18 a pattern that stands more than once in its block",
        "18 a pattern with different codes in its block: a verb's first counts",
        "19 a condition on words before the verb", "2 synonyms of several words in a set",
        "20 the null code ---: no event", "23 the code of what the target does in return",
        "24 a mark for source, target or skipped words in a pattern", "25 a malformed code",
        "26 a synonym set that no line defines", "27 a transformation of events",
        "8 forms of a verb: the parser has its own",
      ])
    let relations = imported.gazetteer.lexicon.relations
    #expect(relations.first { $0.id == "CAMEO.046.BOTH" }?.isSymmetric == true)
    #expect(relations.first { $0.id == "CAMEO.0231" }?.cameo == "0231")
  }
}
