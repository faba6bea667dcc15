/// A unit of calendar or clock time.
public enum TimeUnit: String, Sendable, Hashable {
  case second, minute, hour, day, week, month, quarter, year, decade, century
}
