import Lexicon
import NewsModel

/// Puts organizations, places and things of a story's articles together, by name and by acronym.
struct NameResolver {
  let locals: [LocalEntity]

  /// Merges in `partition` what has one name. O(n + a·n) for n entities of which a are acronyms.
  func resolve(_ entities: [Int], in partition: inout Partition) {
    var first: [String: Int] = [:]
    for entity in entities.sorted(by: { LocalEntity.precedes(locals[$0], locals[$1]) }) {
      for core in locals[entity].cores.sorted() {
        guard let other = first[core] else {
          first[core] = entity
          continue
        }
        guard partition.root(entity) != partition.root(other), mayMerge(entity, other, partition) else { continue }
        partition.merge(entity, other, "\(quote(entity)) and \(quote(other)) have the same name.")
      }
    }
    shorten(entities, in: &partition)
    for entity in entities where isAcronym(entity) { expand(entity, among: entities, in: &partition) }
  }

  /// Joins a name to the one fuller name that has only the word for its kind before or behind it ("Norvik", "Banco Norvik"). O(n).
  private func shorten(_ entities: [Int], in partition: inout Partition) {
    let reader = NameReader(lexicon: .shared, language: "und")
    var fuller: [String: [Int]] = [:]
    for entity in entities where locals[entity].entity.type == .organization {
      for core in locals[entity].cores.sorted() {
        if let short = reader.withoutKind(core) { fuller[short, default: []].append(entity) }
      }
    }
    for entity in entities {
      for core in locals[entity].cores.sorted() {
        let fitting = (fuller[core] ?? []).filter { mayMerge(entity, $0, partition) && agree(entity, $0, partition) }
        guard let full = fitting.first, Set(fitting.map { partition.root($0) }).count == 1 else { continue }
        partition.merge(entity, full, "\(quote(entity)) is \(quote(full)) without the word for what it is.")
      }
    }
  }

  /// Whether the kinds that are told of two do not exclude each other: a bank is no foundation.
  private func agree(_ a: Int, _ b: Int, _ partition: Partition) -> Bool {
    let kinds = Lexicon.shared.kinds
    let left = Set(partition.set(of: a).flatMap { locals[$0].entity.kinds })
    let right = Set(partition.set(of: b).flatMap { locals[$0].entity.kinds })
    return left.isEmpty || right.isEmpty
      || left.contains { x in right.contains { kinds.isCalled(x, by: $0) || kinds.isCalled($0, by: x) } }
  }

  /// Joins an acronym to the one full name with those initials.
  private func expand(_ acronym: Int, among entities: [Int], in partition: inout Partition) {
    let wanted = letters(locals[acronym].entity.name)
    let fitting = entities.filter { other in
      // Two letters fit too much: only what the same article spells out.
      (wanted.utf8.count > 2 || locals[acronym].article == locals[other].article)
        && locals[other].cores.contains { NameReader(lexicon: .shared, language: "und").initials($0).contains(wanted) }
        && mayMerge(acronym, other, partition)
    }
    let roots = Set(fitting.map { partition.root($0) })
    guard roots.count == 1, let full = fitting.first, partition.root(acronym) != roots.first else { return }
    partition.merge(acronym, full, "\(quote(acronym)) has the initials of \(quote(full)).")
  }

  private func isAcronym(_ i: Int) -> Bool {
    let name = locals[i].entity.name
    let wanted = letters(name)
    return locals[i].entity.type == .organization && (2...8).contains(wanted.utf8.count) && !name.contains(" ")
      && name.unicodeScalars.allSatisfy { $0.properties.isUppercase || $0 == "." }
  }

  private func letters(_ name: String) -> String { name.lowercased().filter { $0 != "." } }

  /// Whether nothing speaks against it: two keys, two countries, types that exclude each other.
  private func mayMerge(_ a: Int, _ b: Int, _ partition: Partition) -> Bool {
    let (left, right) = (partition.set(of: a).map { locals[$0] }, partition.set(of: b).map { locals[$0] })
    let keys = Set((left + right).compactMap(\.key))
    let leftCountries = Set(left.compactMap(\.country))
    let rightCountries = Set(right.compactMap(\.country))
    let apart = !leftCountries.isEmpty && !rightCountries.isEmpty && leftCountries.isDisjoint(with: rightCountries)
    return keys.count <= 1 && !apart && areCompatible(locals[a].entity.type, locals[b].entity.type)
  }

  private func areCompatible(_ a: EntityType, _ b: EntityType) -> Bool { a == b || a == .other || b == .other }

  private func quote(_ i: Int) -> String { "“\(locals[i].entity.name)” (\(locals[i].articleID))" }
}
