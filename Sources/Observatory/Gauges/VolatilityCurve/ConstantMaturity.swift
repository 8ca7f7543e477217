import Quantities
import Statistics

/// The VIX future of a fixed maturity, between the two contracts around it.
///
///     F(m) = F_i + (F_{i+1} − F_i)(m − m_i)/(m_{i+1} − m_i),   m_i the calendar days to the i-th expiry
///
/// The first contract's expiry is given; the others follow by the exchange's rule. Below the first maturity the first
/// contract is taken.
public enum ConstantMaturity {
  /// nil when no two contracts reach the maturity.
  public static func price(of prices: [Double], daysToFirst: Double, on day: Day, maturity: Double) -> Double? {
    guard (0...1000).contains(daysToFirst) else { return nil }
    var expiry = day.advanced(by: Int(daysToFirst))
    var curve: [(days: Double, price: Double)] = []
    for price in prices {
      if !price.isNaN { curve.append((Double(day.distance(to: expiry)), price)) }
      expiry = TradingCalendar.nyse.volatilityExpiry(inMonthOf: expiry.endOfMonth.advanced(by: 1))
    }
    guard let first = curve.first else { return nil }
    if maturity <= first.days { return first.price }
    for (near, far) in zip(curve, curve.dropFirst()) where far.days >= maturity {
      return near.price + (far.price - near.price) * (maturity - near.days) / (far.days - near.days)
    }
    return nil
  }
}
