import Accounting
import Foundation
import Laboratory
import Simulation
import SweepKernel

/// Times the month end of every household beside a bare sweep of cents with as many legs, in turn, on one core, and 36 months of
/// the economy at 1:10,000.
@main
struct Table {
  static func main() throws {
    let turns = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 24
    let world = try HouseholdMonth.world(scale: 1_000)
    let rows = world.ledger.column(.deposits, .households)?.count ?? 0
    let sweep = Sweep(rows: rows)
    // Three legs a sweep: as many whole sweeps as there are legs for, the rest by proportion.
    let rounds = (HouseholdMonth.legs + 2) / 3
    let share = Double(HouseholdMonth.legs) / Double(3 * rounds)
    let clock = ContinuousClock()
    var (month, bare): ([Duration], [Duration]) = ([], [])
    while month.count < max(1, turns) {
      let isMonthEnd = world.clock.calendar.isLastOfMonth(world.clock.calendar.next(after: world.day))
      let time = try clock.measure { try world.advance() }
      guard isMonthEnd else { continue }
      month.append(time)
      bare.append(clock.measure { for _ in 0..<rounds { sweep.run() } } * share)
    }
    let audit = try world.ledger.audit(members: true)
    guard audit.isClean else {
      print("the books do not balance")
      exit(1)
    }
    print("\(rows) households x \(HouseholdMonth.legs) legs, one core, \(turns) months")
    print("sweep              best M rows/s   median M rows/s")
    print("bare C loop        \(rate(bare.min(), rows))           \(rate(median(bare), rows))")
    print("household month    \(rate(month.min(), rows))           \(rate(median(month), rows))")
    if let best = month.min(), let floor = bare.min() {
      print("throughput of the month over the bare loop's, best times: \(tenths(floor / best * 100)) %")
    }
    var request = RunRequest()
    request.months = 36
    var run = try Run(request)
    let start = cpuSeconds()
    try run.advance()
    print("36 months at 1:10,000, audits included: \(tenths(cpuSeconds() - start)) CPU s")
  }

  private static func cpuSeconds() -> Double {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  private static func median(_ times: [Duration]) -> Duration? { times.isEmpty ? nil : times.sorted()[times.count / 2] }

  private static func rate(_ time: Duration?, _ rows: Int) -> String {
    guard let time else { return "-" }
    return "\(tenths(Double(rows) / (time / .seconds(1)) / 1e6))"
  }

  private static func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}

/// The bare loop of ``population-table`` over columns of its own.
private final class Sweep {
  private let rows: Int
  private let wage: UnsafeMutablePointer<Int32>
  private let deposits, buffers: UnsafeMutablePointer<Int64>

  init(rows: Int) {
    self.rows = rows
    wage = .allocate(capacity: rows)
    deposits = .allocate(capacity: rows)
    buffers = .allocate(capacity: 3 * Ledger.blockRows)
    for row in 0..<rows { wage[row] = Int32(row % 7_919) * 50 + 200_000 }
    for row in 0..<rows { deposits[row] = Int64(row % 9_973) * 1_000 + 500_000 }
    buffers.initialize(repeating: 0, count: 3 * Ledger.blockRows)
  }

  deinit {
    wage.deallocate()
    deposits.deallocate()
    buffers.deallocate()
  }

  func run() {
    var sums: (Int64, Int64, Int64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &sums) {
      sweep_bare(
        wage, deposits, Int64(rows), Int64(Ledger.blockRows), buffers,
        $0.assumingMemoryBound(to: Int64.self).baseAddress)
    }
  }
}
