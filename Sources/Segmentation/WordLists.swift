/// The words that decide about tokens, sentences, languages and the parts of an article.
///
/// A word may stand in several lists. Words are in lower case, at most sixteen bytes of UTF-8,
/// without the full stop of an abbreviation.
enum WordLists {
  static let all: [(WordTraits, String)] = [
    ([.title, .capitalised], titles),
    ([.title], neverLast),
    ([.abbreviation, .capitalised], companyForms),
    ([.abbreviation], abbreviations),
    ([.beforeNumber], beforeNumber),
    ([.state, .capitalised], states),
    (.month, months),
    (.weekday, weekdays),
    ([.calendarAbbreviation, .capitalised], calendarAbbreviations),
    (.prefix, prefixes),
    (.starter, starters),
    (.speech, speechVerbs),
    (.unit, units),
    (.label, labels),
    (.elided, elided),
    (.english, english),
    (.foreign, otherLanguages),
    (.publication, publicationWords),
    (.dateLine, dateLineWords),
    (.compoundHead, compoundHeads),
    (.compoundTail, compoundTails),
    (.acronym, acronyms),
    (.contraction, "cannot gonna wanna gotta"),
    (.trailer, trailerWords),
    (.beforeNumeral, beforeNumeral),
    (
      .contraction,
      "dont doesnt didnt isnt wasnt arent werent couldnt wouldnt shouldnt havent hasnt"
    ),
  ]

  /// The words of a list.
  static func words(_ list: String) -> [Substring.UTF8View] {
    list.utf8.split { $0 <= 0x20 }
  }

  private static let titles = """
    mr mrs ms mx dr drs prof gen lt col maj capt sgt cpl pvt cmdr adm brig sen sens rep reps gov
    govs pres rev hon messrs supt insp det amb atty asst dep st sts ft mt fr msgr mme mlle mgr
    pfc spc ens cmdt comdr lieut sec secy treas pvt vice-adm sr-sgt ald cllr
    """
  private static let neverLast = "vs v viz cf eg ie e.g i.e p.s"
  private static let companyForms = """
    inc corp co cos ltd bros jr sr plc llc pty assn dept univ intl natl ave blvd rd pkwy hwy
    bldg esq gmbh mfg
    """
  private static let abbreviations = "etc al ph.d approx est ca tel attn ect esp incl"
  private static let beforeNumber =
    "no nos p pp vol vols art arts fig figs ch sec secs para ext op c ca n div b d m"
  private static let beforeNumeral = """
    war wars part phase chapter act book volume vol type class article title section stage annex
    appendix schedule group division category level tier league series round
    """
  private static let states = """
    ala ariz ark calif cal colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont
    neb nev okla ore pa tenn tex vt va wash wis wyo ont que alta sask
    """
  private static let months = """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """
  private static let weekdays = """
    monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat sun
    """
  private static let calendarAbbreviations = """
    jan feb mar apr aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    """

  /// Affixes whose hyphen does not make a word of its own (UD English, tokenisation).
  private static let prefixes = """
    anti ante arch co counter cross cyber e ex extra hyper inter intra macro mega meta micro mid
    mini mis mono multi neo non omni over pan para poly post pre pro proto pseudo psycho quasi re
    semi socio sub super supra trans tri ultra un under uni vice
    """
  private static let starters = """
    the a an in on at it its he she they we i you but and or his her their our my your this that
    these those there here when while as if for after before since with by from to of however
    meanwhile both some many most other others what who how why where which yet so then also
    according mr mrs ms no not one two all any each every such under during although though
    because despite earlier later last now once only over still through until asked
    """
  private static let speechVerbs = """
    said says say asked asks ask added adds wrote writes told tells replied replies shouted
    exclaimed wondered demanded cried chanted declared
    """
  private static let units = """
    am pm km cm mm m kg mg lb lbs oz ft mph kph kmh k bn b mn tn gb mb tb kb mw gw kw kwh mwh
    ghz mhz hz hrs hr min mins sec secs yds mi sq ml l kt kts nm usd eur pc pct
    """
  private static let labels = """
    com org net gov edu mil int info biz io eu uk ru cn de fr jp kr au ca nz za br ua pl nl ch se
    fi dk es gr il ir tr tv ly doc docx pdf txt xls xlsx ppt csv jpg jpeg png gif htm html php asp
    aspx mp3 mp4 xml zip exe
    """
  private static let elided = "em til tis twas cause n bout round cos"

  private static let english = """
    the of and to that for it with by at this are from have has had not but they his were which
    will would there their been its who she or said be he than into could should about
    after when what more out up while says
    """
  private static let otherLanguages = """
    der das und ist nicht ein eine einen einem einer den dem des mit von zu auf für im sich
    auch wird wurde nach bei aus über sind es dass wie zum zur ich
    le la les est une dans pour que qui sur pas avec sont par au aux ce cette il elle ont été
    du et en ne se son ses mais nous vous leur comme
    el los las del por para su más como al fue pero sus lo está sobre entre también
    gli della che di sono nel alla anche più dei delle
    os da dos das em uma não mais foi ao na é pelo pela
    het een van dat te zijn voor niet aan ook door naar bij werd
    och att det som är på av inte med till har ett og ikke til af ikke jeg
    się nie jest że jak przez od oraz
    ve bir bu için olarak daha çok
    yang dan dari untuk dengan pada tidak ini itu akan
    și la în cu pe care este din
    ja ei että oli ovat mutta
    je že jsou ale který
    hogy és nem egy az
    """
  private static let publicationWords = """
    times post herald tribune globe journal reuters ap afp bbc cnn npr upi news gazette guardian
    chronicle daily telegraph observer star sun mail express press agency today weekly courier
    examiner dispatch xinhua tass interfax yonhap kyodo associated independent economist bulletin
    inquirer sentinel monitor register record mercury argus standard review mirror bloomberg
    euronews politico wire newswire voice newspaper magazine
    """
  private static let dateLineWords = """
    published updated posted last on at by date am pm a.m p.m a.m. p.m. gmt utc est edt cst cdt
    mst mdt pst pdt bst cet cest ist jst kst msk et pt ct et. first modified created the of issued
    print edition hrs local time st nd rd th
    """
  private static let compoundHeads = """
    well long short low high self half two three four five six seven eight nine ten twenty thirty
    forty fifty sixty seventy eighty ninety year third fourth fifth old north south east west
    state so-called cease all hard soft right left far large small full part cold hot deep
    """
  private static let compoundTails = """
    based led backed term year month week day hour old time level range ranking ranked called run
    owned controlled held born elect wide style like free related torn sized scale known ridden
    made fired powered armed minister general president up off out in fire
    """
  private static let trailerWords = """
    read also see related advertisement sign click subscribe story article follow watch listen
    additional reporting editing writing compiled with copyright © all correction corrections
    clarification editor editors this an a for source sources our contact about photo photograph
    contributed may
    """
  private static let acronyms = """
    nato un eu us usa uk un-backed unesco unicef unhcr opec asean nasa iaea imf wto who fbi cia
    nsa idf isis isil daesh fifa uefa covid dprk prc uae ussr gop hiv aids breaking watch update
    exclusive analysis opinion factbox timeline note read editorial explainer video photos live
    """
}
