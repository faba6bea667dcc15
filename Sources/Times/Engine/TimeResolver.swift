import NewsModel

/// Turns meanings into values, one after another, in the light of the document's date and of the expression before.
struct TimeResolver {
  typealias Answer = (kind: TimeExpression.Kind, value: TimexValue?)

  let reference: Timestamp?
  /// The latest expression that named a date.
  private(set) var previous: CalendarDate?
  /// The latest date named in this sentence.
  private(set) var inSentence: CalendarDate?
  /// The latest date, as coarse as it was told: a quarter, a month, a day.
  private(set) var previousValue: TimexValue?

  init(reference: Timestamp?) { self.reference = reference }

  var today: CalendarDate? { reference?.date }

  /// Forgets what the last sentence told.
  mutating func startSentence() { inSentence = nil }

  /// The type and value of `meaning`. O(1).
  mutating func resolve(_ meaning: TimeMeaning, _ tense: TimeTense) -> Answer {
    let answer = value(meaning, tense)
    if answer.kind == .date, meaning[.vague] == nil, let value = answer.value { previousValue = value }
    if answer.kind == .date || answer.kind == .time, let date = answer.value?.date, meaning[.vague] == nil {
      previous = date
      inSentence = date
    }
    return answer
  }

  private func value(_ meaning: TimeMeaning, _ tense: TimeTense) -> Answer {
    if let vague = meaning[.vague] { return (.date, vague < 0 ? .past : vague > 0 ? .future : .present) }
    if meaning[.repeat] == 1 { return (.set, repeated(meaning)) }
    if let sense = meaning[.sense], meaning[.unit] != nil { return moved(meaning, sense) }
    if meaning[.amount] != nil, meaning[.unit] != nil { return (.duration, duration(meaning)) }
    if meaning[.part] != nil || meaning[.clock] != nil || meaning[.hour] != nil { return clock(meaning, tense) }
    return (.date, date(meaning, tense))
  }

  // MARK: Durations and sets

  private func duration(_ meaning: TimeMeaning) -> TimexValue? {
    guard let amount = meaning.halves, let unit = meaning.timeUnit else { return nil }
    var text = Self.period(amount, unit)
    if let more = meaning[.amount2], let index = meaning[.unit2] {
      let tail = Self.period(more, TimeMeaning.units[index])
      text += text.hasPrefix("PT") ? String(tail.dropFirst(2)) : String(tail.dropFirst(1))
    }
    return TimexValue(text)
  }

  /// `P17D`, `PT2.5H`, `PXY`; decades and centuries of a known number are counted in years.
  static func period(_ halves: Int, _ unit: TimeUnit) -> String {
    var halves = halves
    let letter: String
    switch unit {
    case .second: letter = "S"
    case .minute: letter = "M"
    case .hour: letter = "H"
    case .day: letter = "D"
    case .week: letter = "W"
    case .month: letter = "M"
    case .quarter: letter = "Q"
    case .year: letter = "Y"
    case .decade:
      letter = halves < 0 ? "DE" : "Y"
      halves *= 10
    case .century:
      letter = halves < 0 ? "CE" : "Y"
      halves *= 100
    }
    let number = halves < 0 ? "X" : halves % 2 == 0 ? "\(halves / 2)" : "\(halves / 2).5"
    let isClock = unit == .second || unit == .minute || unit == .hour
    return (isClock ? "PT" : "P") + number + letter
  }

  private func repeated(_ meaning: TimeMeaning) -> TimexValue? {
    if meaning[.weekend] != nil { return TimexValue("XXXX-WXX-WE") }
    if let weekday = meaning[.weekday] {
      return TimexValue("XXXX-WXX-\(weekday)" + (meaning[.part].map { "T" + TimeMeaning.partCodes[$0] } ?? ""))
    }
    if let part = meaning[.part] { return TimexValue("XXXX-XX-XXT" + TimeMeaning.partCodes[part]) }
    if let month = meaning[.month] {
      return TimexValue("XXXX-" + TimeCalendar.two(month) + (meaning[.day].map { "-" + TimeCalendar.two($0) } ?? ""))
    }
    if let season = meaning[.season] { return TimexValue("XXXX-" + TimeMeaning.seasonCodes[season]) }
    if let unit = meaning.timeUnit { return TimexValue(Self.period(meaning[.amount] ?? 2, unit)) }
    return nil
  }

  // MARK: So much before or behind something

  private func moved(_ meaning: TimeMeaning, _ sense: Int) -> Answer {
    guard let unit = meaning.timeUnit else { return (.date, nil) }
    let isClock = unit == .second || unit == .minute || unit == .hour
    let kind: TimeExpression.Kind = isClock ? .time : .date
    guard let halves = meaning.halves, halves >= 0 else {
      return (.date, sense < 0 ? .past : .future)
    }
    let anchor = meaning[.anchor] ?? 0
    let base = anchor == 0 ? today : fine(anchor == 1 ? previous : inSentence, for: unit) ?? today
    if isClock { return (kind, movedClock(halves, unit, sense, anchor)) }
    guard let base else { return (kind, nil) }
    if halves % 2 != 0 {
      return (kind, unit == .year ? TimeCalendar.step(base, .month, sense * halves * 6) : nil)
    }
    return (kind, TimeCalendar.step(base, unit, sense * halves / 2))
  }

  /// `date` if steps of `unit` can be counted from it.
  func fine(_ date: CalendarDate?, for unit: TimeUnit) -> CalendarDate? {
    guard let date, TimeCalendar.step(date, unit, 0) != nil else { return nil }
    return date
  }

  private func movedClock(_ halves: Int, _ unit: TimeUnit, _ sense: Int, _ anchor: Int) -> TimexValue? {
    guard anchor == 0, let day = today?.dayNumber, let minute = reference?.minuteOfDay, unit != .second else {
      return nil
    }
    let total = minute + sense * halves * (unit == .hour ? 30 : 1) / (unit == .hour ? 1 : 2)
    let inDay = (total % 1440 + 1440) % 1440
    let date = day.advanced(by: (total - inDay) / 1440).date
    let text = "\(date)T" + TimeCalendar.two(inDay / 60)
    return TimexValue(unit == .hour ? text : text + ":" + TimeCalendar.two(inDay % 60))
  }

  // MARK: Times of day

  private func clock(_ meaning: TimeMeaning, _ tense: TimeTense) -> Answer {
    var day = ""
    if hasDate(meaning) {
      guard let found = date(meaning, tense) else { return (.time, nil) }
      day = found.text
    } else if let date = inSentence ?? today, date.day != nil {
      day = date.description
    }
    let known = clockText(meaning)
    if known == nil { return (.time, nil) }
    if day.isEmpty, meaning[.part] != nil, meaning[.clock] == nil, meaning[.hour] == nil { return (.time, nil) }
    return (.time, TimexValue(day + "T" + (known ?? "")))
  }

  private func hasDate(_ meaning: TimeMeaning) -> Bool {
    let fields: [TimeField] = [.year, .month, .day, .weekday, .holiday, .unit, .weekend, .season]
    return fields.contains { meaning[$0] != nil }
  }

  private func clockText(_ meaning: TimeMeaning) -> String? {
    guard var minutes = meaning[.clock] ?? meaning[.hour].map({ $0 * 60 }) else {
      return meaning[.part].map { TimeMeaning.partCodes[$0] }
    }
    if let hour = meaning[.hour], let clock = meaning[.clock] { minutes = hour * 60 + clock }
    guard minutes <= 1440 else { return nil }
    if let half = meaning[.meridiem] {
      minutes = minutes % 720 + half
    } else if let part = meaning[.part], minutes < 720 {
      // "the six in the evening"; twelve at night is midnight.
      if part == 2 || part == 3 || (part == 4 && minutes >= 300) { minutes += 720 }
    }
    let text = TimeCalendar.two(minutes / 60) + ":" + TimeCalendar.two(minutes % 60)
    return meaning[.zone] == 0 ? text + "Z" : text
  }
}
