import Entities
import Languages
import NewsModel
import Scoring
import TextBytes

/// WikiNEuRal: persons, organizations and places in sentences of Wikipedia, each read on its own, by exact border and type.
func wikineuralNames(_ data: DataFolder, _ language: LanguageCode) throws -> [Figure] {
  let types: [EntityType: String] = [.person: "PER", .organization: "ORG", .location: "LOC"]
  let corpus = TaggedSentences(
    text: String(decoding: try data.bytes("ner/wikineural-\(language.code)-val.tsv"), as: UTF8.self))
  var score = NameScore()
  for sentence in corpus.sentences {
    let (text, names) = TaggedSentences.text(sentence)
    let findings = EntityFinder().find(in: LanguageReader().read(text, language: language))
    let found = findings.mentions.filter { $0.kind == .name }.compactMap { mention in
      types[namedType(mention)].map { NameScore.Name(span: mention.span, type: $0) }
    }
    score.add(found: Set(found), expected: names.filter { types.values.contains($0.type) })
  }
  return [
    Figure(name: "precision", value: score.precision), Figure(name: "recall", value: score.recall),
    Figure(name: "f", value: score.f1, note: "\(score.expected) names in \(corpus.sentences.count) sentences"),
  ]
}

/// The type of the name itself: a state that acts is an organization to us, and a place to the corpora.
private func namedType(_ mention: Mention) -> EntityType { mention.acting ? .location : mention.type }
