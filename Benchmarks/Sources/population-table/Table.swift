import Foundation
import Sweeps

/// Times the two sweeps in turn and prints the best of each: what the ledger costs over the bare loop.
@main
struct Table {
  static func main() throws {
    let repetitions = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 40
    let sweeps = try PopulationSweeps()
    let clock = ContinuousClock()
    var ledger: [Duration] = []
    var bare: [Duration] = []
    for _ in 0..<max(1, repetitions) {
      bare.append(clock.measure { sweeps.bare() })
      ledger.append(try clock.measure { try sweeps.throughLedger() })
    }
    guard try sweeps.agree() else {
      print("the two sweeps disagree")
      exit(1)
    }
    print("\(PopulationSweeps.rows) rows x \(PopulationSweeps.legs.count) legs, one core, \(ledger.count) times")
    print("sweep              best M rows/s   median M rows/s")
    print("bare C loop        \(rate(bare.min()))           \(rate(median(bare)))")
    print("through the ledger \(rate(ledger.min()))           \(rate(median(ledger)))")
    if let best = ledger.min(), let floor = bare.min() {
      print("ledger / bare, best times: \(hundredths(best / floor))")
    }
  }

  private static func median(_ times: [Duration]) -> Duration? { times.isEmpty ? nil : times.sorted()[times.count / 2] }

  private static func rate(_ time: Duration?) -> String {
    guard let time else { return "-" }
    return String(Int((Double(PopulationSweeps.rows) / (time / .seconds(1)) / 1e6).rounded()))
  }

  private static func hundredths(_ ratio: Double) -> Double { (ratio * 100).rounded() / 100 }
}
