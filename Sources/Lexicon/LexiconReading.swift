import Foundation
import TextBytes

/// What the world's tables say of a key, so that a language's tables need only give names to it.
struct PlaceDetails {
  var seats: [String: Seat] = [:]
  var places: [String: Place] = [:]
  var organizations: [String: Organization] = [:]

  init(_ world: URL) {
    TableBytes(world.appendingPathComponent("seats.tsv")).forEachRow { row in
      guard let kind = Seat.Kind(rawValue: row[1]) else { return }
      seats[row[0]] = Seat(key: row[0], country: row.optional(2), kind: kind, stands: row[3], use: [])
    }
    TableBytes(world.appendingPathComponent("places.tsv")).forEachRow { row in
      guard let kind = Place.Kind(rawValue: row[1]) else { return }
      places[row[0]] = Place(
        key: row[0], kind: kind, country: row.optional(2), population: 0, isCapital: false, use: [])
    }
    TableBytes(world.appendingPathComponent("organizations.tsv")).forEachRow { row in
      guard let kind = Organization.Kind(rawValue: row[1]) else { return }
      organizations[row[0]] = Organization(key: row[0], kind: kind, country: row.optional(2), use: [])
    }
  }
}

extension Lexicon {
  /// Columns: code, names.
  mutating func readCountries(_ table: TableBytes) {
    table.forEachRow { row in
      row.forEachName(1) { span, use in countries.insert(row.bytes, span, Country(code: row[0], use: use)) }
    }
  }

  /// Names of a seat, a place or an organization stand in the last column; the world's rows have details between.
  mutating func readSeats(_ table: TableBytes, _ details: PlaceDetails) {
    table.forEachRow { row in
      guard var seat = details.seats[row[0]] else { return }
      row.forEachName(row.count - 1) { span, use in
        seat.use = use
        seats.insert(row.bytes, span, seat)
      }
    }
  }

  mutating func readPlaces(_ table: TableBytes, _ details: PlaceDetails) {
    table.forEachRow { row in
      guard var place = details.places[row[0]] else { return }
      row.forEachName(row.count - 1) { span, use in
        place.use = use
        places.insert(row.bytes, span, place)
      }
    }
  }

  mutating func readOrganizations(_ table: TableBytes, _ details: PlaceDetails) {
    table.forEachRow { row in
      guard var organization = details.organizations[row[0]] else { return }
      row.forEachName(row.count - 1) { span, use in
        organization.use = use
        organizations.insert(row.bytes, span, organization)
      }
    }
  }

  /// Columns: key, country, population, "capital" or nothing, names; the largest city first. Capitals are seats too.
  mutating func readCities(_ table: TableBytes) {
    table.forEachRow { row in
      let isCapital = row[3] == "capital"
      var place = Place(
        key: row[0], kind: .city, country: row.optional(1), population: Int(row[2]) ?? 0, isCapital: isCapital, use: [])
      let state = "country:" + row[1]
      row.forEachName(4) { span, use in
        place.use = use
        places.insert(row.bytes, span, place)
        guard isCapital else { return }
        seats.insert(row.bytes, span, Seat(key: state, country: place.country, kind: .capital, stands: state, use: use))
      }
    }
  }

  /// Columns: key, kind, country, group, "state" or nothing, domains, names.
  mutating func readPublishers(_ table: TableBytes) {
    table.forEachRow { row in
      guard let kind = Publisher.Kind(rawValue: row[1]), let name = row.firstName(6) else { return }
      var domains: [String] = []
      row.forEachName(5) { span, _ in domains.append(row.string(span)) }
      var publisher = Publisher(
        key: row[0], name: name, kind: kind, country: row.optional(2), group: row.optional(3),
        isState: row[4] == "state", domains: domains, use: [])
      publishersByKey[publisher.key] = publisher
      for domain in domains where publishersByDomain[domain] == nil { publishersByDomain[domain] = publisher }
      row.forEachName(6) { span, use in
        publisher.use = use
        if kind.isWire {
          agencies.insert(row.bytes, span, publisher)
        } else {
          outlets.insert(row.bytes, span, publisher)
        }
      }
    }
  }

  /// Columns: the names of women, of men, or of either, in a row that says which; `?` marks common words.
  static func readPersonNames(_ table: TableBytes, into names: inout PhraseTable<PersonName>) {
    table.forEachRow { row in
      let gender = Office.Gender(rawValue: row[0]) ?? .unknown
      row.forEachName(1) { span, use in
        names.insert(row.bytes, span, PersonName(gender: gender, isCommonWord: use.contains(.ambiguous)))
      }
    }
  }
}
