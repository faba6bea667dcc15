import NewsModel
import TextBytes

extension UnitReader {
  /// The group of verbs that begins at `i` ("has not been", "would later meet", "to seize"), or nil.
  func verbGroup(at i: Int, before end: Int) -> Unit? {
    var features = VerbFeatures()
    var k = i
    var head: Int?
    var auxiliaries: [Int] = []
    var reflexive = false
    while k < end {
      let token = reading.tokens[k]
      if token.classes.contains(.negation), !token.classes.contains(.determiner) {
        features.isNegated = true
      } else if folder.has("infinitive-marker", token), head == nil, infinitiveFollows(k, before: end) {
        features.isInfinitive = true
      } else if folder.has("reflexive", token), head == nil {
        reflexive = true
      } else if isVerb(k) || followsAuxiliary(k, head, features),
        head == nil || head.map({ auxiliaries.last == $0 }) == true
      {
        if !features.isInfinitive, head != nil, isBareInfinitive(k), !token.classes.contains(.finite) {
          features.isModal = features.isModal || isModal(head!)
        }
        if head != nil, startsNewGroup(k, after: head!), !followsAuxiliary(k, head, features) { break }
        head = k
        if isAuxiliary(k) { auxiliaries.append(k) } else { k += 1; break }
      } else if token.classes.contains(.adverb), token.classes.isDisjoint(with: [.preposition, .noun, .determiner]),
        adverbInside(k, before: end)
      {
        // Adverbs stand among the verbs of a group.
      } else {
        break
      }
      k += 1
    }
    guard let head else { return nil }
    _ = reflexive
    let stop = max(k, head + 1)
    describe(&features, head: head, auxiliaries: auxiliaries.filter { $0 != head })
    let start = i
    return Unit(kind: .verbs, tokens: start..<stop, head: head, verb: features)
  }

  private func isAuxiliary(_ i: Int) -> Bool {
    !reading.tokens[i].classes.isDisjoint(with: [.auxiliary, .modal])
  }
  private func isModal(_ i: Int) -> Bool { reading.tokens[i].classes.contains(.modal) }
  private func isBareInfinitive(_ i: Int) -> Bool { reading.tokens[i].classes.contains(.infinitive) }

  /// "did not *strike*", "might *lay* down": behind "did" or a modal the dictionary form is the verb, whatever else it can be.
  private func followsAuxiliary(_ k: Int, _ head: Int?, _ features: VerbFeatures) -> Bool {
    guard let head, folder.has("base-form-follows", reading.tokens[head]) else { return false }
    return folder.isBaseForm(reading.tokens[k])
  }

  /// Behind an auxiliary only its own forms go on the group: participle, gerund, infinitive.
  private func startsNewGroup(_ i: Int, after auxiliary: Int) -> Bool {
    let classes = reading.tokens[i].classes
    return classes.isDisjoint(with: [.participle, .gerund, .infinitive])
  }

  private func infinitiveFollows(_ i: Int, before end: Int) -> Bool {
    var k = i + 1
    while k < end, reading.tokens[k].classes.contains(.adverb), !reading.tokens[k].classes.contains(.verb) { k += 1 }
    return k < end && isVerb(k) && reading.tokens[k].classes.contains(.infinitive)
  }

  private func adverbInside(_ i: Int, before end: Int) -> Bool {
    var k = i + 1
    while k < end, k < i + 3 {
      if isVerb(k) { return true }
      guard reading.tokens[k].classes.contains(.adverb) || reading.tokens[k].classes.contains(.negation) else {
        return false
      }
      k += 1
    }
    return false
  }

  private func describe(_ features: inout VerbFeatures, head: Int, auxiliaries: [Int]) {
    let classes = reading.tokens[head].classes
    let all = auxiliaries + [head]
    let participle = classes.contains(.participle)
    features.isGerund = auxiliaries.isEmpty && classes.contains(.gerund)
    features.isFinite = all.contains {
      reading.tokens[$0].classes.contains(.finite) || folder.isFiniteForm(reading.tokens[$0])
    }
    if auxiliaries.isEmpty, features.isFinite, participle, !classes.contains(.past) { features.isFinite = false }
    if auxiliaries.isEmpty, classes.contains(.infinitive), !classes.contains(.finite) { features.isInfinitive = true }
    if features.isInfinitive { features.isFinite = false }
    features.isParticiple = auxiliaries.isEmpty && participle && !features.isFinite
    features.isPassive =
      features.isParticiple
      || (participle && auxiliaries.last.map { folder.has("passive", reading.tokens[$0]) } == true)
    for i in all {
      let classes = reading.tokens[i].classes
      if classes.contains(.modal) || classes.contains(.future) || classes.contains(.conditional) {
        features.isModal = true
      }
    }
    if let first = auxiliaries.first, participle, folder.has("rumour", reading.tokens[first]) {
      features.isRumour = true
    }
  }
}
