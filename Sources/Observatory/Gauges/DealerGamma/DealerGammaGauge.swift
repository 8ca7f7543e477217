import Markets
import Quantities
import Statistics

/// Dealer gamma of the newest option chain in the folder, with its flips, vanna and charm; and the published estimate.
public struct DealerGammaGauge: BriefGauge {
  public static let name = "dealer gamma"
  public static let systems = ["S5"]

  static let files = "market/spx_option_chain_"
  static let published = "market/dix_gex_daily.csv"
  /// Days after which a chain's open interest is no longer today's.
  static let oldest = 5

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    var readings: [Reading]
    do {
      let chain = try newestChain(data)
      readings = Self.readings(of: try DealerGamma(chain), source: chain.source, seenFrom: data.day)
    } catch {
      readings = [data.absence(Self.name, unit: Dollars.symbol, error)]
    }
    let estimate = try data.series(Self.published, "gex_usd")
    readings.append(
      data.reading(
        "dealer gamma, published", estimate.last, unit: Dollars.symbol, last: estimate.lastDay, staleAfter: 4,
        method: "SqueezeMetrics GEX per 1 %, its own sign convention; no interval published",
        columns: [estimate.source]))
    return readings
  }

  /// The chain whose file's name ends with the latest date known.
  private func newestChain(_ data: KnownData) throws(Absence) -> OptionChain {
    let (file, day) = try data.newest(Self.files)
    let age = day.distance(to: data.day)
    guard age <= Self.oldest else {
      throw Absence(reason: "the newest chain, \(file), is \(age) days old; give brief gamma --chain FILE", last: day)
    }
    return try OptionChain(try data.bytes(of: file), file: file, asOf: data.day)
  }

  /// What a chain says: G over w, all short, breakeven, flip, vanna and charm.
  public static func readings(of gamma: DealerGamma, source: [String], seenFrom day: Day) -> [Reading] {
    let columns = source
    let (g1, g0) = (gamma.exposure(putWeight: 1), gamma.exposure(putWeight: 0))
    let counted = "\(gamma.counted) of \(gamma.listed) options count, \(gamma.expired) have expired"
    func reading(_ name: String, _ value: Double, _ low: Double?, _ high: Double?, _ unit: String, _ method: String)
      -> Reading
    {
      var reading =
        value.isFinite
        ? Reading(
          gauge: name, value: value, low: low, high: high, unit: unit, last: gamma.quoted, seenFrom: day,
          method: "\(method); \(counted)", staleAfter: 4)
        : Reading(
          gauge: name, unit: unit, method: method, absentBecause: "the chain's numbers are too large to add up",
          last: gamma.quoted, seenFrom: day)
      reading.columns = columns
      return reading
    }
    func between(_ name: String, _ sides: (calls: Double, puts: Double), _ method: String) -> Reading {
      let (all, none) = (sides.calls - sides.puts, sides.calls)
      return reading(name, all, min(all, none), max(all, none), Dollars.symbol, method)
    }
    var readings = [
      reading(
        Self.name, g1, g1, g0, Dollars.symbol,
        "dollars of delta per 1 %, calls − w puts; value w = 1, interval w in 0...1"),
      reading(
        "dealer gamma, all short", gamma.allShort, nil, nil, Dollars.symbol,
        "dollars per 1 % if dealers sold everything"),
      between(
        "dealer vanna", gamma.vanna, "dollars of hedge per point of volatility; value w = 1, interval w in 0...1"),
      between("dealer charm", gamma.charm, "dollars of hedge per calendar day; value w = 1, interval w in 0...1"),
    ]
    if let breakeven = gamma.breakeven {
      readings.append(
        reading(
          "dealer gamma, breakeven weight", breakeven, nil, nil, Dimensionless.symbol,
          "share w of puts short at which G = 0"))
    }
    let profile = gamma.profile()
    let flips = DealerGamma.flips(of: profile)
    if let nearest = flips.min(by: { abs($0 - gamma.spot) < abs($1 - gamma.spot) }) {
      readings.append(
        reading(
          "gamma flip", nearest, flips.min(), flips.max(), "index",
          "level at which G(1) crosses zero, 60 levels of 80-120 %; the nearest of \(flips.count), range of all"))
    }
    return readings
  }
}
