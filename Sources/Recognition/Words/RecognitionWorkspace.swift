/// What one thread's recogniser remembers of the words and forms it met. It holds nothing that depends on an
/// article, so results never depend on what was read before.
public final class RecognitionWorkspace {
  var forms = WordForms()
  var known = KnownForms()

  public init() {}
}
