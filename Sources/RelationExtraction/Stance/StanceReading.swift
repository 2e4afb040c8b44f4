import DocumentModel
public import Gazetteers

/// The stance of one predicate while the cues around it are added up, and which they were.
struct StanceReading {
  private(set) var polarity = Stance.Polarity.affirmed
  private(set) var modality = Stance.Modality.asserted
  private(set) var completion: Stance.Completion?
  private(set) var sightings: [CueSighting] = []
  /// "stopped": whether that negates is known only when all is added up.
  private var isStopped = false

  /// Modalities add up to the one that leaves least of the plain statement; a denial covers all.
  private static let weight: [Stance.Modality: Int] = [
    .asserted: 0, .planned: 1, .demanded: 2, .possible: 3, .conditional: 4, .hypothetical: 5,
    .denied: 6,
  ]

  mutating func add(_ cue: StanceCue, at token: Int, isNegated: Bool = false) {
    sightings.append(CueSighting(token: token, cue: cue))
    switch cue.negation {
    case .none: break
    case .negated: flip()
    case .rejected: reject()
    case .stopped: isStopped = !isNegated
    }
    completion = cue.completion ?? completion
    if let modality = cue.modality { raise(to: modality) }
    if isNegated { negate(over: cue) }
  }

  mutating func negate() {
    if modality != .denied { flip() }
  }

  mutating func raise(to other: Stance.Modality) {
    if let weight = Self.weight[other], let own = Self.weight[modality], weight > own {
      modality = other
    }
  }

  /// "did not deny": what is not denied may be so. "did not stop": it went on.
  private mutating func negate(over cue: StanceCue) {
    if cue.isFactive || cue.negation == .stopped { return }
    if modality == .denied {
      modality = .possible
    } else {
      flip()
    }
  }

  /// Plans and demands are turned down; statements are denied.
  private mutating func reject() {
    switch modality {
    case .planned, .demanded: flip()
    default: modality = .denied
    }
  }

  private mutating func flip() {
    polarity = polarity == .affirmed ? .negated : .affirmed
  }

  /// An end is put to what is a fact; what is only planned or demanded to stop is not to happen.
  mutating func finish() {
    guard isStopped else { return }
    isStopped = false
    if modality == .asserted {
      completion = .finished
    } else if modality != .denied {
      completion = nil
      flip()
    }
  }
}

/// A cue where it was met.
public struct CueSighting: Sendable {
  public var token: Int
  public var cue: StanceCue
}
