import DocumentModel
public import Gazetteers
import RelationExtraction
import SyntaxParsing

/// Runs the example of every pattern through the whole pipeline.
///
/// An example passes when a pattern of the same relation fits with the marked words in its slots and,
/// where both WHO and WHOM or WITH mark names that are recognised, an edge of the category joins
/// them.
public struct LexiconCheck {
  /// How one pattern fared.
  public struct Outcome: Sendable {
    public var pattern: LexiconPattern
    /// Empty when the example passes.
    public var failures: [Failure]
  }

  public enum Failure: Sendable, Hashable {
    case malformedPattern(column: Int, String)
    case noExample
    case malformedExample(column: Int, String)
    /// Patterns of other relations fit, or none.
    case otherRelation(found: [String])
    /// The slot holds other words than the example marks; `found` is nil when it is empty.
    case wrongSlot(PatternRoleName, expected: String, found: String?)
    /// The slots are right, and no edge joins them.
    case noEdge(found: [String])
  }

  /// A slot as patterns write it: `WHOM`.
  public typealias PatternRoleName = String

  private let pipeline: Pipeline

  public init(pipeline: Pipeline) { self.pipeline = pipeline }

  /// One outcome a pattern, in the order of the tables.
  public func outcomes(where isWanted: (LexiconPattern) -> Bool = { _ in true }) -> [Outcome] {
    let workspace = pipeline.makeWorkspace()
    return pipeline.gazetteer.lexicon.patterns.filter(isWanted).map {
      Outcome(pattern: $0, failures: failures(of: $0, using: workspace))
    }
  }

  private func failures(of pattern: LexiconPattern, using workspace: PipelineWorkspace) -> [Failure]
  {
    if let problem = PatternProblem(in: pattern) {
      return [.malformedPattern(column: problem.column, problem.message)]
    }
    guard !pattern.example.isEmpty else { return [.noExample] }
    let example: MarkedSentence
    do {
      example = try MarkedSentence(pattern.example)
    } catch {
      return [.malformedExample(column: error.column, error.message)]
    }
    return ExampleReading(example, pipeline: pipeline, workspace: workspace)
      .failures(against: pattern)
  }
}

/// What the pipeline makes of an example.
private struct ExampleReading {
  private let example: MarkedSentence
  private let analysis: DocumentAnalysis
  private let steps: [ExtractionStep]
  private let lexicon: Lexicon
  /// Where the sentence begins in the article.
  private let offset: Int

  init(_ example: MarkedSentence, pipeline: Pipeline, workspace: PipelineWorkspace) {
    let headline = "Example of the lexicon\n\n"
    var log = ExtractionLog()
    self.example = example
    offset = headline.utf8.count
    analysis = pipeline.analysis(
      of: Article(id: "example", text: headline + example.text), using: workspace, tracing: &log)
    steps = log.steps
    lexicon = pipeline.gazetteer.lexicon
  }

  func failures(against pattern: LexiconPattern) -> [LexiconCheck.Failure] {
    let fits = steps.compactMap { step -> PatternFit? in
      if case .fitted(_, let fit) = step { fit } else { nil }
    }
    let same = fits.filter { $0.relation == pattern.relation }
    guard !same.isEmpty else { return [.otherRelation(found: fits.map(\.relation))] }
    let readings = same.map { wrongSlots(of: $0) }
    guard let best = readings.min(by: { $0.count < $1.count }), best.isEmpty else {
      return readings.min { $0.count < $1.count } ?? []
    }
    return isTopic(pattern) || hasEdge(of: category(of: pattern)) ? [] : [.noEdge(found: edges)]
  }

  private func wrongSlots(of fit: PatternFit) -> [LexiconCheck.Failure] {
    example.arguments.compactMap { argument in
      let fillers = fit.fillers.filter { $0.role == argument.role }
      let isConjunct = fillers.isEmpty && argument.role == .with
      let whole = isConjunct ? fit.fillers : fillers
      if whole.contains(where: { covers($0, argument.range) }) { return nil }
      // An agent may come from control or a title: the edge decides.
      if fillers.isEmpty, argument.role == .who { return nil }
      let words = fillers.first.map { analysis.document.form(of: $0.phrase) }
      return .wrongSlot(argument.role.rawValue, expected: argument.words, found: words)
    }
  }

  /// Whether the phrase, or what hangs on it, has a token within the marked words.
  private func covers(_ filler: PatternFit.Filler, _ range: Range<Int>) -> Bool {
    let span = TextSpan(range.lowerBound + offset, range.upperBound + offset)
    return below(filler.token).contains { analysis.document.tokens[$0].span.overlaps(span) }
  }

  /// A token and all that depends on it.
  private func below(_ token: Int) -> [Int] {
    let heads = analysis.syntax.heads
    return heads.indices.filter { index in
      var node = index
      while node != token, heads[node] >= 0 { node = Int(heads[node]) }
      return node == token
    }
  }

  /// A relation that only speaks of its object makes no edge.
  private func isTopic(_ pattern: LexiconPattern) -> Bool {
    lexicon.relations.first { $0.id == pattern.relation }?.flags.contains("topic") == true
  }

  private func category(of pattern: LexiconPattern) -> DocumentModel.Category {
    lexicon.relations.first { $0.id == pattern.relation }?.category ?? .other
  }

  /// Whether an edge of the category joins the marked words, where they are two parties.
  private func hasEdge(of category: DocumentModel.Category) -> Bool {
    let sources = example.arguments.filter { $0.role == .who && isNamed($0) }
    let targets = example.arguments.filter {
      ($0.role == .whom || $0.role == .with) && isNamed($0)
    }
    guard !sources.isEmpty, !targets.isEmpty else { return true }
    return analysis.relations.contains { edge in
      guard edge.predicate.category == category else { return false }
      let ends = [edge.source, edge.target].map { mentions(of: $0) }
      return joins(ends[0], ends[1], sources, targets)
        || edge.predicate.isSymmetric && joins(ends[1], ends[0], sources, targets)
    }
  }

  private func joins(
    _ source: [TextSpan], _ target: [TextSpan], _ sources: [MarkedSentence.Argument],
    _ targets: [MarkedSentence.Argument]
  ) -> Bool {
    touches(source, sources) && touches(target, targets)
  }

  /// Whether the marked words hold a name that was recognised.
  private func isNamed(_ argument: MarkedSentence.Argument) -> Bool {
    analysis.entities.chains.indices.contains { touches(mentions(of: $0), [argument]) }
  }

  private func touches(_ mentions: [TextSpan], _ arguments: [MarkedSentence.Argument]) -> Bool {
    arguments.contains { argument in
      let span = TextSpan(argument.range.lowerBound + offset, argument.range.upperBound + offset)
      return mentions.contains { $0.overlaps(span) }
    }
  }

  private func mentions(of chain: Int) -> [TextSpan] {
    analysis.entities.chains[chain].mentions.map {
      analysis.document.span(of: analysis.entities.mentions[$0].tokens)
    }
  }

  private var edges: [String] {
    analysis.relations.map { edge in
      let chains = analysis.entities.chains
      return
        "\(chains[edge.source].name) —\(edge.predicate.relation)→ \(chains[edge.target].name)"
    }
  }
}
