import Markets
import Quantities
import Sectors
import Simulation
import Statistics

/// Something a reader wants to see ahead, read off a run month by month.
public struct OutlookVariable: Sendable {
  public let name: String
  public let title: String
  public let unit: String
  public let kind: Outcome.Kind
  public let meaning: String
  /// Values at the opening and at the end of each month; not finite where there is none yet.
  let read: @Sendable (Evidence) throws(Unreadable) -> [Double]

  func values(in evidence: Evidence) -> Result<[Double], Unreadable> {
    do throws(Unreadable) { return .success(try read(evidence)) } catch { return .failure(error) }
  }

  /// The seven of the outlook, in the order of its page.
  public static let all = [market, growth, joblessness, needs, gap, power, crypto]

  static let market = OutlookVariable(
    name: "market", title: "stock market", unit: Dimensionless.symbol, kind: .fraction,
    meaning: "Index of both baskets over the opening's, less one."
  ) { evidence throws(Unreadable) in
    let level = try evidence.ends(.indexLevel)
    return level.map { $0 / level[0] - 1 }
  }

  static let growth = OutlookVariable(
    name: "growth", title: "real growth", unit: PerAnnum.symbol, kind: .fraction,
    meaning: "Real GDP of six months over the six before, a year; from the twelfth month on."
  ) { evidence throws(Unreadable) in
    let product = try evidence.ends(.realGDP)
    return product.indices.map { month in
      guard month >= 12 else { return .nan }
      let now = product[(month - 5)...month].reduce(0, +)
      let before = product[(month - 11)...(month - 6)].reduce(0, +)
      return before > 0 ? (now / before) * (now / before) - 1 : .nan
    }
  }

  static let joblessness = OutlookVariable(
    name: "unemployment", title: "unemployment", unit: Dimensionless.symbol, kind: .fraction,
    meaning: "Households looking for work over those working or looking."
  ) { evidence throws(Unreadable) in try evidence.ends(.unemployment) }

  static let needs = OutlookVariable(
    name: "needs", title: "short of needs", unit: Dimensionless.symbol, kind: .fraction,
    meaning: "Share of households whose income of the month does not cover needs and rent; from the first month on."
  ) { evidence throws(Unreadable) in [.nan] + (try evidence.ends(.needsShare)).dropFirst() }

  static let gap = OutlookVariable(
    name: "gap", title: "wealth gap of generations", unit: Dollars.symbol, kind: .dollars,
    meaning: "Net worth a household of Boomers less that of Millennials and younger; from the first month on."
  ) { evidence throws(Unreadable) in
    func each(_ generation: Generation) throws(Unreadable) -> [Double] {
      let wealth = try evidence.ends("generationWealth.\(generation)")
      let households = try evidence.ends("generationHouseholds.\(generation)")
      return zip(wealth, households).map { $1 > 0 ? $0 / $1 : .nan }
    }
    return zip(try each(.babyBoom), try each(.millennial)).map { $0 - $1 }
  }

  static let power = OutlookVariable(
    name: "powerPrice", title: "households' power price", unit: Dimensionless.symbol, kind: .fraction,
    meaning: "What a kilowatt-hour costs households over the first month's, less one; from the first month on."
  ) { evidence throws(Unreadable) in
    let price = try evidence.ends(.householdPowerPrice)
    guard price.count > 1, price[1] > 0 else { throw Unreadable("no power was sold") }
    return [.nan] + price.dropFirst().map { $0 / price[1] - 1 }
  }

  static let crypto = OutlookVariable(
    name: "crypto", title: "crypto", unit: Dimensionless.symbol, kind: .fraction,
    meaning: "Price of crypto over the opening's, less one."
  ) { evidence throws(Unreadable) in
    let price = try evidence.ends(.cryptoPrice)
    return [0] + price.dropFirst().map { $0 - 1 }
  }
}

extension Evidence {
  /// An observable on the opening day and at the end of each month.
  func ends(_ observable: Observable) throws(Unreadable) -> [Double] { try ends(observable.name) }

  func ends(_ column: String) throws(Unreadable) -> [Double] {
    guard let values = daily[column]?.values, let first = values.first else {
      throw Unreadable("the run has no column \(column)")
    }
    return [first] + (try months(column, atRest: .nan))
  }
}
