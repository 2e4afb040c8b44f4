/// What one thread's recogniser remembers of the words it met. It holds nothing that depends on an
/// article, so results never depend on what was read before.
public final class RecognitionWorkspace {
  var forms = WordForms()

  public init() {}
}
