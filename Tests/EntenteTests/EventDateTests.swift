import DocumentModel
import Entente
import Testing

@testable import RelationExtraction

/// Dates in phrases, resolved against Thursday, 9 November 2023.
@Suite struct EventDateTests {
  @Test(arguments: [
    ("Thursday", "2023-11-09"), ("on Wednesday", "2023-11-08"), ("last Thursday", "2023-11-02"),
    ("next Friday", "2023-11-10"), ("yesterday", "2023-11-08"), ("today", "2023-11-09"),
    ("tomorrow", "2023-11-10"), ("in March", "2023-03"), ("in December", "2022-12"),
    ("on March 3", "2023-03-03"), ("on 3 March 2019", "2019-03-03"),
    ("on March 3rd , 2019", "2019-03-03"), ("in Sept. 2021", "2021-09"), ("in 2019", "2019"),
    ("since 2014", "2014"), ("in early 2020", "2020"),
    ("last month", "2023-10"), ("last year", "2022"), ("this year", "2023"),
    ("last week", "2023-11"), ("two years ago", "2021"), ("three days ago", "2023-11-06"),
    ("a month earlier", "2023-10"), ("2019-05-01", "2019-05-01"), ("in may", nil),
    ("2019 soldiers", nil), ("in the morning", nil), ("30 miles", nil),
  ])
  func readsPastDates(words: String, date: String?) {
    let found = DateExpression(DateWords(words), from: CalendarDate("2023-11-09"), isAhead: false)
    #expect(found?.date.description == date)
  }

  @Test(arguments: [
    ("on Wednesday", "2023-11-15"), ("on Thursday", "2023-11-09"), ("in March", "2024-03"),
    ("in December", "2023-12"), ("next month", "2023-12"), ("in 2025", "2025"),
  ])
  func readsDatesToCome(words: String, date: String) {
    let found = DateExpression(DateWords(words), from: CalendarDate("2023-11-09"), isAhead: true)
    #expect(found?.date.description == date)
  }

  @Test(arguments: [
    ("Iran attacked Israel in 2019.", "2019", RelationDate.Source.text),
    ("Iran attacked Israel.", "2023-11-09", .article),
    ("Israel launched an attack on Lebanon last month.", "2023-10", .text),
    // the date of saying is not that of what is said
    ("Iran vowed on Wednesday to attack Israel.", "2023-11-09", .article),
  ])
  func datesRelations(text: String, date: String, source: RelationDate.Source) throws {
    let relation = try #require(
      Shipped.analysis(of: text).relations.first { !$0.predicate.category.isTie })
    #expect(relation.date == CalendarDate(date).map { RelationDate($0, from: source) })
  }
}
