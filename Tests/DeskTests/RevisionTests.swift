import Archive
import Contract
import Engine
import NewsModel
import TestSupport
import Testing

@testable import Desk

@Suite("Versions of an article")
struct RevisionTests {
  private func change(_ later: String) async throws -> (Receipt, Room) {
    let room = try Room()
    let address = "https://post.example/ferry"
    try await room.add([[document("a.txt", Pages.ferry, url: address)]])
    let receipts = try await room.add([[document("later.txt", later, url: address + "?utm_source=x")]])
    return (receipts[0], room)
  }

  @Test("a number that was changed without a word is a silent edit, and the claim is altered")
  func silentEdit() async throws {
    let (receipt, room) = try await change(Pages.ferry.replacing("three cracks", with: "five cracks"))
    #expect(receipt.state == .revised && receipt.version == 2 && receipt.article.raw == "a.txt")
    let change = try #require(receipt.change)
    #expect(change.kind == .silent)
    #expect(change.altered.count == 1, "\(change)")
    #expect(change.altered.first?.before?.contains("three cracks") == true)
    #expect(change.altered.first?.after?.contains("five cracks") == true)
    #expect(change.added.isEmpty && change.dropped.isEmpty)
    #expect(try room.archive.read { try $0.articleCount() } == 1)
    #expect(try room.archive.read { try $0.versions(ofArticle: 1) }.map(\.change.kind) == [.first, .silent])
  }

  @Test("a sentence that came is a claim added, one that went a claim dropped")
  func addedAndDropped() async throws {
    let dropped =
      "The owner, Nordlys Lines, said in a statement that the ship was inspected in February and found sound.\n"
    let added = "The coast guard towed two barges out of the harbour on Tuesday.\n"
    let (receipt, _) = try await change(Pages.ferry.replacing(dropped, with: added))
    let change = try #require(receipt.change)
    #expect(change.added.contains { $0.after?.contains("towed two barges") == true }, "\(change)")
    #expect(change.dropped.contains { $0.before?.contains("inspected in February") == true }, "\(change)")
  }

  @Test("another menu around the same words is a change of layout")
  func layout() async throws {
    let (receipt, _) = try await change(
      Pages.ferry.replacing("Subscribe to our newsletter", with: "Sign up for alerts"))
    #expect(receipt.change == VersionChange(kind: .layout))
  }

  @Test("a notice makes it a correction")
  func correction() async throws {
    let later =
      Pages.ferry.replacing("three cracks", with: "five cracks").replacing(
        "Photo: Tomas Berg", with: "Correction: An earlier version of this article misstated the number of cracks.")
    let (receipt, _) = try await change(later)
    #expect(receipt.change?.kind == .correction, "\(String(describing: receipt.change))")
    #expect(receipt.change?.notice?.contains("misstated the number") == true)
  }

  @Test("without an address, another text under the same name is another article")
  func sameName() async throws {
    let room = try Room()
    let receipts = try await room.add([
      [document("001.txt", Pages.ferry)], [document("001.txt", Pages.quake)],
      [document("001.txt", Pages.ferry.replacing("three cracks", with: "five cracks"))],
    ])
    #expect(receipts.map(\.state) == [.added, .added, .revised])
    #expect(receipts.map(\.article.raw) == ["001.txt", "001.txt#2", "001.txt"])
  }

  @Test("a story is traced from the latest versions")
  func latest() async throws {
    let (_, room) = try await change(Pages.ferry.replacing("three cracks", with: "five cracks"))
    let stories = try room.stories().joined()
    #expect(stories.contains("five cracks") && !stories.contains("three cracks"))
  }

  @Test("a rebuild keeps documents, versions and corrections, and gives the same stories")
  func rebuild() async throws {
    let (_, room) = try await change(Pages.ferry.replacing("three cracks", with: "five cracks"))
    try await room.add([[document("b.txt", Pages.secondFerry)], [document("q.txt", Pages.quake)]])
    var desk = try room.desk()
    let rename = #"{"notSameStory": ["a.txt", "b.txt"], "by": "AR"}"#
    #expect(try desk.correct([rename, rename]) == 1)
    _ = try await desk.settle()
    #expect(try room.archive.read { try $0.storyCount() } == 3)
    let versions = try room.archive.read { try $0.versions(ofArticle: 1) }
    let stories = try room.stories()
    for _ in 0..<2 {
      var again = try room.desk()
      try await again.rebuild()
      _ = try await again.settle()
      #expect(try room.stories() == stories)
      #expect(try room.archive.read { try $0.versions(ofArticle: 1) } == versions)
      #expect(try room.archive.read { try $0.correctionLines() } == [rename])
    }
  }

  @Test("two stories that a person calls one are one, and no empty one stays behind")
  func joined() async throws {
    let room = try Room()
    let receipts = try await room.add([[document("a.txt", Pages.ferry)], [document("q.txt", Pages.quake)]])
    let old = receipts.compactMap(\.story)
    #expect(Set(old).count == 2)
    var desk = try room.desk()
    #expect(try desk.correct([#"{"sameStory": ["a.txt", "q.txt"]}"#]) == 1)
    _ = try await desk.settle()
    #expect(try room.archive.read { try $0.storyCount() } == 1)
    let now = try Set(old.compactMap { id in try room.archive.read { try $0.current(id) } })
    #expect(now.count == 1)
  }

  @Test("a renamed entity is renamed in every story that speaks of it, before and after a rebuild")
  func rename() async throws {
    let room = try Room()
    try await room.add([[document("a.txt", Pages.ferry), document("q.txt", Pages.quake)]])
    let found = try room.archive.read { try $0.entities(named: "lunde") }
    let entity = try #require(found.first)
    var desk = try room.desk()
    _ = try desk.correct([#"{"rename": "\#(entity.id.raw)", "name": "Edda Lunde-Berg"}"#])
    #expect(try await desk.settle() == 1)
    #expect(try room.stories().joined().contains("Edda Lunde-Berg"))
    try await desk.rebuild()
    _ = try await desk.settle()
    #expect(try room.stories().joined().contains("Edda Lunde-Berg"))
  }
}
