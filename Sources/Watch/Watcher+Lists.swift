import Intake
import NewsModel

extension Watcher {
  /// Lists of a list that are watched: the latest of an index of sitemaps.
  private static let mostChildren = 50
  /// Pages of one list that are asked for at some time or other: as many as a busy site has in some days. What is more is left for later.
  private static let mostPages = 5_000

  /// Takes up what an earlier run knew, and what is new. Only lists that are asked for now are watched, with what they named.
  func resume(_ addresses: [WebAddress]) throws {
    let time = now()
    let known = Dictionary(try store.items().map { ($0.address, $0) }) { first, _ in first }
    let wanted = Set(addresses.map(\.text))
    for address in addresses {
      scheduler.add(known[address.text].map { timely($0, time) } ?? fresh(.list, address, due: time))
    }
    for item in known.values.sorted(by: { $0.address < $1.address }) where isNamed(item, by: wanted, known) {
      scheduler.add(timely(item, time))
    }
  }

  /// An item as an earlier run left it, though that ran with longer intervals, or by a clock that was wrong.
  private func timely(_ item: WatchItem, _ time: Int) -> WatchItem {
    let policy = settings.policy
    var item = item
    item.interval = item.kind == .list ? min(max(item.interval, policy.leastInterval), policy.mostInterval) : 0
    let isCalm = item.kind == .list && item.failures == 0
    item.due = min(item.due, time + (isCalm ? policy.mostInterval : policy.mostWait))
    return item
  }

  /// Whether a wanted list named it, or a list of such a list.
  private func isNamed(_ item: WatchItem, by wanted: Set<String>, _ known: [String: WatchItem]) -> Bool {
    var parent = item.parent
    for _ in 0..<4 {
      guard let name = parent else { return false }
      if wanted.contains(name) { return true }
      parent = known[name]?.parent
    }
    return false
  }

  private func fresh(_ kind: WatchItem.Kind, _ address: WebAddress, due: Int) -> WatchItem {
    WatchItem(kind, address, due: due, interval: kind == .list ? settings.policy.interval : 0)
  }

  /// Takes a list in that was received from `base`; whether it named anything that was not known. O(entries).
  func take(_ list: AddressList, of name: String, at base: WebAddress) -> Bool {
    let old = memory(of: name)
    var memory = ListMemory()
    var hasNews = false
    var fetched = 0
    let most = list.kind == .lists ? Self.mostChildren : old == nil ? settings.firstPages : .max
    for entry in list.entries {
      guard let address = WebAddress(entry.address, from: base) else { continue }
      let key = ListMemory.hash(address.text)
      guard memory.stamps[key] == nil else { continue }
      let stamp = ListMemory.hash("\(entry.hints.title ?? "")\n\(entry.hints.modified?.description ?? "")")
      memory.stamps[key] = stamp
      let before = old?.stamps[key]
      guard before != stamp else { continue }
      if list.kind == .pages, scheduler.item(address.text) == nil, scheduler.pages(of: name) >= Self.mostPages {
        memory.stamps[key] = before
        continue
      }
      hasNews = true
      guard fetched < most, address.text != name else { continue }
      fetched += 1
      ask(for: address, entry, of: name, list.kind)
    }
    if list.kind == .lists { forgetChildren(of: name, without: memory) }
    if memory != old { changes.memories[name] = memory }
    return hasNews
  }

  private func memory(of name: String) -> ListMemory? {
    if let unsaved = changes.memories[name] { return unsaved }
    return (try? store.memory(name)) ?? nil
  }

  /// Has a page or a list asked for now: it is new, or its list tells otherwise of it than before.
  private func ask(for address: WebAddress, _ entry: AddressList.Entry, of name: String, _ kind: AddressList.Kind) {
    let time = now()
    if scheduler.hasten(address.text, to: time) {
      changes.kept[address.text] = scheduler.item(address.text)
      return
    }
    var item = fresh(kind == .lists ? .list : .page, address, due: time)
    item.parent = name
    if kind == .pages { item.told = WatchItem.Told(entry.hints) }
    scheduler.add(item)
    changes.dropped.remove(item.address)
    changes.kept[item.address] = item
  }

  /// Forgets lists that their index names no more.
  private func forgetChildren(of name: String, without memory: ListMemory) {
    for item in scheduler.lists(of: name) where memory.stamps[ListMemory.hash(item.address)] == nil {
      scheduler.remove(item.address)
      changes.kept[item.address] = nil
      changes.dropped.insert(item.address)
    }
  }
}
