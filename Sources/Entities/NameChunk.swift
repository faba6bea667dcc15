import NewsModel
import TextBytes

/// A stretch of words that is a name, with what stands around it.
struct NameChunk {
  var tokens: Range<Int>
  var span: TextSpan
  var sentence: Int
  var known: KnownName?
  var type: EntityType = .other
  /// How sure the type is; below 1 it is a guess.
  var weight = 0.0
  /// Title directly before the name.
  var role: Role?
  var hasHonorific = false
  /// What title, honorific or given name tells.
  var gender: Gender?
  /// Country named by a demonym, or by its name, before the title.
  var titleCountry: String?
  /// Whether it stands in a line whose capitals tell nothing.
  var isUnreliable = false
}
