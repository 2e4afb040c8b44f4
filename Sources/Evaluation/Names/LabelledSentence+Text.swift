extension LabelledSentence {
  /// The tokens joined by single spaces: a text to run a recogniser on.
  public var text: String { tokens.joined(separator: " ") }

  /// `spans` in UTF-8 bytes of `text`.
  public var textSpans: [LabelledSpan] {
    var starts: [Int] = []
    var offset = 0
    for token in tokens {
      starts.append(offset)
      offset += token.utf8.count + 1
    }
    return spans.map { span in
      let last = span.range.upperBound - 1
      let end = starts[last] + tokens[last].utf8.count
      return LabelledSpan(starts[span.range.lowerBound]..<end, span.label)
    }
  }
}
