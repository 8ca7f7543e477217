import Foundation
import FrankeWesterhoffLoop
import Laboratory
import Quantities
import Statistics

/// Times 64 markets of Franke and Westerhoff in Swift and in C in turn, on one core, and prints the best of each.
@main
struct Table {
  static let days: Int32 = 20_000

  static func main() {
    let repetitions = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 40
    let model = FrankeWesterhoff.dcaHPM2012
    let clock = ContinuousClock()
    var (swift, c): ([Duration], [Duration]) = ([], [])
    var (core, loop) = (FrankeWesterhoffLanes(model, markets: 0, draw: draw), [Double](repeating: 0, count: 64))
    for _ in 0..<max(1, repetitions) {
      c.append(clock.measure { walk(model, &loop) })
      core = FrankeWesterhoffLanes(model, markets: 0, draw: draw)
      swift.append(clock.measure { for day in 1...days { core.advance(on: Day(number: day)) } })
    }
    guard (0..<64).allSatisfy({ core.logPrice($0).bitPattern == loop[$0].bitPattern }) else {
      print("the two paths disagree")
      exit(1)
    }
    print("64 markets x \(days) days, one core, \(swift.count) times; one path, bit for bit")
    print("                 best M steps/s   median M steps/s")
    print("plain C loop     \(rate(c.min()))             \(rate(median(c)))")
    print("Swift core       \(rate(swift.min()))             \(rate(median(swift)))")
  }

  private static let draw = Draw(seed: 1, replicate: 0)

  private static func walk(_ model: FrankeWesterhoff, _ prices: inout [Double]) {
    var parameters = LoopParameters(
      phi: model.phi.value, chi: model.chi.value, fundamental_noise: model.fundamentalNoise.value,
      chart_noise: model.chartNoise.value, predisposition: model.predisposition.value, herding: model.herding.value,
      misalignment: model.misalignment.value, impact: model.impact.value, pace: model.pace.value)
    loop_walk(&parameters, draw.seed, draw.replicate, days, &prices)
  }

  private static func median(_ times: [Duration]) -> Duration? { times.isEmpty ? nil : times.sorted()[times.count / 2] }

  private static func rate(_ time: Duration?) -> String {
    guard let time else { return "-" }
    return String((64 * Double(days) / (time / .seconds(1)) / 1e5).rounded() / 10)
  }
}
