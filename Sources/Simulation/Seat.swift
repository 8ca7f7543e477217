import Accounting
import Quantities

/// A mechanism or a population rule in its place of the day, its type forgotten.
public struct Seat: Sendable {
  public let name: String
  public let systems: [String]
  public let sees: [Observable]
  public let says: [Observable]
  public let orders: [Instrument]
  /// The parameters that can be overridden, if it has any.
  public private(set) var parameters: (any ParameterSet)?
  private let remake: @Sendable (any ParameterSet) -> Seat?
  let conduct: Conduct

  enum Conduct: Sendable {
    case mechanism(take: @Sendable (borrowing View) throws -> Occupant)
    case rule(
      legs: [Leg], notes: [Trait],
      fill: @Sendable (borrowing LegBuffers, borrowing Notes, Range<Int>, borrowing View) -> Void)
  }

  public init<M: Mechanism>(_ mechanism: M) {
    (name, systems, sees, says, orders) = (M.name, M.systems, M.sees, M.says, M.orders)
    parameters = mechanism as? any ParameterSet
    remake = { ($0 as? M).map { Seat($0) } }
    conduct = .mechanism(take: { view throws in try Sitting(mechanism, view) })
  }

  public init<R: PopulationRule>(_ rule: R) {
    (name, systems, sees, says, orders) = (R.name, R.systems, R.sees, [], [])
    parameters = rule as? any ParameterSet
    remake = { ($0 as? R).map { Seat($0) } }
    conduct = .rule(legs: R.legs, notes: R.notes, fill: { rule.fill($0, $1, of: $2, $3) })
  }

  var isRule: Bool { if case .rule = conduct { true } else { false } }

  /// The same seat with one parameter overridden from text.
  public func setting(_ parameter: String, to text: String) throws(ParameterError) -> Seat {
    guard var set = parameters else { throw .noSuchParameter(parameter, nearest: nil) }
    try set.set(parameter, to: text)
    return remake(set) ?? self
  }
}

extension DayPage {
  /// The same day with the parameter `mechanism.parameter` overridden.
  public func setting(_ path: String, to text: String) throws(ParameterError) -> DayPage {
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    let all = seats.flatMap { seat in (seat.parameters?.rows ?? []).map { "\(seat.name).\($0.name)" } }
    guard parts.count == 2, all.contains(path) else { throw .noSuchParameter(path, nearest: path.nearest(among: all)) }
    var page = self
    for (p, phase) in page.phases.enumerated() {
      for (s, seat) in phase.seats.enumerated() where seat.name == parts[0] {
        page.phases[p].seats[s] = try seat.setting(parts[1], to: text)
      }
    }
    return page
  }
}
