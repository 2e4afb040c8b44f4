import DocumentModel

/// What stands at the head of a story before its first sentence: "SEOUL, South Korea (AP) —".
struct Dateline {
  /// One past its last token, the dash.
  var end: Int
  /// "AP", "Reuters".
  var agency: String?
  var date: CalendarDate?
}

/// Recognises datelines.
///
/// A place in capitals, or an agency in brackets, then a dash and a new sentence; between them
/// only names, dates and commas.
struct DatelineReader {
  /// No dateline is longer, in tokens.
  private static let longest = 20

  let source: TokenizedText

  /// - Parameter isFirst: whether the paragraph is the first of the story, where "Washington
  ///   (CNN) —" and "LONDON:" are enough.
  func dateline(in range: Range<Int>, isFirst: Bool, _ text: Span<UInt8>) -> Dateline? {
    guard range.count > 3 else { return nil }
    let first = range.lowerBound
    guard source.isCapitalised(first, text) || source.isByte(.openParenthesis, first, text) else {
      return nil
    }
    let isPlace = isPlaceInCapitals(first, text)
    guard isPlace || isFirst, let shape = DatelineShape(source, range.prefix(Self.longest), text)
    else {
      return nil
    }
    guard shape.end < range.upperBound, !source.firstByte(shape.end, text).isASCIILower else {
      return nil
    }
    guard isPlace ? isPlausible(shape, isFirst, text) : shape.hasKnownAgency else { return nil }
    return Dateline(
      end: shape.end, agency: shape.agency.map { source.string($0, text) },
      date: DateReader(source: source).first(in: first..<shape.end, text))
  }

  private func isPlaceInCapitals(_ first: Int, _ text: Span<UInt8>) -> Bool {
    source.isAllCapitals(first, text) && source.tokens[first].span.count >= 2
      && !source.traits(first, text).contains(.acronym)
  }

  private func isPlausible(_ shape: DatelineShape, _ isFirst: Bool, _ text: Span<UInt8>) -> Bool {
    if shape.agency != nil { return true }
    let isLong = source.tokens[shape.place.lowerBound].span.count > 3 || shape.place.count > 1
    for token in shape.place where !source.isAllCapitals(token, text) {
      if source.firstByte(token, text).isASCIILetter { return false }
    }
    return isLong && (isFirst || !shape.endsInColon)
  }
}
