import Foundation
import Synchronization
import Testing

@testable import Entente

@Suite struct OrderedWorkTests {
  private func work(
    threads: Int = 3, window: Int = 8, budget: Int = 1000, timeLimit: TimeInterval? = nil
  ) -> OrderedWork<Int, Int> {
    OrderedWork(threads: threads, window: window, budget: budget, timeLimit: timeLimit)
  }

  /// Numbers from zero; every third needs no work and is its own negative.
  private static func make(_ count: Int, cost: Int = 1)
    -> @Sendable ((OrderedWork<Int, Int>.Piece) -> Bool) -> Void
  {
    { hand in
      for number in 0..<count {
        guard hand(number % 3 == 2 ? .output(-number) : .item(number, cost: cost)) else { return }
      }
    }
  }

  @Test(arguments: [1, 2, 7]) func resultsComeInTheOrderOfTheItems(threads: Int) throws {
    var results: [Int] = []
    try work(threads: threads).run(
      make: Self.make(500),
      makeWorker: {
        { number in
          if number % 17 == 0 { usleep(500) }
          return number * 10
        }
      },
      standIn: { _, _ in -1 }, take: { results.append($0) })
    #expect(results == (0..<500).map { $0 % 3 == 2 ? -$0 : $0 * 10 })
  }

  @Test func nothingToDoIsDone() throws {
    try work().run(
      make: { _ in }, makeWorker: { { $0 } }, standIn: { _, _ in -1 },
      take: { _ in Issue.record("a result") })
  }

  /// Neither more pieces than the window nor more bytes than the budget are under way.
  @Test(arguments: [(4, 1_000_000), (1000, 50)]) func whatIsUnderWayIsBounded(
    window: Int, budget: Int
  ) throws {
    let made = Mutex(0)
    let most = Mutex(0)
    var taken = 0
    try work(threads: 2, window: window, budget: budget).run(
      make: { hand in
        for number in 0..<100 {
          made.withLock { $0 = number }
          guard hand(.item(number, cost: 10)) else { return }
        }
      },
      makeWorker: { { $0 } }, standIn: { _, _ in -1 },
      take: { _ in
        usleep(200)
        taken += 1
        let underWay = made.withLock { $0 } - taken
        most.withLock { $0 = max($0, underWay) }
      })
    #expect(taken == 100)
    #expect(most.withLock { $0 } <= min(window, budget / 10))
  }

  /// An item larger than the budget goes through by itself.
  @Test func aLargeItemGoesThrough() throws {
    var count = 0
    try work(budget: 5).run(
      make: Self.make(20, cost: 100), makeWorker: { { $0 } }, standIn: { _, _ in -1 },
      take: { _ in count += 1 })
    #expect(count == 20)
  }

  /// What hangs is given up; the others are worked on as if it had not been there.
  @Test func whatHangsIsGivenUp() throws {
    let isOver = DispatchSemaphore(value: 0)
    var results: [Int] = []
    try work(threads: 2, timeLimit: 0.2).run(
      make: { hand in for number in 0..<50 { guard hand(.item(number, cost: 1)) else { return } } },
      makeWorker: {
        { number in
          // Both threads hang, and one of those that replace them.
          if [3, 4, 20].contains(number) { isOver.wait() }
          return number
        }
      },
      standIn: { number, _ in -number }, take: { results.append($0) })
    for _ in 0..<3 { isOver.signal() }
    #expect(results == (0..<50).map { [3, 4, 20].contains($0) ? -$0 : $0 })
  }

  /// The taker is asleep when the item is taken in hand, and nothing else happens that would wake it.
  @Test func whatHangsAloneIsGivenUp() throws {
    var results: [Int] = []
    try work(threads: 1, timeLimit: 0.1).run(
      make: { hand in _ = hand(.item(1, cost: 1)) },
      makeWorker: {
        usleep(50_000)
        return { number in
          sleep(1)
          return number
        }
      },
      standIn: { number, _ in -number }, take: { results.append($0) })
    #expect(results == [-1])
  }

  /// A trap and an overflown stack stop their thread, not the process.
  @Test func whatCrashesIsGivenUp() throws {
    var results: [Int] = []
    let reasons = Mutex<Set<LostReason>>([])
    try work(threads: 2).run(
      make: { hand in for number in 0..<40 { guard hand(.item(number, cost: 1)) else { return } } },
      makeWorker: {
        { number in
          if number == 7 || number == 8 { return [0, 1][number] }
          if number == 20 { return Self.endless(number) }
          return number
        }
      },
      standIn: { number, reason in
        reasons.withLock { _ = $0.insert(reason) }
        return -number
      }, take: { results.append($0) })
    #expect(results == (0..<40).map { [7, 8, 20].contains($0) ? -$0 : $0 })
    #expect(reasons.withLock { !$0.contains(.overdue) && !$0.isEmpty })
  }

  /// Calls itself until the stack is full.
  @inline(never) private static func endless(_ number: Int) -> Int {
    var local = (number, number, number)
    withUnsafeMutablePointer(to: &local) { $0.pointee.0 += 1 }
    return endless(local.0) + local.1
  }

  /// After a stop what is in hand is delivered, in order and without gaps, and the maker is told.
  @Test func aStopDeliversWhatIsInHand() throws {
    let stop = StopRequest()
    let wasTold = Mutex(false)
    var results: [Int] = []
    try work(threads: 2, window: 16).run(
      stop: stop,
      make: { hand in
        for number in 0... where !hand(.item(number, cost: 1)) {
          wasTold.withLock { $0 = true }
          return
        }
      },
      makeWorker: {
        { number in
          usleep(100)
          return number
        }
      },
      standIn: { _, _ in -1 },
      take: { result in
        results.append(result)
        if results.count == 30 { stop.request() }
      })
    #expect(results == Array(0..<results.count))
    #expect((30..<30 + 16).contains(results.count), "no more than the window holds")
    for _ in 0..<100 where !wasTold.withLock({ $0 }) { usleep(10_000) }
    #expect(wasTold.withLock { $0 })
  }

  @Test func whatTheTakerThrowsEndsTheRun() {
    struct Full: Error {}
    var count = 0
    #expect(throws: Full.self) {
      try work().run(
        make: { hand in for number in 0... { guard hand(.item(number, cost: 1)) else { return } } },
        makeWorker: { { $0 } }, standIn: { _, _ in -1 },
        take: { _ in
          count += 1
          if count == 10 { throw Full() }
        })
    }
  }
}
