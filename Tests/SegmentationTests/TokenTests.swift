import Testing

@Suite("Tokens")
struct TokenTests {
  @Test(
    "clitics are tokens of their own",
    arguments: [
      "They| do|n't| know|.", "It|'s| over|.", "It|’s| over|.", "We| can|not| stay|.",
      "Yoon|'s| aides| have|n’t| left|.", "The| troops|'| camp| burned|.",
      "He| wo|n't|,| I|'d| say|.",
      "She|'d|'ve| gone|.", "DO|N'T| MOVE", "Who|'re| you|?", "“|The| Times|”|'s| owner",
    ])
  func clitics(_ marked: String) {
    expectSegments(marked)
  }

  @Test(
    "apostrophes inside names and before years stay",
    arguments: [
      "O'Brien| met| Sha'ban| at| five| o'clock|.", "the| Ba'ath| party", "Coup| d'état",
      "the| 1990's| and| the| '80s", "the| class| of| ’09", "Get| 'em| out|.",
    ])
  func apostrophes(_ marked: String) { expectSegments(marked) }

  @Test(
    "abbreviations and initials keep their full stops",
    arguments: [
      "Gen.| Mark| A.| Lowe| left| the| U.S.| at| 7| a.m.| on| Friday|.",
      "No.| 2| in| line|,| St.| Petersburg|'s| mayor", "He| said| no|.‖ She| left|.",
      "J.R.R.| Hale| joined| Acme| Corp.| and| Widget| Co.| in| Sept.| 2019|.",
      "Smith| v.| Jones| was| heard| in| Wash.|,| D.C.|,| in| Feb.| 2020|.",
      "a| Ph.D.| from| Yale|,| e.g.| Dr.| Roe", "Jane| Roe| (|b.| 1948|)| won|.",
      "Fred| Hall| Jr.| spoke|.", "It| sold| bread|,| milk|,| etc.| to| them|.",
    ])
  func abbreviations(_ marked: String) { expectSegments(marked) }

  @Test(
    "numbers",
    arguments: [
      "$|1.5| billion| or| €|3,000,000", "US|$|95| million", "12,500| men|,| 13|,|14",
      "5|%| of| 10|km| at| 6:30|pm", "the| 1960s|,| the| 5th|,| F|-|16| and| a| G8",
      "9/11| and| 24|/|7", "on| 2010-03-05| or| 11/28/2000", "1984|–|1985| and| 2|-|1",
      "call| 212-555-0199", ".5| percent", "10|a.m.| sharp", "+44| 20", "US|$|7|bn",
    ])
  func numbers(_ marked: String) { expectSegments(marked) }

  @Test(
    "hyphens cut compounds, not affixes",
    arguments: [
      "a| long|-|term| deal", "anti-war| and| non-nuclear", "an| e-mail| to| al|-|Qaida",
      "the| US|-|backed| co-founder", "a| 5|-|year|-|old| pre-war| law", "twenty|-|one",
      "talks| –| again| –| failed", "war|—|and| peace", "so| --| he| said| --| be| it",
    ])
  func hyphens(_ marked: String) { expectSegments(marked) }

  @Test(
    "quotation marks and brackets",
    arguments: [
      "“|Stop|,|”| he| said|.", "\"|Stop|,|\"| he| said|.", "‘|Stop|!|’| he| said|.",
      "(|Reuters|)| [|sic|]| {|x|}", "''|Stop|''| he| said|.", "«|Non|»",
      "‘|It|’s| his|,|’| she| said|.",
      "'|Stop|'| he| said|.",
    ])
  func quotes(_ marked: String) { expectSegments(marked) }

  @Test(
    "addresses",
    arguments: [
      "see| https://example.org/a?b=c#d|.", "(|www.example.com/x|)",
      "mail| jane.roe@example.org|,| now",
      "on| example.co.uk| today|.", "a| report.pdf| file", "#peace| @janeroe",
      "<|http://example.org|>",
    ])
  func addresses(_ marked: String) { expectSegments(marked) }

  @Test(
    "other marks",
    arguments: [
      "AT&T| and| R&D", "Wait| ...| what|?!", "Wait|…| what", "and|/|or", "24|°|C", "a| ***| b",
      "50|%|-|60|%", "well| :)",
    ])
  func marks(_ marked: String) { expectSegments(marked) }

  @Test(
    "other scripts are never cut inside a scalar",
    arguments: [
      "Erdoğan| met| Łukasz| in| Zürich|.", "Президент| сказал|.", "e\u{301}tat| et| nai\u{308}f",
      "👩‍👩‍👧| 👍🏽| ok", "北京市|。",
    ])
  func scripts(_ marked: String) { expectSegments(marked) }
}
