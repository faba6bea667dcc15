import Lexicon
import NewsModel
import TextBytes

// People of whom a text only tells what they are.
extension Page {
  /// Whether a phrase is of people of whom the text only tells what they are: "two engineers", "una secretaria".
  func isIndefinitePerson(_ phrase: Range<Int>, head: Int) -> Bool {
    guard phrase.contains(where: { isIndefinite($0) && $0 < head }), !isCapitalized(head) || isStart(head),
      !phrase.contains(where: { isInName($0) && mentions[Int(mentionAt[$0])].type == .person && !isPreposition($0 - 1) }
      )
    else { return false }
    if office(at: head)?.class == .spokesperson { return false }
    return has(head, [.source, .person]) || isOccupation(head) || isSeveralPeople(head)
      || hasClass(phrase.upperBound, .relative) && isWho(phrase)
  }

  /// A plural of people, none of bodies: "plumbers", and not "unions".
  private func isSeveralPeople(_ i: Int) -> Bool {
    has(i, .group) && !has(i, .body) && folder.words[tokens[i].lemma]?.contains(.body) != true && !isInName(i)
  }

  private func isIndefinite(_ i: Int) -> Bool {
    has(i, .one) || folder.counts[tokens[i].fold] != nil || has(i, .some) || hasClass(i, .numeral)
  }

  private func isWho(_ phrase: Range<Int>) -> Bool {
    has(phrase.upperBound, .whether) && !has(phrase.upperBound, .that)
  }

  /// The office or occupation that the word at `i` names.
  func office(at i: Int) -> Office? {
    guard isKind(i, .word) else { return nil }
    let offices = Lexicon.shared.words(of: reading.language.code).offices
    return offices[tokens[i].fold] ?? offices[tokens[i].lemma]
  }

  func isOccupation(_ i: Int) -> Bool { office(at: i) != nil }
}
