import Foundation
import NewsModel
import TestSupport
import Testing

@Suite struct CalendarTests {
  private func calendar(_ identifier: Calendar.Identifier) -> Calendar {
    var calendar = Calendar(identifier: identifier)
    calendar.timeZone = TimeZone(identifier: "UTC")!
    return calendar
  }

  @Test(arguments: 0..<20) func daysAreThoseOfFoundation(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let (gregorian, iso) = (calendar(.gregorian), calendar(.iso8601))
    for _ in 0..<50 {
      // 1600 to 2399: Foundation's calendar turns Julian before 1582.
      let day = DayNumber(Int.random(in: -135_140..<157_054, using: &random))
      let moment = Date(timeIntervalSince1970: Double(day.value) * 86400)
      let parts = gregorian.dateComponents([.year, .month, .day, .weekday], from: moment)
      #expect(day.date == CalendarDate(year: parts.year!, month: parts.month!, day: parts.day!))
      #expect(day.weekday == (parts.weekday! + 5) % 7 + 1)
      let week = iso.dateComponents([.yearForWeekOfYear, .weekOfYear], from: moment)
      #expect(day.isoWeek == (week.yearForWeekOfYear!, week.weekOfYear!))
      #expect(day.date.dayNumber == day)
      let monday = DayNumber.monday(ofWeek: day.isoWeek.week, year: day.isoWeek.year)
      #expect(monday.weekday == 1 && (0...6).contains(monday.distance(to: day)))
    }
  }

  @Test(arguments: [
    (2020, "2020-12-31", 53), (2020, "2021-01-03", 53), (2021, "2021-01-04", 1), (2015, "2014-12-29", 1),
  ]) func weeksAtTheTurnOfTheYear(_ year: Int, _ date: String, _ week: Int) throws {
    let day = try #require(CalendarDate(iso: date)?.dayNumber)
    #expect(day.isoWeek == (year, week))
  }

  @Test(arguments: ["2024", "2024-02", "2024-02-29", "0001", "9999-12-31", "2000-02-29"])
  func datesReadAndWriteAlike(_ text: String) throws {
    #expect(try #require(CalendarDate(iso: text)).description == text)
  }

  @Test(arguments: [
    "", "24", "2024-", "2024-2", "2024-13", "2024-00", "2023-02-29", "1900-02-29", "2024-04-31", "2024-01-32", "0000",
    "2024-01-01-01", "20240101", "2024-W05", "-024-01", "2024- 1", "veinte", "2024-+1", "+024", "2024-01-+1",
  ]) func noSuchDate(_ text: String) { #expect(CalendarDate(iso: text) == nil) }

  @Test func aDayNeedsItsMonth() { #expect(CalendarDate(year: 2024, day: 3) == nil) }

  @Test func precisionIsKept() throws {
    let month = try #require(CalendarDate(iso: "2024-02"))
    #expect(month.days.count == 29)
    #expect(month.dayNumber == nil)
    #expect(try #require(CalendarDate(iso: "2023")).days.count == 365)
    let sorted = ["2024-02-02", "2024", "2024-01", "2024-01-01", "2023"].compactMap { CalendarDate(iso: $0) }.sorted()
    #expect(sorted.map(\.description) == ["2023", "2024-01-01", "2024-01", "2024", "2024-02-02"])
  }
}

@Suite struct TimestampTests {
  @Test(arguments: [
    "2024", "2024-02", "2024-02-29", "2024-02-29T00:00", "2024-02-29T23:59:59Z", "2024-02-29T14:08:31+05:30",
    "2024-02-29T14:08-03:00", "2024-02-29T07:05Z",
  ]) func readAndWrittenAlike(_ text: String) throws {
    #expect(try #require(Timestamp(iso: text)).description == text)
  }

  @Test(arguments: [
    ("2024-02-29 14:08", "2024-02-29T14:08"), ("2024-02-29T14:08:31.250Z", "2024-02-29T14:08:31Z"),
    ("2024-02-29T14:08+0530", "2024-02-29T14:08+05:30"), ("2024-02-29T14:08-05", "2024-02-29T14:08-05:00"),
    ("2024-02-29T14:08z", "2024-02-29T14:08Z"),
  ]) func otherSpellings(_ text: String, _ expected: String) { #expect(Timestamp(iso: text)?.description == expected) }

  @Test(arguments: [
    "", "T14:08", "2024-02-30T14:08", "2024-02-29T24:00", "2024-02-29T12:60", "2024-02-29T12", "2024-02-29T12:xx",
    "2024-02-29T12:00+1", "2024-02-29T12:00 UTC", "yesterday", "2024-02-29T12:00T13:00",
  ]) func refused(_ text: String) { #expect(Timestamp(iso: text) == nil) }

  @Test(arguments: 0..<20) func roundTrip(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let date = DayNumber(Int.random(in: 0..<40_000, using: &random)).date
    let offset: Int? = Bool.random(using: &random) ? Int.random(in: -13 * 60...13 * 60, using: &random) : nil
    let second: Int? = Bool.random(using: &random) ? Int.random(in: 0..<60, using: &random) : nil
    let time = Timestamp(date, minuteOfDay: Int.random(in: 0..<1440, using: &random), second: second, offset: offset)
    #expect(Timestamp(iso: time.description) == time)
  }

  @Test func aTimeOfDayNeedsADay() throws {
    let month = try #require(CalendarDate(iso: "2024-02"))
    #expect(Timestamp(month, minuteOfDay: 60, second: 1, offset: 0) == Timestamp(month))
  }
}

@Suite struct TimexValueTests {
  @Test(arguments: [
    ("2024-02-29", "2024-02-29 2024-02-29"), ("2024-02", "2024-02-01 2024-02-29"), ("2024", "2024-01-01 2024-12-31"),
    ("2024-02-29T14:08", "2024-02-29 2024-02-29"), ("2024-02-29TNI", "2024-02-29 2024-02-29"),
    ("2025-W01", "2024-12-30 2025-01-05"), ("2020-W53", "2020-12-28 2021-01-03"),
    ("2024-W10-WE", "2024-03-09 2024-03-10"),
    ("2024-Q1", "2024-01-01 2024-03-31"), ("2024-Q4", "2024-10-01 2024-12-31"), ("2024-H2", "2024-07-01 2024-12-31"),
    ("2024-WI", "2024-12-01 2025-03-31"), ("2024-SU", "2024-06-01 2024-09-30"), ("198", "1980-01-01 1989-12-31"),
    ("18", "1800-01-01 1899-12-31"),
  ]) func covered(_ value: String, _ expected: String) throws {
    let days = try #require(TimexValue(value).days)
    #expect("\(days.lowerBound.date) \(days.upperBound.date)" == expected)
  }

  @Test(arguments: [
    "P3D", "PT2H", "PXY", "PAST_REF", "PRESENT_REF", "FUTURE_REF", "XXXX-12-24", "XXXX-WXX-1", "", "2024-Q5", "2024-XX",
    "2024-13",
    "2024-W", "T14:08",
  ]) func noDays(_ value: String) { #expect(TimexValue(value).days == nil) }
}
