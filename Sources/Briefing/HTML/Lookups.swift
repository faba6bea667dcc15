import Mustache

// What stands on a page a hundred times is looked up by name and not by reflection, which takes most of the time otherwise.

extension Phrase: MustacheParent {
  package func child(named name: String) -> Any? { name == "runs" ? runs : nil }
}

extension Wording: MustacheParent {
  package func child(named name: String) -> Any? {
    switch name {
    case "words": words
    case "marker": marker
    default: nil
    }
  }
}

extension ClaimBlock: MustacheParent {
  package func child(named name: String) -> Any? {
    switch name {
    case "id": id
    case "text": text
    case "at": at
    case "count": count
    case "why": why
    case "paths": paths
    case "tags": tags
    case "first": first
    case "notes": notes
    case "passages": passages
    case "passageCount": passageCount
    case "passagesRest": passagesRest
    default: nil
    }
  }
}

extension PassageBlock: MustacheParent {
  package func child(named name: String) -> Any? {
    switch name {
    case "marker": marker
    case "outlet": outlet
    case "language": language
    case "date": date
    case "before": before
    case "words": words
    case "after": after
    case "chain": chain
    case "origin": origin
    case "because": because
    case "relation": relation
    default: nil
    }
  }
}

extension ClaimSection: MustacheParent {
  package func child(named name: String) -> Any? {
    switch name {
    case "id": id
    case "name": self.name
    case "meaning": meaning
    case "claims": claims
    case "rest": rest
    case "hasRest": hasRest
    case "restCount": restCount
    case "total": total
    default: nil
    }
  }
}

extension Day: MustacheParent {
  package func child(named name: String) -> Any? {
    switch name {
    case "date": date
    case "entries": entries
    default: nil
    }
  }
}

extension Day.Entry: MustacheParent {
  package func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "markers": markers
    case "alternatives": alternatives
    default: nil
    }
  }
}
