import Dispatch
import Foundation
import Laboratory
import Simulation

/// Times the market-only day on one core, and paths of it on as many cores as asked for.
///
///     market-table [paths [years [threads]]]
///
/// The first figure is processor time, which others on the machine disturb less than the clock does.
@main
struct Table {
  static func main() throws {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let paths = numbers.count > 0 ? max(1, numbers[0]) : 1000
    let years = numbers.count > 1 ? max(1, numbers[1]) : 40
    let threads = numbers.count > 2 ? max(1, numbers[2]) : ProcessInfo.processInfo.activeProcessorCount
    for roster in MarketOnlyEconomy.Roster.allCases { try day(of: roster) }
    try many(paths, years, threads)
  }

  /// One path at a time: the best of five.
  private static func day(of roster: MarketOnlyEconomy.Roster) throws {
    let participants = try MarketOnlyEconomy.participants(in: roster)
    let days = 252 * 10
    var best = Double.infinity
    for replicate in 0..<5 {
      let world = try world(roster, replicate)
      let start = processorSeconds()
      for _ in 0..<days { try world.advance() }
      best = min(best, (processorSeconds() - start) / Double(days))
    }
    let steps = Double(participants) / best / 1e6
    print(
      "\(roster): \(participants) participants, \(text(best * 1e6)) µs a day, \(text(steps)) M participant-steps/s, one core"
    )
  }

  private static func many(_ paths: Int, _ years: Int, _ threads: Int) throws {
    let clock = ContinuousClock()
    let cpu = processorSeconds()
    let time = clock.measure {
      DispatchQueue.concurrentPerform(iterations: threads) { lane in
        for path in stride(from: lane, to: paths, by: threads) {
          do {
            let world = try world(.lean, path)
            for _ in 0..<252 * years { try world.advance() }
          } catch {
            print("path \(path): \(error)")
            exit(1)
          }
        }
      }
    }
    print(
      "lean: \(paths) paths of \(years) years on \(threads) threads in \(text(time / .seconds(1))) s"
        + " (\(text(processorSeconds() - cpu)) s of processor time)")
  }

  private static func world(_ roster: MarketOnlyEconomy.Roster, _ replicate: Int) throws -> World {
    var request = RunRequest()
    request.replicate = UInt32(replicate)
    return try MarketOnlyEconomy.world(request, roster, keeping: ["indexReturn"])
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func text(_ number: Double) -> String { String((number * 100).rounded() / 100) }
}
