import Observatory
import Quantities
import Sectors
import Statistics

/// Persistence and size of the five shock streams, from the series they stand for.
///
///     y_t = trend + z_t,   ρ_q = Σ z_t z_{t−1} / Σ z_{t−1}²,   ρ = ρ_q^(1/n),   σ = sd(z) √(1 − ρ²)
///
/// n is the months between observations. The trend is a quadratic in time for levels that grow, linear for relative prices, a
/// mean for spreads and indices. 1990 to 2019: the pandemic is no autoregression. Credit standards are in standard
/// deviations. Intervals of ρ_q are ± 1.645 standard errors of the regression.
///
/// Ignores: what the streams share, and that the economy answers to them: exports fall in American recessions too.
public struct ShockFit: Sendable {
  public struct Estimate: Sendable {
    public let shock: Shock
    public let persistence, persistenceLow, persistenceHigh: Double
    public let size: Double
    public let count: Int
    public let series: String
  }

  enum Trend: Int { case mean, linear, quadratic }

  /// Where a stream is read.
  struct Reading {
    let shock: Shock
    let file, column: String
    /// Divides the column.
    let over: String?
    let isLog: Bool
    let trend: Trend
    let monthsApart: Int
  }

  static let readings = [
    Reading(
      shock: .foreignDemand, file: "fred_qd_2025_02", column: "expgsc1", over: nil, isLog: true, trend: .quadratic,
      monthsApart: 3),
    Reading(
      shock: .energyPrices, file: "pce_price_components_monthly", column: "gasoline_and_other_energy_goods",
      over: "pce",
      isLog: true, trend: .linear, monthsApart: 1),
    Reading(
      shock: .productivity, file: "fred_qd_2025_02", column: "ophnfb", over: nil, isLog: true, trend: .quadratic,
      monthsApart: 3),
    Reading(
      shock: .creditStandards, file: "fred_qd_2025_02", column: "baa10ym", over: nil, isLog: false, trend: .mean,
      monthsApart: 3),
    Reading(
      shock: .sentiment, file: "fred_md_2026_02", column: "umcsentx", over: nil, isLog: true, trend: .mean,
      monthsApart: 1),
  ]

  static let (first, last) = (Day(1990, 1, 1), Day(2019, 12, 31))

  public let estimates: [Estimate]

  /// - Throws: ``Observatory/DataError`` when a file or a column is missing or has too few values.
  public init(_ data: DataFolder) throws {
    estimates = try ShockFit.readings.map { try ShockFit.estimate($0, data) }
  }

  private static func estimate(_ reading: Reading, _ data: DataFolder) throws -> Estimate {
    let panel = try data.panel(reading.file).rows(from: first, through: last)
    let base = try panel.column(reading.column).values
    let over = try reading.over.map { try panel.column($0).values }
    let levels = base.indices.compactMap { row -> Double? in
      let value = over.map { base[row] / $0[row] } ?? base[row]
      guard value.isFinite, !reading.isLog || value > 0 else { return nil }
      return reading.isLog ? Elementary.log(value) : value
    }
    let steps = levels.indices.map { Double($0) / Double(max(1, levels.count)) }
    let powers = (0..<reading.trend.rawValue).map { power in steps.map { power == 0 ? $0 : $0 * $0 } }
    let z = reading.trend == .mean ? centred(levels) : LeastSquares(levels, on: powers)?.residuals
    guard let z, z.count > 10, let spread = root(z.reduce(0) { $0 + $1 * $1 } / Double(z.count)), spread > 0,
      let fit = LeastSquares(Array(z.dropFirst()), on: [Array(z.dropLast())], intercept: false)
    else {
      throw TooFewObservations(column: reading.column, count: levels.count)
    }
    let months = Double(reading.monthsApart)
    func monthly(_ ρ: Double) -> Double { Elementary.pow(min(max(ρ, 1e-6), 0.9999), 1 / months) }
    let ρ = fit.coefficients[0]
    let error = 1.645 * fit.standardErrors[0]
    let scale = reading.shock == .creditStandards ? 1 : spread
    let monthlyρ = monthly(ρ)
    return Estimate(
      shock: reading.shock, persistence: monthlyρ, persistenceLow: monthly(ρ - error),
      persistenceHigh: monthly(ρ + error), size: scale * (1 - monthlyρ * monthlyρ).squareRoot(), count: z.count,
      series: reading.over.map { "\(reading.column) / \($0)" } ?? reading.column)
  }

  private static func centred(_ values: [Double]) -> [Double]? {
    Moments.mean(values).map { mean in values.map { $0 - mean } }
  }

  private static func root(_ value: Double) -> Double? { value > 0 ? value.squareRoot() : nil }
}

/// A series that is too short or too even for a fit.
public struct TooFewObservations: Error, Equatable, CustomStringConvertible {
  public let column: String
  public let count: Int
  public var description: String {
    "\(column) has \(count) observations from 1990 to 2019; a fit needs more than 10 that are not all alike"
  }
}

extension ShockFit {
  /// The committed page of this calibration.
  ///
  /// - Throws: ``Observatory/DataError`` when a file cannot be read.
  public func record(of data: DataFolder) throws -> String {
    let files = ShockFit.readings.map { $0.file + ".csv" }.reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let rows = estimates.flatMap { e in
      [
        "| \(e.shock)Persistence | \(e.persistence.rounded3) | \(e.persistenceLow.rounded3) | "
          + "\(e.persistenceHigh.rounded3) | \(e.count) | \(e.series) |",
        "| \(e.shock)Size | \(e.size.rounded3) | – | – | \(e.count) | \(e.series) |",
      ]
    }
    let hashes = try files.map { "| `\($0)` | `\(try data.hash(of: $0))` |" }
    return
      ([
        "# Calibration: shocks", "",
        "Written by `ShockFit`, never by hand; `ShockFitTests` fits again and compares. 1990 to 2019; monthly persistence",
        "and size of each stream's autoregression, from the series it stands for.", "",
        "Credit standards are read off the Baa spread, in its standard deviations: the officers' survey is not among the data.",
        "Productivity's and exports' trends are quadratic, so part of what is trend elsewhere counts as shock here.",
        "",
        "| what | value | low | high | observations | series |", "|---|---|---|---|---|---|",
      ] + rows + ["", "## Data", "", "| file | SHA-256 |", "|---|---|"] + hashes + [""]).joined(separator: "\n")
  }
}
