import NewsModel

/// Puts an institution whose country is not told ("the medicines agency") with the only one of its kind in the story.
struct InstitutionResolver {
  let locals: [LocalEntity]

  /// Merges in `partition`; where the story has institutions of the kind in several countries, or a country of its own is told, nothing
  /// is. O(n).
  func resolve(in partition: inout Partition) {
    var open: [String: [Int]] = [:]
    for i in locals.indices {
      if let institution = locals[i].institution { open[institution, default: []].append(i) }
    }
    for (institution, members) in open.sorted(by: { $0.key < $1.key }) {
      let keyed = locals.indices.filter { locals[$0].key?.hasPrefix(institution + ":") == true }
      let roots = Set(keyed.map { partition.root($0) })
      guard roots.count <= 1 else { continue }
      for (a, b) in zip(members, members.dropFirst()) where mayMerge(a, b, partition) {
        partition.merge(a, b, "\(quote(a)) and \(quote(b)): the story has one \(institution).")
      }
      guard let only = keyed.first else { continue }
      for member in members where mayMerge(member, only, partition) {
        partition.merge(member, only, "\(quote(member)) is \(quote(only)): the story has one \(institution).")
      }
    }
  }

  private func mayMerge(_ a: Int, _ b: Int, _ partition: Partition) -> Bool {
    let both = (partition.set(of: a) + partition.set(of: b)).map { locals[$0] }
    return Set(both.compactMap(\.key)).count <= 1 && Set(both.compactMap(\.country)).count <= 1
  }

  private func quote(_ i: Int) -> String { "“\(locals[i].entity.name)” (\(locals[i].articleID))" }
}
