import Quantities

/// When a phase runs.
public enum Every: Sendable {
  case day
  /// The last trading day of the month, quarter or year.
  case month, quarter, year
  /// The days a rule of the calendar picks.
  case event(name: String, isDue: @Sendable (TradingCalendar, Day) -> Bool)
}

/// A step of a day: everybody in it sees the state before it.
public struct Phase: Sendable {
  public let name: String
  public let every: Every
  public internal(set) var seats: [Seat]

  public init(_ name: String, every: Every = .day, @Seats _ seats: () -> [Seat]) {
    (self.name, self.every, self.seats) = (name, every, seats())
  }
}

/// The day of an economy: its phases in order, with the mechanisms listed under each. The only list there is.
public struct DayPage: Sendable {
  public internal(set) var phases: [Phase]

  public init(@Phases _ phases: () -> [Phase]) { self.phases = phases() }

  /// Every mechanism and rule, in canonical order.
  public var seats: [Seat] { phases.flatMap(\.seats) }

  /// The names that can be switched off: the mechanisms that belong to a system of the thesis.
  public var switches: [String] {
    seats.filter { !$0.systems.isEmpty }.map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The same day without some mechanisms. Off means absent.
  ///
  /// - Throws: ``AssemblyError/noSuchSwitch(_:nearest:)`` for a name that is not a switch of this page.
  public func without(_ names: [String]) throws(AssemblyError) -> DayPage {
    for name in names where !switches.contains(name) {
      throw .noSuchSwitch(name, nearest: name.nearest(among: switches))
    }
    return removing(names)
  }

  /// The same day without some mechanisms, whether they are switches or keep house.
  package func removing(_ names: [String]) -> DayPage {
    var page = self
    for index in page.phases.indices { page.phases[index].seats.removeAll { names.contains($0.name) } }
    return page
  }

  /// The same day with one phase more before all others.
  package func after(_ phase: Phase) -> DayPage {
    var page = self
    page.phases.insert(phase, at: 0)
    return page
  }
}

@resultBuilder
public enum Seats {
  public static func buildExpression(_ mechanism: some Mechanism) -> [Seat] { [Seat(mechanism)] }
  public static func buildExpression(_ rule: some PopulationRule) -> [Seat] { [Seat(rule)] }
  public static func buildBlock(_ seats: [Seat]...) -> [Seat] { seats.flatMap(\.self) }
}

@resultBuilder
public enum Phases {
  public static func buildExpression(_ phase: Phase) -> [Phase] { [phase] }
  public static func buildBlock(_ phases: [Phase]...) -> [Phase] { phases.flatMap(\.self) }
}
