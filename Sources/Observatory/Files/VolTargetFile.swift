import Quantities
import Statistics

/// What a file of prices says of money that holds its volatility at one target: exposure, forced flow, and the level of an
/// index that does it, with and without financing.
public struct VolTargetFile: Sendable {
  /// What borrowing costs and cash earns.
  public enum Financing: Sendable {
    case none
    /// In percent, on every day.
    case constant(Double)
    /// The last rate of a file by each day, in percent.
    case file(PriceFile, name: String)
    /// The last federal funds rate that the data folder has by each day.
    case folder(KnownData)
  }

  public let readings: [Reading]
  public let levels: RiskControlIndex.Levels
  /// Where the rates are from, or why there are none.
  public let financing: String

  /// - Throws: ``Absence`` when prices or rates do not allow an index.
  public init(
    _ prices: PriceFile, file: String, target: Volatility, cap: Share, assets: Amount, financing: Financing,
    asOf day: Day
  ) throws(Absence) {
    guard let column = prices.columns.first, prices.columns.count == 1 else {
      throw Absence(
        DataError(
          .noSuchColumn, file: file, "there are several columns of prices",
          cure: "choose one with --column: \(DataError.listed(prices.columns))"))
    }
    let history = try PriceHistory(column, of: prices.panel, through: day)
    let index = RiskControlIndex(target: target, cap: cap)
    let (rates, source) = try VolTargetFile.rates(financing, on: history.days)
    levels = try index.levels(of: history, overnight: rates)
    self.financing = source
    let mandates = VolTargetMandates(targets: [target], cap: cap)
    let columns = ["\(file): \(column)"]
    readings =
      VolTargetFile.index(levels, target, history, source, seenFrom: day).reading(columns)
      + [VolTargetExposureGauge(column: column, mandates: mandates).reading(of: prices.panel, asOf: day)].reading(
        columns)
      + VolTargetFlowGauge(column: column, mandates: mandates, assets: (assets, assets, assets))
      .readings(of: prices.panel, asOf: day).reading(columns)
  }

  private static func rates(_ financing: Financing, on days: [Day]) throws(Absence) -> ([Double]?, String) {
    switch financing {
    case .none: return (nil, "none: no overnight rate was given; give --rates FILE.csv or --rate PERCENT")
    case .constant(let percent): return (days.map { _ in percent }, "\(percent) % on every day")
    case .file(let rates, let name):
      let column = rates.columns[0]
      let series = KnownSeries(
        source: "\(name): \(column)", days: rates.panel.days, values: rates.panel.columns[0].values)
      return (try lasting(series, on: days), series.source)
    case .folder(let data):
      let series = try data.series("macro/rates_daily.csv", "fed_funds_effective_pct")
      return (try lasting(series, on: days), series.source)
    }
  }

  /// The last rate by each day, `nan` before the first; one older than forty days has run out.
  private static func lasting(_ series: KnownSeries, on days: [Day]) throws(Absence) -> [Double] {
    var rates: [Double] = []
    for day in days {
      guard let known = series.known(on: day) else {
        rates.append(.nan)
        continue
      }
      guard known.day.distance(to: day) <= 40 else {
        throw Absence(
          reason: "\(series.source) has no rate from \(known.day) to \(day); give rates as long as the prices",
          last: known.day, isFault: true)
      }
      guard (-10...100).contains(known.value) else {
        throw Absence(reason: "\(series.source): the rate of \(known.day) is \(known.value) %", isFault: true)
      }
      rates.append(known.value)
    }
    guard rates.last?.isNaN == false else {
      throw Absence(reason: "\(series.source) begins after the last price", isFault: true)
    }
    return rates
  }

  private static func index(
    _ levels: RiskControlIndex.Levels, _ target: Volatility, _ history: PriceHistory, _ financing: String,
    seenFrom day: Day
  ) -> [Reading] {
    let rule = "exponential variances .94 and .97, the larger; set two days later; cap as given"
    func reading(_ name: String, _ value: Double, _ unit: String, _ method: String) -> Reading {
      Reading(
        gauge: name, value: value, low: nil, high: nil, unit: unit, last: history.last, seenFrom: day, method: method,
        staleAfter: history.staleAfter)
    }
    let base = "100 on \(levels.days[0])"
    var readings = [
      reading("index exposure", levels.exposures[levels.exposures.count - 1], Dimensionless.symbol, rule),
      reading(
        "index level, unfinanced", levels.unfinanced[levels.unfinanced.count - 1], "index", "\(base); no cost of cash"),
    ]
    for (name, values) in [("total return", levels.totalReturn), ("excess return", levels.excessReturn)] {
      if let last = values.last, !last.isNaN {
        readings.append(reading("index level, \(name)", last, "index", "100 on its first day; financing \(financing)"))
      } else {
        readings.append(
          Reading(
            gauge: "index level, \(name)", unit: "index", method: rule, absentBecause: "financing: \(financing)",
            last: history.last, seenFrom: day))
      }
    }
    let recent = levels.unfinanced.suffix(253).map(Elementary.log)
    let squares = zip(recent, recent.dropFirst()).map { ($1 - $0) * ($1 - $0) }
    if squares.count >= 21 {
      let volatility = (252 * squares.reduce(0, +) / Double(squares.count)).squareRoot()
      readings.append(
        reading(
          "index volatility", volatility, RootPerAnnum.symbol,
          "root mean square of the index's last \(squares.count) log returns; the target is \(target.value * 100) %"))
    }
    return readings
  }
}
