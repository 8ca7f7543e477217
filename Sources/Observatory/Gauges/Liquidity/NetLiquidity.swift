import Quantities
import Statistics

/// What the Federal Reserve's balance sheet leaves to banks and markets.
///
///     net liquidity = Fed assets − Treasury's cash account − reverse repo
///
/// Published in millions (assets, H.4.1), millions or billions or dollars (cash account) and billions (reverse repo): the
/// units are brought together here and nowhere else.
public struct NetLiquidity: Sendable {
  public struct Point: Sendable {
    public let day: Day
    /// In dollars.
    public let assets: Double
    public let cashAccount: Double
    public let reverseRepo: Double
    public var net: Double { assets - cashAccount - reverseRepo }

    public init(day: Day, assetsInMillions: Double, cashAccountInBillions: Double, reverseRepoInBillions: Double) {
      self.day = day
      (assets, cashAccount) = (assetsInMillions * 1e6, cashAccountInBillions * 1e9)
      reverseRepo = reverseRepoInBillions * 1e9
    }
  }

  /// Wednesdays on which all three were known, increasing.
  public let points: [Point]
  let columns: [String]

  static let weekly = "macro/fed_liquidity_weekly.csv"
  static let daily = "macro/debt_and_tga_daily.csv"
  static let rates = "macro/rates_daily.csv"

  init(_ data: KnownData) throws(Absence) {
    let assets = try data.series(Self.weekly, "fed_total_assets_mil_usd")
    let averages = try data.seriesIfAny(Self.weekly, "tga_week_avg_bil_usd")
    let balances = try data.seriesIfAny(Self.daily, "tga_closing_balance_usd")
    let repo = try data.series(Self.rates, "on_rrp_bil_usd")
    columns = [assets.source, averages?.source, balances?.source, repo.source].compactMap(\.self)
    points = zip(assets.days, assets.values).compactMap { day, millions in
      let cash =
        balances?.known(on: day).flatMap { $0.day.distance(to: day) <= 4 ? $0.value / 1e9 : nil }
        ?? averages?.value(of: day)
      let reverse = repo.known(on: day).flatMap { $0.day.distance(to: day) <= 4 ? $0.value : nil }
      guard let cash, let reverse else { return nil }
      return Point(day: day, assetsInMillions: millions, cashAccountInBillions: cash, reverseRepoInBillions: reverse)
    }
    guard !points.isEmpty else {
      throw Absence(
        reason:
          "no Wednesday has assets, reverse repo and the cash account (\(Self.weekly): tga_week_avg_bil_usd or \(Self.daily): tga_closing_balance_usd)"
      )
    }
  }
}
