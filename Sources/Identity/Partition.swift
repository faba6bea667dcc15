/// Things put together step by step, with the reason of each step.
struct Partition {
  private var parent: [Int]
  private var members: [[Int]]
  private(set) var because: [[String]]

  /// `count` things, each alone.
  init(count: Int) {
    parent = Array(0..<count)
    members = (0..<count).map { [$0] }
    because = Array(repeating: [], count: count)
  }

  /// The thing that stands for the whole set of `i`. Nearly O(1).
  func root(_ i: Int) -> Int {
    var i = i
    while parent[i] != i { i = parent[i] }
    return i
  }

  /// All things in the set of `i`, in ascending order.
  func set(of i: Int) -> [Int] { members[root(i)].sorted() }

  /// Every set, by its first thing.
  var sets: [[Int]] { parent.indices.filter { parent[$0] == $0 }.map { members[$0].sorted() }.sorted { $0[0] < $1[0] } }

  /// Puts the sets of `a` and `b` together; nothing happens where they are one already.
  mutating func merge(_ a: Int, _ b: Int, _ why: @autoclosure () -> String) {
    let (x, y) = (root(a), root(b))
    guard x != y else { return }
    let (kept, gone) = members[x].count >= members[y].count ? (x, y) : (y, x)
    parent[gone] = kept
    members[kept] += members[gone]
    because[kept] += because[gone]
    let reason = why()
    if !because[kept].contains(reason) { because[kept].append(reason) }
    members[gone] = []
  }
}
