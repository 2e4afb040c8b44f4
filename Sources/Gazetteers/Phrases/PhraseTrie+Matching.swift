extension TokenRole {
  /// 1 for a role, 0 for others.
  @inline(__always)
  fileprivate func bit(_ role: TokenRole) -> UInt64 {
    (UInt64(rawValue ^ role.rawValue) &- 1) &>> 63
  }
}

extension PhraseTrie {
  /// All places where phrases stand, by start and then the longer first; overlapping and nested
  /// ones too.
  public func matches(in words: TextWords) -> [PhraseMatch] {
    let starts = starts(in: words)
    var matches: [PhraseMatch] = []
    matches.reserveCapacity(starts.count)
    var start = 0
    for sentence in words.sentences {
      while start < starts.count, starts[start] < sentence.upperBound {
        if starts[start] >= sentence.lowerBound {
          walk(from: starts[start], before: sentence.upperBound, words, &matches)
        }
        start += 1
      }
    }
    return matches
  }

  /// The tokens from which a walk is worth while: a phrase begins with their word, and ends there or
  /// may go on with the next one.
  ///
  /// First those that are known are picked, then those that begin a phrase, then their nodes are
  /// looked at, all without a branch: so that many nodes are fetched at the same time, and few walks
  /// end at once.
  private func starts(in words: TextWords) -> TokenPicks {
    let (ids, roles) = (words.ids.span, words.roles.span)
    precondition(ids.count == roles.count, "columns")
    var candidates = TokenPicks(tokens: ids.count)
    for token in ids.indices {
      let isKnown = ~UInt64(truncatingIfNeeded: ids[unchecked: token]) &>> 63
      candidates.add(token, count: isKnown | roles[unchecked: token].bit(.compound))
    }
    var first = TokenPicks(tokens: candidates.count)
    for index in 0..<candidates.count {
      let token = candidates[index]
      let role = roles[token]
      let isStarter = starterBit(ids[token]) & role.bit(.word)
      first.add(token, count: isStarter | role.bit(.compound))
    }
    var starts = TokenPicks(tokens: first.count)
    for index in 0..<first.count {
      let token = first[index]
      let next = min(token + 1, ids.count - 1)
      let node = roles[token] == .compound ? Self.start : self.first(ids[token])
      let isOpen = roles[token].bit(.compound) | ~roles[next].bit(.word) & 1
      starts.add(token, count: promiseBit(node, ids[next]) | isOpen)
    }
    return starts
  }

  /// Follows the text from a token on.
  private func walk(
    from start: Int, before limit: Int, _ words: TextWords, _ matches: inout [PhraseMatch]
  ) {
    let first = matches.count
    var node = step(Self.start, over: start, words)
    var last = start
    while node > 0 {
      if endCount(node) > 0, let aliases = fitting(node, start..<last + 1, words) {
        matches.append(PhraseMatch(tokens: start..<last + 1, aliases: aliases))
      }
      guard goesOn(behind: node) else { break }
      repeat { last += 1 } while last < limit && words.roles[last].isPassedOver
      guard last < limit, words.roles[last] != .boundary else { break }
      node = step(node, over: last, words)
    }
    if matches.count - first > 1 { matches[first...].reverse() }
  }

  /// The node behind the words of a token, 0 if there is none.
  @inline(__always)
  private func step(_ node: Int32, over token: Int, _ words: TextWords) -> Int32 {
    guard words.roles[token] == .compound, let parts = words.compounds[token] else {
      return next(node, words.ids[token])
    }
    var node = node
    for part in parts {
      node = next(node, part.word)
      if node == 0 { break }
    }
    return node
  }

  // MARK: Capitals

  /// Those of the aliases that end at a node whose capitals fit; nil for none.
  private func fitting(_ node: Int32, _ tokens: Range<Int>, _ words: TextWords) -> AliasList? {
    var list: AliasList?
    for index in 0..<endCount(node) {
      let end = end(index, of: node)
      guard isWritten(end.capitals, in: tokens, words) else { continue }
      if list == nil { list = AliasList(end.alias) } else { list?.append(end.alias) }
    }
    return list
  }

  private func isWritten(_ asked: Capitals, in tokens: Range<Int>, _ words: TextWords) -> Bool {
    var index = 0
    var followsHyphen = false
    for token in tokens {
      switch words.roles[token] {
      case .hyphen: followsHyphen = true
      case .silent, .boundary: followsHyphen = false
      case .word:
        guard asked.allow(words.capitals[token], at: index, followsHyphen, in: self) else {
          return false
        }
        (index, followsHyphen) = (index + 1, false)
      case .compound:
        for part in words.compounds[token] ?? [] {
          followsHyphen = followsHyphen || part.followsHyphen
          guard asked.allow(part.capitals, at: index, followsHyphen, in: self) else {
            return false
          }
          (index, followsHyphen) = (index + 1, false)
        }
      }
    }
    return true
  }
}
