import NewsModel

extension TimeResolver {
  /// The date that `meaning` names, its missing parts filled from the reference by turn, tense and nearness.
  func date(_ meaning: TimeMeaning, _ tense: TimeTense) -> TimexValue? {
    if let century = meaning[.century] { return TimexValue(century: century + (meaning[.plus] ?? 0)) }
    // The year that names a decade counts as the decade: "la década de 1980".
    if let decade = meaning[.decade] { return TimexValue(decade: decade < 1000 ? decade : decade / 10) }
    if let decade = meaning[.shortDecade] { return TimexValue(decade: 190 + decade) }
    if meaning[.inherit] == 1, meaning[.day] == nil { return inherited(meaning) }
    if let unit = meaning.timeUnit, meaning[.month] == nil || unit == .year { return shifted(meaning, unit, tense) }
    if let code = meaning[.holiday] { return holiday(code, meaning, tense) }
    if let month = meaning[.month] { return valueOfMonth(month, meaning, tense) }
    if let season = meaning[.season] { return valueOfSeason(season, meaning, tense) }
    if meaning[.quarter] != nil || meaning[.half] != nil { return partOfYear(meaning) }
    if meaning[.weekend] != nil { return weekend(meaning, tense) }
    if let weekday = meaning[.weekday] { return valueOfWeekday(weekday, meaning, tense) }
    if let year = year(meaning) {
      guard let date = CalendarDate(year: year) else { return nil }
      return meaning[.fiscal] == 1 ? TimexValue("FY\(date)") : TimexValue(date)
    }
    if let day = meaning[.day] { return dayOfMonth(day, meaning, tense) }
    return nil
  }

  /// "That date": the one before. "The same period of 2019", "the year-ago quarter": its quarter, half, season or month in
  /// another year; the year alone where no such part was told.
  private func inherited(_ meaning: TimeMeaning) -> TimexValue? {
    let before = previousValue?.text ?? ""
    let told = Int(before.prefix(4))
    guard meaning[.year] != nil || meaning[.turn] != nil else { return previousValue }
    guard let year = meaning[.year] ?? (told ?? today?.year).map({ $0 + (meaning[.turn] ?? 0) }) else { return nil }
    let isPart = told != nil && before.utf8.count == 7 && before.utf8.dropFirst(4).first == UInt8(ascii: "-")
    return TimexValue(TimeCalendar.year(year) + (isPart ? before.dropFirst(4) : ""))
  }

  /// The date that turns are counted from.
  private func base(_ meaning: TimeMeaning) -> CalendarDate? {
    guard meaning[.anchor] == 1, let unit = meaning.timeUnit else { return today }
    return fine(previous, for: unit) ?? today
  }

  /// The year that the words tell, or that "last year" and the like come to.
  private func year(_ meaning: TimeMeaning) -> Int? { meaning[.year] }

  private func shifted(_ meaning: TimeMeaning, _ unit: TimeUnit, _ tense: TimeTense) -> TimexValue? {
    guard let turn = meaning[.turn], let base = base(meaning) else { return nil }
    // "Monday last week", "summer last year", "the first quarter of last year"
    if let weekday = meaning[.weekday], unit == .week, let day = base.dayNumber {
      return TimexValue(day.advanced(by: 7 * turn - day.weekday + weekday).date)
    }
    if unit == .year, base.year + turn > 0 {
      var named = meaning
      named[.unit] = nil
      named[.turn] = nil
      named[.year] = base.year + turn
      let isMore = [TimeField.month, .season, .quarter, .half, .holiday].contains { meaning[$0] != nil }
      if isMore || meaning[.fiscal] == 1 { return date(named, tense) }
    }
    if unit == .month, let day = meaning[.day], let month = TimeCalendar.step(base, .month, turn)?.date {
      return CalendarDate(year: month.year, month: month.month, day: day).map { TimexValue($0) }
    }
    return TimeCalendar.step(base, unit, turn)
  }

  private func holiday(_ code: Int, _ meaning: TimeMeaning, _ tense: TimeTense) -> TimexValue? {
    if let year = meaning[.year] { return TimeCalendar.holiday(code, year).map { TimexValue($0.date) } }
    guard let today, let day = today.dayNumber else { return nil }
    let days = (-1...1).compactMap { TimeCalendar.holiday(code, today.year + $0) }
    return nearest(days, day, meaning[.turn], tense).map { TimexValue($0.date) }
  }

  /// Of days in order, the one meant: by turn, then by tense, then the nearest.
  private func nearest(_ days: [DayNumber], _ today: DayNumber, _ turn: Int?, _ tense: TimeTense) -> DayNumber? {
    switch turn {
    case .some(let turn) where turn < 0: return days.last { $0 < today } ?? days.first
    case .some(let turn) where turn > 0: return days.first { $0 > today } ?? days.last
    default: break
    }
    let closest = days.min { abs($0.value - today.value) < abs($1.value - today.value) }
    let told: DayNumber?
    switch tense {
    case .past: told = days.last { $0 <= today.advanced(by: 1) }
    case .future: told = days.first { $0 >= today }
    case .open: told = nil
    }
    // A verb nearby is a weak sign: most of a year away, the other side is meant.
    guard let told, abs(told.value - today.value) <= 300 else { return closest }
    return told
  }

  private func valueOfMonth(_ month: Int, _ meaning: TimeMeaning, _ tense: TimeTense) -> TimexValue? {
    if let year = meaning[.year] {
      return CalendarDate(year: year, month: month, day: meaning[.day]).map { TimexValue($0) }
    }
    guard let today else { return nil }
    guard let number = meaning[.day] else { return bareMonth(month, meaning, tense) }
    guard let now = today.dayNumber else {
      return CalendarDate(year: today.year, month: month, day: number).map { TimexValue($0) }
    }
    if meaning[.turn] == 0, meaning[.unit] != nil || tense == .open {
      return CalendarDate(year: today.year, month: month, day: number).map { TimexValue($0) }
    }
    var days = (-4...4).compactMap { CalendarDate(year: today.year + $0, month: month, day: number)?.dayNumber }
    if let weekday = meaning[.weekday], days.contains(where: { $0.weekday == weekday }) {
      days = days.filter { $0.weekday == weekday }
    }
    return nearest(days, now, meaning[.turn], tense).map { TimexValue($0.date) }
  }

  /// A month without a year: the last that has begun, unless the words look ahead.
  private func bareMonth(_ month: Int, _ meaning: TimeMeaning, _ tense: TimeTense) -> TimexValue? {
    guard let today else { return nil }
    let now = today.month ?? 12
    var year = today.year
    switch meaning[.turn] {
    case .some(let turn) where turn < 0: if month >= now { year -= 1 }
    case .some(let turn) where turn > 0: if month <= now { year += 1 }
    case .some: break
    case nil where tense == .future && (month - now + 12) % 12 <= 8: if month < now { year += 1 }
    case nil: if month > now { year -= 1 }
    }
    return CalendarDate(year: year, month: month).map { TimexValue($0) }
  }

  private func valueOfSeason(_ season: Int, _ meaning: TimeMeaning, _ tense: TimeTense) -> TimexValue? {
    let code = TimeMeaning.seasonCodes[season]
    if let year = meaning[.year] { return TimexValue("\(TimeCalendar.year(year))-\(code)") }
    guard let today else { return nil }
    // The month in which the season begins: spring in March … winter in December.
    let start = season * 3 + 3
    let month = today.month ?? 6
    var year = today.year
    let isNow = month >= start && month < start + 3
    switch meaning[.turn] {
    case .some(let turn) where turn < 0: if month < start + 3 { year -= 1 }
    case .some(let turn) where turn > 0: if month >= start { year += 1 }
    case .some where season == 3 && month < 6, nil where season == 3 && month < 6 && tense != .future: year -= 1
    case .some: break
    case nil:
      if month < start, tense != .future, !isNow { year -= 1 } else if month > start + 2, tense == .future { year += 1 }
    }
    return TimexValue("\(TimeCalendar.year(year))-\(code)")
  }

  private func partOfYear(_ meaning: TimeMeaning) -> TimexValue? {
    guard let year = meaning[.year] ?? base(meaning).map(\.year) else { return nil }
    var text = TimeCalendar.year(year)
    if meaning[.quarter] == 0 || meaning[.half] == 0 {
      guard let base = base(meaning) else { return nil }
      return TimeCalendar.step(base, .quarter, meaning[.turn] ?? 0)
    }
    if let quarter = meaning[.quarter] {
      guard (1...4).contains(quarter) else { return nil }
      // A quarter that has not begun is the last year's, unless it is announced.
      if meaning[.year] == nil, let month = base(meaning)?.month, quarter > (month + 2) / 3, meaning[.turn] == nil {
        text = TimeCalendar.year(year - 1)
      }
      return TimexValue("\(text)-Q\(quarter)")
    }
    guard let half = meaning[.half], half == 1 || half == 2 else { return nil }
    return TimexValue("\(text)-H\(half)")
  }

  private func weekend(_ meaning: TimeMeaning, _ tense: TimeTense) -> TimexValue? {
    guard let day = base(meaning)?.dayNumber else { return nil }
    var turn = meaning[.turn] ?? 0
    // Early in a week, what happened "at the weekend" happened at the last.
    if meaning[.turn] ?? 0 == 0, tense == .past, day.weekday <= 4 { turn = -1 }
    return TimexValue(TimeCalendar.week(day.advanced(by: 7 * turn)).text + "-WE")
  }

  private func valueOfWeekday(_ weekday: Int, _ meaning: TimeMeaning, _ tense: TimeTense) -> TimexValue? {
    guard let today = today?.dayNumber else { return nil }
    // 0 to 6 days back, and ahead.
    let back = (today.weekday - weekday + 7) % 7
    let ahead = (weekday - today.weekday + 7) % 7
    let steps: Int
    switch meaning[.turn] {
    case .some(let turn) where turn < 0: steps = back == 0 ? -7 : -back
    case .some(let turn) where turn > 0: steps = (ahead == 0 ? 7 : ahead) + 7 * (turn - 1)
    case .some: steps = tense == .past ? -back : ahead
    case nil: steps = tense == .future ? ahead : -back
    }
    return TimexValue(today.advanced(by: steps).date)
  }

  /// "the 9th": of the month before in the sentence, else of the nearest month by tense.
  private func dayOfMonth(_ day: Int, _ meaning: TimeMeaning, _ tense: TimeTense) -> TimexValue? {
    if meaning[.inherit] == 1, let date = inSentence ?? previous, let month = date.month {
      return CalendarDate(year: date.year, month: month, day: day).map { TimexValue($0) }
    }
    guard let today, let now = today.dayNumber, let month = today.month else { return nil }
    let days = (-1...1).compactMap { step in
      let months = today.year * 12 + month - 1 + step
      return CalendarDate(year: months / 12, month: months % 12 + 1, day: day)?.dayNumber
    }
    return nearest(days, now, meaning[.turn], tense).map { TimexValue($0.date) }
  }
}
