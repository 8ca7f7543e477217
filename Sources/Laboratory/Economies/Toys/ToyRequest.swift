import Accounting
import Quantities
import Simulation

/// Where a toy opens.
public enum ToyOpening: String, CaseIterable, Sendable, Codable {
  /// SIM from nothing, the others at their steady state.
  case `default`
  /// With every stock and flow zero.
  case nothing
  /// At rest for the parameters set.
  case steady
}

/// A parameter that takes a new value from a period on.
public struct ToyShock: Sendable, Equatable {
  public var name: String
  public var value: Double
  /// The first period with the new value.
  public var period: Int

  public init(name: String, value: Double, period: Int) { (self.name, self.value, self.period) = (name, value, period) }
}

extension [ToyShock] {
  /// By period; shocks of one period in the order they were given.
  var inOrder: [ToyShock] {
    enumerated().sorted { ($0.element.period, $0.offset) < ($1.element.period, $1.offset) }.map(\.element)
  }
}

/// A run of one of the book's economies.
///
///     let table = try ToyRequest(.SIM, settings: [("theta", 0.25)], shocks: [ToyShock(name: "G", value: 25, period: 10)]).run()
public struct ToyRequest: Sendable {
  public static let longest = 10_000

  public var toy: Toy
  /// How many periods to run after the opening, period 0.
  public var periods: Int
  public var settings: [(name: String, value: Double)]
  public var shocks: [ToyShock]
  public var opening: ToyOpening

  public init(
    _ toy: Toy, periods: Int = 60, settings: [(name: String, value: Double)] = [], shocks: [ToyShock] = [],
    opening: ToyOpening = .default
  ) {
    (self.toy, self.periods, self.settings, self.shocks, self.opening) = (toy, periods, settings, shocks, opening)
  }

  /// Opens the economy's books, runs its page period by period, and reads the table back from the ledger.
  public func run() throws(ToyError) -> ToyTable { try run(toy.economy) }

  private func run<Economy: ToyEconomy>(_: Economy.Type) throws(ToyError) -> ToyTable {
    let course = try course(Economy.self)
    let opening = try openingRow(course[0])
    let world = try assemble(course, opening)
    var row = opening
    course[0].readStocks(&row, world.view())
    var rows = [row]
    var residual = try audit(world)
    while world.step < periods {
      let before = world.ledger.snapshot()
      do { try world.advance() } catch { throw .failed(toy, period: world.step, cause: error.cause) }
      rows.append(course[world.step].row(world.ledger.snapshot().since(before), world.view()))
      residual = max(residual, try audit(world))
    }
    return ToyTable(
      toy: toy, columns: Economy.tableColumns,
      rows: rows.enumerated().map { period, row in [Double(period)] + Economy.columns.map { $0.value(row) } },
      parameters: course[0].rows.map { ($0.name, $0.parameter.number) }, shocks: shocks.inOrder, auditResidual: residual
    )
  }

  /// The parameters of every period, each checked.
  private func course<Economy: ToyEconomy>(_: Economy.Type) throws(ToyError) -> ToyCourse<Economy> {
    guard (0...ToyRequest.longest).contains(periods) else {
      throw .badPeriods(toy, periods, longest: ToyRequest.longest)
    }
    var base = Economy()
    for setting in settings { try base.set(setting.name, to: setting.value) }
    for shock in shocks where shock.period < 1 || shock.period > periods {
      throw .badShockPeriod(toy, parameter: shock.name, period: shock.period, last: periods)
    }
    let course = try ToyCourse(base, shocks: shocks)
    for stretch in course.stretches { try stretch.parameters.checkSolvable() }
    return course
  }

  private func openingRow<Economy: ToyEconomy>(_ parameters: Economy) throws(ToyError) -> Economy.Row {
    switch opening == .default ? Economy.usualOpening : opening {
    case .nothing, .default: parameters.nothing()
    case .steady: try parameters.steadyState()
    }
  }

  private func assemble<Economy: ToyEconomy>(
    _ course: ToyCourse<Economy>, _ opening: Economy.Row
  ) throws(ToyError) -> World {
    do {
      return try World(
        World.Setup(
          page: Economy.page(course, opening), ledger: try Economy.books(opening, course[0]), clock: .periods,
          opens: Day(number: 0)))
    } catch { throw .failed(toy, period: 0, cause: error) }
  }

  private func audit(_ world: World) throws(ToyError) -> Money {
    do { return try world.ledger.audit(members: true).residual } catch {
      throw .failed(toy, period: world.step, cause: error)
    }
  }
}
