import Foundation
import Quantities
import Statistics

/// Times fits of volatility models and Shapley's decomposition on drawn data, and leaves the data in a folder so that
/// `peers.py` can time Python on the same numbers.
@main
struct Table {
  static let draw = Draw(seed: 1, replicate: 0)

  static func main() throws {
    guard let folder = CommandLine.arguments.dropFirst().first.map(URL.init(fileURLWithPath:)) else {
      print("usage: inference-table FOLDER")
      exit(2)
    }
    for errors in VolatilityModel.Errors.allCases { try fit(VolatilityModel(.garch, errors: errors), folder) }
    try decompose(folder)
  }

  private static func fit(_ model: VolatilityModel, _ folder: URL) throws {
    let degrees = model.errors == .studentT ? 6.0 : nil
    let truth = VolatilityParameters(mean: 0.05, constant: 0.03, response: 0.05, memory: 0.88, degrees: degrees)
    guard let returns = model.simulate(truth, count: 10_000, draw: draw) else { return }
    try write([returns], to: folder.appendingPathComponent("returns-\(model.errors).txt"))
    var fitted: VolatilityFit?
    let time = best { fitted = VolatilityFit(model, to: returns) }
    print("garch \(model.errors), 10,000 returns: \(time) ms, log L \(fitted?.logLikelihood ?? .nan)")
  }

  private static func decompose(_ folder: URL) throws {
    let columns = (0..<8).map { j in (0..<400).map { draw.normal(Stream(400), of: UInt32(j), on: Day(number: $0)) } }
    let outcome = (0..<400).map { columns[0][$0] + 0.5 * columns[1][$0] * columns[2][$0] + columns[3][$0] }
    try write([outcome] + columns, to: folder.appendingPathComponent("regressors.txt"))
    var result: ShapleyR2?
    let time = best { result = ShapleyR2(outcome, on: columns) }
    print("Shapley, 8 regressors: \(time) ms, first share \(result?.shares[0] ?? .nan)")
  }

  /// The least of ten times, in milliseconds.
  private static func best(_ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<10).map { _ in clock.measure(work) / .milliseconds(1) }.min() ?? .nan
  }

  private static func write(_ columns: [[Double]], to file: URL) throws {
    let lines = columns[0].indices.map { row in columns.map { "\($0[row])" }.joined(separator: " ") }
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
  }
}
