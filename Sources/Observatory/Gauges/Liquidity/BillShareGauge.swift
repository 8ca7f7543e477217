import Quantities
import Statistics

/// The share of bills in what the Treasury offers, and the offering itself, over three months.
///
/// Gross: redemptions are not taken off, so short bills count as often as they are rolled.
public struct BillShareGauge: BriefGauge {
  public static let name = "bill share"
  public static let systems = ["S13"]

  static let file = "macro/treasury_gross_issuance_monthly.csv"

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let bills = try data.series(Self.file, "bill_offered_bil_usd")
    let total = try data.series(Self.file, "total_offered_bil_usd")
    let (b, t) = (bills.values.suffix(3).reduce(0, +), total.values.suffix(3).reduce(0, +))
    let shares = zip(bills.values, total.values).suffix(36).map { $0 / $1 }
    return [
      data.reading(
        Self.name, b / t, low: shares.min(), high: shares.max(), unit: Dimensionless.symbol, last: bills.lastDay,
        staleAfter: 95, method: "bills over all securities offered in three months, gross; range of 36 months",
        columns: [bills.source, total.source])
    ]
  }
}
