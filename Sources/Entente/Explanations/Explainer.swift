public import DocumentModel
import Gazetteers
import RelationExtraction
import SyntaxParsing

/// Says why an edge or a node is there, or why not, from the trace that extraction makes.
public struct Explainer {
  let pipeline: Pipeline
  private let workspace: PipelineWorkspace

  public init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    workspace = pipeline.makeWorkspace()
  }

  /// The relations between two entities; a side that is nil may be anyone.
  public func relations(
    in article: Article, from source: NameQuery?, to target: NameQuery?
  ) -> Explanation {
    let traced = trace(article)
    let sources = source.map { traced.chains(named: $0) }
    let targets = target.map { traced.chains(named: $0) }
    var explanation = Explanation(article: article.id)
    explanation.relations = traced.related.filter { relation, _ in
      traced.joins(relation, sources, targets)
    }.map { RelationReasons(traced: $0.relation, basis: $0.basis, in: traced).explanation }
    return explanation
  }

  /// What stood in the way of a relation between two entities.
  public func refusals(
    in article: Article, from source: NameQuery, to target: NameQuery
  ) -> Explanation {
    let traced = trace(article)
    return RefusalReasons(traced: traced, source: source, target: target).explanation
  }

  /// How an entity was found.
  public func nodes(in article: Article, named name: NameQuery) -> Explanation {
    let traced = trace(article)
    var explanation = Explanation(article: article.id)
    explanation.nodes = traced.chains(named: name).sorted().map { traced.node($0) }
    return explanation
  }

  private func trace(_ article: Article) -> TracedAnalysis {
    var log = ExtractionLog()
    let analysis = pipeline.analysis(of: article, using: workspace, tracing: &log)
    return TracedAnalysis(analysis: analysis, steps: log.steps, pipeline: pipeline)
  }
}
