import Observatory
import Quantities
import Statistics

/// The gauges of the monitor, which read a real price and a simulated one alike.
public enum Gauges {
  public static let all: [any Gauge.Type] = [
    RealizedVolatilityGauge.self, MaximumDrawdownGauge.self, VolTargetExposureGauge.self,
  ]

  /// What every gauge says of a column of prices on a day.
  public static func readings(of panel: Panel, column: String, asOf day: Day) -> [Reading] {
    let gauges: [any Gauge] = [
      RealizedVolatilityGauge(column: column), MaximumDrawdownGauge(column: column),
      VolTargetExposureGauge(column: column),
    ]
    return gauges.map { $0.reading(of: panel, asOf: day) }
  }
}
