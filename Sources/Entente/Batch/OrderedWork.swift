import CCrashGuard
import Foundation

/// Many threads over a stream of items, results in the order of the items.
///
/// One thread makes the items, `threads` threads work on them, the calling thread takes the results.
/// No more than `window` items are under way at once and no more than `budget` bytes, so that a fast
/// maker waits for slow workers and slow workers for a slow taker. An item that takes longer than
/// `timeLimit`, or crashes its thread, is given up: the thread is left to itself and replaced, since
/// a thread cannot be stopped from outside, and a stand-in takes the place of the result.
struct OrderedWork<Item: Sendable, Output: Sendable>: Sendable {
  /// What the maker hands over.
  enum Piece: Sendable {
    /// Something to work on, and about how many bytes it and its result take.
    case item(Item, cost: Int)
    /// A result that needs no work.
    case output(Output)
  }

  var threads: Int
  var window: Int
  /// Bytes under way; one item may be larger.
  var budget: Int
  /// Seconds an item may take; nil is for ever.
  var timeLimit: TimeInterval?

  /// Ends when the maker returns and all results are taken, when `stop` is requested and what was in
  /// hand is taken, or when `take` throws.
  ///
  /// - Parameters:
  ///   - make: hands pieces over, from a thread of its own, until the closure it is given says false.
  ///   - makeWorker: called once on each thread.
  ///   - standIn: the result of an item that was given up, and why it was.
  func run(
    stop: StopRequest = StopRequest(),
    make: @escaping @Sendable (_ hand: (Piece) -> Bool) -> Void,
    makeWorker: @escaping @Sendable () -> (Item) -> Output,
    standIn: (Item, LostReason) -> Output,
    take: (Output) throws -> Void
  ) throws {
    let exchange = Exchange<Item, Output>(
      window: max(window, threads), budget: budget, timeLimit: timeLimit)
    let watch = stop.whenRequested { exchange.stop() }
    defer {
      stop.forget(watch)
      exchange.stop()
    }
    let worker: @Sendable () -> Void = {
      let flag = CrashFlag()
      flag.guardThread()
      let work = makeWorker()
      while let task = exchange.nextTask(flag) {
        guard exchange.finish(task, with: work(task.item)) else { return }
      }
    }
    Self.start {
      make { exchange.put($0) }
      exchange.close()
    }
    for _ in 0..<max(threads, 1) { Self.start(worker) }
    while let event = exchange.nextEvent() {
      switch event {
      case .output(let output): try take(output)
      case .lost(let item, let reason):
        Self.start(worker)
        exchange.replace(item, with: standIn(item.item, reason))
      }
    }
  }

  /// Parsers of markup and sentences recurse: their threads have room for it.
  private static func start(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.stackSize = 16 << 20
    thread.start()
  }
}

/// Why an item was given up.
enum LostReason: Sendable, Hashable {
  case overdue
  /// Its thread ran into this signal.
  case crash(signal: Int32)
}

/// Says whether a thread has crashed.
private final class CrashFlag: @unchecked Sendable {
  /// Atomic, and never freed.
  private let flag = crash_flag_make()

  func guardThread() { crash_guard_thread(flag) }

  var signal: Int32? {
    let signal = crash_flag_signal(flag)
    return signal == 0 ? nil : signal
  }
}

/// An item with its place in the order.
private struct NumberedItem<Item: Sendable>: Sendable {
  var number: Int
  var item: Item
}

/// Where the threads of an `OrderedWork` meet. All state is guarded by one condition.
private final class Exchange<Item: Sendable, Output: Sendable>: @unchecked Sendable {
  enum Event {
    case output(Output)
    /// In hand for longer than the limit, or with a thread that crashed.
    case lost(NumberedItem<Item>, LostReason)
  }

  private struct Hand {
    var task: NumberedItem<Item>
    var since: TimeInterval
    var flag: CrashFlag
  }

  /// How often threads are looked at, in seconds.
  private static var patience: TimeInterval { 0.2 }

  private let condition = NSCondition()
  private let window: Int
  private let budget: Int
  private let timeLimit: TimeInterval?

  private var waiting: [NumberedItem<Item>] = []
  private var firstWaiting = 0
  private var inHand: [Int: Hand] = [:]
  private var outputs: [Int: Output] = [:]
  private var costs: [Int: Int] = [:]
  private var cost = 0
  /// How many pieces were handed over, and how many results taken.
  private var made = 0
  private var taken = 0
  private var isClosed = false
  private var isStopped = false

  init(window: Int, budget: Int, timeLimit: TimeInterval?) {
    self.window = window
    self.budget = budget
    self.timeLimit = timeLimit
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    condition.lock()
    defer { condition.unlock() }
    return body()
  }

  private static var now: TimeInterval { ProcessInfo.processInfo.systemUptime }

  // MARK: The maker

  /// Waits for room; false when no more is wanted.
  func put(_ piece: OrderedWork<Item, Output>.Piece) -> Bool {
    locked {
      let size = if case .item(_, let cost) = piece { cost } else { 0 }
      while !isStopped, made - taken >= window || (cost > 0 && cost + size > budget) {
        condition.wait()
      }
      guard !isStopped else { return false }
      switch piece {
      case .item(let item, _): waiting.append(NumberedItem(number: made, item: item))
      case .output(let output): outputs[made] = output
      }
      costs[made] = size
      cost += size
      made += 1
      condition.broadcast()
      return true
    }
  }

  func close() {
    locked {
      isClosed = true
      condition.broadcast()
    }
  }

  // MARK: Workers

  /// The next item in order; nil when there will be no more.
  func nextTask(_ flag: CrashFlag) -> NumberedItem<Item>? {
    locked {
      while firstWaiting == waiting.count, !isClosed, !isStopped { condition.wait() }
      guard firstWaiting < waiting.count else { return nil }
      let task = waiting[firstWaiting]
      firstWaiting += 1
      if firstWaiting == waiting.count {
        waiting.removeAll(keepingCapacity: true)
        firstWaiting = 0
      }
      inHand[task.number] = Hand(task: task, since: Self.now, flag: flag)
      // The taker looks at the clock only while something is in hand.
      condition.broadcast()
      return task
    }
  }

  /// False when the item was given up in the meantime, and its thread is one too many.
  func finish(_ task: NumberedItem<Item>, with output: Output) -> Bool {
    locked {
      guard inHand.removeValue(forKey: task.number) != nil else { return false }
      outputs[task.number] = output
      condition.broadcast()
      return true
    }
  }

  // MARK: The taker

  /// Waits for the next result in order, or for an item to be overdue; nil at the end.
  func nextEvent() -> Event? {
    locked {
      while true {
        if let output = outputs.removeValue(forKey: taken) {
          cost -= costs.removeValue(forKey: taken) ?? 0
          taken += 1
          condition.broadcast()
          return .output(output)
        }
        if let (task, reason) = lost() { return .lost(task, reason) }
        if taken == made, isClosed || isStopped { return nil }
        if inHand.isEmpty {
          condition.wait()
        } else {
          _ = condition.wait(until: Date(timeIntervalSinceNow: Self.patience))
        }
      }
    }
  }

  private func lost() -> (NumberedItem<Item>, LostReason)? {
    let latest = timeLimit.map { Self.now - $0 }
    for hand in inHand.values.sorted(by: { $0.task.number < $1.task.number }) {
      if let signal = hand.flag.signal { return (hand.task, .crash(signal: signal)) }
      if let latest, hand.since <= latest { return (hand.task, .overdue) }
    }
    return nil
  }

  func replace(_ task: NumberedItem<Item>, with output: Output) {
    _ = finish(task, with: output)
  }

  /// Lets what is in hand be finished, and nothing else be begun.
  func stop() {
    locked {
      guard !isStopped else { return }
      isStopped = true
      // Items are taken in order, but results that needed no work may stand between them.
      let first = firstWaiting < waiting.count ? waiting[firstWaiting].number : made
      for number in first..<made { outputs[number] = nil }
      made = first
      waiting.removeAll()
      firstWaiting = 0
      condition.broadcast()
    }
  }
}
