import DocumentModel

extension Document {
  /// A hash of every word of the body, ASCII capitals folded, in order: what copies of a story share.
  /// Punctuation, bylines, datelines and trailers are no part of it.
  var bodyWordHashes: [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(tokens.count)
    let body = sentences.filter { paragraphs[$0.paragraph].kind == .body }
    var text = article.text
    text.withUTF8 { bytes in
      for sentence in body {
        for token in tokens[sentence.tokens] where token.span.end <= bytes.count {
          if let hash = Self.hash(ofWord: bytes[token.span.range]) { hashes.append(hash) }
        }
      }
    }
    return hashes
  }

  /// Nil when there is neither letter nor digit.
  private static func hash(ofWord bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    var hash = StableHash()
    var isWord = false
    for byte in bytes {
      let isCapital = byte &- UInt8(ascii: "A") < 26
      let folded = isCapital ? byte | 0x20 : byte
      isWord =
        isWord || folded &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte > 0x7F
      hash.add(folded)
    }
    return isWord ? hash.value : nil
  }
}
