import Accounting
import Quantities
import Simulation
import Statistics

/// What a run left behind: its panels, its books at both ends, its hash, and the outcomes read off them.
public struct RunRecord: Sendable {
  public let request: RunRequest
  public let runHash: String
  public let auditResidual: Money
  /// Trading days after the opening.
  public let days: Int
  public let lastDay: Day
  /// Every observable, every day.
  public let daily: Panel
  /// Every cell of the balance-sheet matrix at month ends, in dollars at national scale.
  public let monthly: Panel
  /// The books at the opening and at the end, in cents of the scaled world.
  public let opening: LedgerSnapshot
  public let closing: LedgerSnapshot
  public let outcomes: Outcomes

  init(_ run: Run) throws {
    let world = run.world
    (request, opening, closing) = (run.request, run.opening, world.ledger.snapshot())
    (runHash, auditResidual, days, lastDay) = (world.runHash, run.auditResidual, world.step, world.day)
    daily = try world.recorder.daily()
    let scaled = try world.recorder.monthly()
    let scale = world.scale
    monthly = try Panel(
      .month, days: scaled.days,
      columns: scaled.columns.map { PanelColumn($0.name, unit: $0.unit, values: $0.values.map { $0 * scale }) })
    outcomes = Outcomes(daily: daily, monthly: monthly)
  }
}

extension RunRecord {
  /// An observable at the ends of the months after the opening; empty when the economy has none of that name.
  public func monthEnds(of observable: String) -> (days: [Day], values: [Double]) {
    guard let column = daily[observable] else { return ([], []) }
    let ends = daily.days.indices.filter { monthly.days.dropFirst().contains(daily.days[$0]) }
    return (ends.map { daily.days[$0] }, ends.map { column.values[$0] })
  }
}
