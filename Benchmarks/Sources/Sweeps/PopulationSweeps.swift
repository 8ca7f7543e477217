import Accounting
import Quantities
import SweepKernel

/// Ten million households and the same month of theirs, posted through the ledger and by the bare C loop.
public final class PopulationSweeps: @unchecked Sendable {
  public static let rows = 10_000_000
  public static let legs: [Leg] = [
    .receives(from: .one(Holder(.firms)), as: .wages),
    .pays(.one(Holder(.treasury)), as: .incomeTax),
    .pays(.one(Holder(.firms)), as: .consumption),
  ]

  private let wage: UnsafeMutablePointer<Int32>
  private let bareDeposits: UnsafeMutablePointer<Int64>
  private let buffers: UnsafeMutablePointer<Int64>
  private let ledger: Ledger

  public init() throws {
    let rows = PopulationSweeps.rows
    let start = (0..<rows).map { Int64($0 % 9_973) * 1_000 + 500_000 }
    wage = .allocate(capacity: rows)
    for row in 0..<rows { wage[row] = Int32(row % 7_919) * 50 + 200_000 }
    bareDeposits = .allocate(capacity: rows)
    bareDeposits.initialize(from: start, count: rows)
    buffers = .allocate(capacity: 3 * Ledger.blockRows)
    buffers.initialize(repeating: 0, count: 3 * Ledger.blockRows)

    var chart = Chart()
    chart.members[.households] = rows
    chart.members[.banks] = 8
    chart.bankHouseholds(shares: [16, 14, 12, 9, 7, 5, 4, 33])
    var opening = Opening()
    opening.set(.deposits, .households, start)
    let cash: Int64 = 100_000_000_000_000_000
    opening.set(.deposits, .firms, [cash])
    opening.set(.deposits, .banks, [-(start.reduce(0, +) + cash), 0, 0, 0, 0, 0, 0, 0])
    ledger = try Ledger(chart, opening: opening)
  }

  deinit {
    wage.deallocate()
    bareDeposits.deallocate()
    buffers.deallocate()
  }

  /// One month through ``Ledger/post(_:executor:lanes:fill:)``.
  public func throughLedger() throws {
    let wage = Wages(column: wage)
    guard let deposits = ledger.column(.deposits, .households) else { return }
    let own = Deposits(column: deposits)
    try ledger.post(PopulationSweeps.legs) { legs, rows in
      guard let base = own.column.baseAddress else { return }
      sweep_fill(
        wage.column + rows.lowerBound, base + rows.lowerBound, legs.cents(0), legs.cents(1), legs.cents(2),
        Int64(rows.count))
    }
  }

  /// The same month in one loop over blocks.
  public func bare() {
    var sums: (Int64, Int64, Int64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &sums) {
      sweep_bare(
        wage, bareDeposits, Int64(PopulationSweeps.rows), Int64(Ledger.blockRows), buffers,
        $0.assumingMemoryBound(to: Int64.self).baseAddress)
    }
  }

  /// Whether both sweeps have left every household with the same money, and the books balance.
  public func agree() throws -> Bool {
    guard let deposits = ledger.column(.deposits, .households) else { return false }
    let isBalanced = try ledger.audit(members: true).isClean
    return isBalanced && deposits.indices.allSatisfy { deposits[$0] == bareDeposits[$0] }
  }
}

private struct Wages: @unchecked Sendable { let column: UnsafeMutablePointer<Int32> }
private struct Deposits: @unchecked Sendable { let column: UnsafeBufferPointer<Int64> }
