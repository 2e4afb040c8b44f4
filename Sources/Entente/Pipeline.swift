public import Coreference
public import DocumentModel
public import Gazetteers
public import Recognition
public import RelationExtraction
public import Segmentation
public import SyntaxParsing

/// From an article to its analysis: the stages, in order.
///
/// A pipeline is immutable and safe to use from many threads at once.
public final class Pipeline: Sendable {
  /// What the pipeline looks names up in.
  public let gazetteer: Gazetteer
  private let segmenter: Segmenter
  private let matcher: PhraseMatcher
  private let parser: SyntaxParser
  private let recognizer: MentionRecognizer
  private let resolver: ChainResolver
  private let given: GivenParses?
  let extractor: RelationExtractor

  /// - Parameters:
  ///   - names: the trained model of names; without it hand-set weights find them.
  ///   - pronouns: the trained model of pronouns; without it they stay unresolved.
  ///   - given: trees to use in place of the parser's, for the articles it has.
  public init(
    gazetteer: Gazetteer, parser: SyntaxParser, names: NameModel? = nil,
    pronouns: PronounModel? = nil, segmentation: SegmentationOptions = .init(),
    given: GivenParses? = nil
  ) {
    self.given = given
    self.gazetteer = gazetteer
    self.parser = parser
    segmenter = Segmenter(options: segmentation)
    matcher = PhraseMatcher(gazetteer: gazetteer)
    recognizer = MentionRecognizer(gazetteer: gazetteer, names: names)
    resolver = ChainResolver(gazetteer: gazetteer, pronouns: pronouns)
    extractor = RelationExtractor(gazetteer: gazetteer)
  }

  /// Everything the stages find in one article. Never throws: what is odd about the text is in the
  /// diagnostics.
  public func analysis(of article: Article) -> DocumentAnalysis {
    analysis(of: article, using: makeWorkspace())
  }

  /// Memory that one worker's calls share; no two calls may use it at once.
  public func makeWorkspace() -> PipelineWorkspace {
    PipelineWorkspace(syntax: parser.makeWorkspace(), recognition: RecognitionWorkspace())
  }

  /// The same, in a workspace that is kept warm from article to article.
  public func analysis(of article: Article, using workspace: PipelineWorkspace) -> DocumentAnalysis
  {
    var trace = NoTrace()
    return analysis(of: article, using: workspace, tracing: &trace)
  }

  /// The same, handing what relation extraction matches and refuses to `trace`.
  public func analysis<Trace: ExtractionTrace>(
    of article: Article, using workspace: PipelineWorkspace, tracing trace: inout Trace
  ) -> DocumentAnalysis {
    let (document, givenTrees) = cut(article)
    let words = matcher.words(in: document)
    let matches = matcher.matches(in: words)
    let syntax = givenTrees ?? parser.trees(for: document, using: workspace.syntax)
    let mentions = recognizer.mentions(
      in: document, matches: matches, wordIDs: words.ids, syntax: syntax,
      using: workspace.recognition)
    let entities = resolver.entities(for: mentions, syntax: syntax, in: document)
    let relations = extractor.relations(
      among: entities, syntax: syntax, in: document, tracing: &trace)
    return DocumentAnalysis(
      document: document, syntax: syntax, entities: entities, relations: relations.relations,
      diagnostics: relations.diagnostics)
  }

  /// The article's sentences and tokens: its own, or those of a parse that was given for it.
  private func cut(_ article: Article) -> (Document, SyntaxLayer?) {
    let document = segmenter.document(for: article).withForms()
    do {
      guard let parsed = try given?.parsed(document) else { return (document, nil) }
      return (parsed.document.withForms(), parsed.syntax)
    } catch {
      let message = "the given parse was not used: \(error)"
      return (document.adding(Diagnostic(.error, code: "parse-mismatch", message)), nil)
    }
  }
}

/// The memory of one worker: what its stages keep warm from article to article.
public final class PipelineWorkspace {
  let syntax: SyntaxWorkspace
  let recognition: RecognitionWorkspace

  init(syntax: SyntaxWorkspace, recognition: RecognitionWorkspace) {
    self.syntax = syntax
    self.recognition = recognition
  }
}

extension Document {
  fileprivate func adding(_ diagnostic: Diagnostic) -> Document {
    Document(
      article: article, date: date, paragraphs: paragraphs, sentences: sentences, tokens: tokens,
      normalForms: normalForms, diagnostics: diagnostics + [diagnostic])
  }
}
