import Foundation
import TextBytes

/// What the world's tables say of a key, so that a language's tables need only give names to it.
private struct PlaceDetails {
  var seats: [String: Seat] = [:]
  var places: [String: Place] = [:]

  init() {
    LexiconFolder.table("world/seats.tsv").forEachRow { row in
      guard let kind = Seat.Kind(rawValue: row[1]) else { return }
      seats[row[0]] = Seat(key: row[0], country: row.optional(2), kind: kind, stands: row[3], use: [])
    }
    LexiconFolder.table("world/places.tsv").forEachRow { row in
      guard let kind = Place.Kind(rawValue: row[1]) else { return }
      places[row[0]] = Place(
        key: row[0], kind: kind, country: row.optional(2), population: 0, isCapital: false, use: [])
    }
  }
}

/// Where the tables lie: `world/` and one folder a language. What is missing is empty.
enum LexiconFolder {
  static let root = ResourceFolder("Lexicon", else: .module)
  /// The languages that have a folder, sorted.
  static let codes = root.languages
  /// The folders of the languages, then that of the world.
  static var all: [String] { codes + ["world"] }
  static func table(_ path: String) -> TableBytes { TableBytes(path: root[path]) }
}

/// Countries, seats of governments and places.
struct PlaceTables: Sendable {
  var countries = PhraseTable<Country>()
  var seats = PhraseTable<Seat>()
  var places = PhraseTable<Place>()

  static let shared = PlaceTables()

  private init() {
    let details = PlaceDetails()
    places.reserve(12_000)
    for folder in LexiconFolder.all {
      readCountries(LexiconFolder.table("\(folder)/countries.tsv"))
      readSeats(LexiconFolder.table("\(folder)/seats.tsv"), details)
      readPlaces(LexiconFolder.table("\(folder)/places.tsv"), details)
    }
    readCities(LexiconFolder.table("world/cities.tsv"))
  }

  /// Columns: code, names.
  private mutating func readCountries(_ table: TableBytes) {
    table.forEachRow { row in
      row.forEachName(1) { span, use in countries.insert(row.bytes, span, Country(code: row[0], use: use)) }
    }
  }

  /// Names of a seat, a place or an organization stand in the last column; the world's rows have details between.
  private mutating func readSeats(_ table: TableBytes, _ details: PlaceDetails) {
    table.forEachRow { row in
      guard var seat = details.seats[row[0]] else { return }
      row.forEachName(row.count - 1) { span, use in
        seat.use = use
        seats.insert(row.bytes, span, seat)
      }
    }
  }

  private mutating func readPlaces(_ table: TableBytes, _ details: PlaceDetails) {
    table.forEachRow { row in
      guard var place = details.places[row[0]] else { return }
      row.forEachName(row.count - 1) { span, use in
        place.use = use
        places.insert(row.bytes, span, place)
      }
    }
  }

  /// Columns: key, country, population, "capital" or nothing, names; the largest city first. Capitals are seats too.
  private mutating func readCities(_ table: TableBytes) {
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
}

/// Organizations known by name.
struct OrganizationTable: Sendable {
  var organizations = PhraseTable<Organization>()

  static let shared = OrganizationTable()

  private init() {
    var details: [String: Organization] = [:]
    LexiconFolder.table("world/organizations.tsv").forEachRow { row in
      guard let kind = Organization.Kind(rawValue: row[1]) else { return }
      details[row[0]] = Organization(key: row[0], kind: kind, country: row.optional(2), use: [])
    }
    for folder in LexiconFolder.all {
      LexiconFolder.table("\(folder)/organizations.tsv").forEachRow { row in
        guard var organization = details[row[0]] else { return }
        row.forEachName(row.count - 1) { span, use in
          organization.use = use
          organizations.insert(row.bytes, span, organization)
        }
      }
    }
  }
}
