import Quantities
import Statistics

/// Real growth, and what information equipment and software had in nominal growth, from the national accounts.
///
/// Wider than AI, and domestic accounts count imports of equipment as investment, so this bounds AI's gross part from above.
public struct InvestmentGrowthGauge: BriefGauge {
  public static let name = "real growth"
  public static let systems = ["S7", "S12"]

  static let file = "macro/nipa_quarterly.csv"

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let real = try data.series(Self.file, "real_gdp_bil_chained2017")
    var readings = [
      data.reading(
        Self.name, try real.growthOverYear(), unit: Dimensionless.symbol, last: real.lastDay, staleAfter: 215,
        method: "real GDP over a year before, last vintage", columns: [real.source])
    ]
    let (nominal, equipment) = (
      try data.series(Self.file, "nominal_gdp_bil"),
      try data.series(Self.file, "info_processing_equipment_and_software_investment_bil")
    )
    let (now, before) = (equipment.last, try equipment.value(monthsBefore: 12))
    guard let output = nominal.value(of: equipment.lastDay) else { return readings }
    let outputBefore = try nominal.value(monthsBefore: 12)
    readings += [
      data.reading(
        "information investment, gross contribution to growth", (now - before) / outputBefore,
        unit: Dimensionless.symbol, last: equipment.lastDay, staleAfter: 215,
        method: "equipment and software, nominal change over last year's GDP, imports not taken off",
        columns: [equipment.source, nominal.source]),
      data.reading(
        "nominal growth excluding information investment", (output - now) / (outputBefore - before) - 1,
        unit: Dimensionless.symbol, last: equipment.lastDay, staleAfter: 215,
        method: "GDP less information equipment and software, over a year before",
        columns: [equipment.source, nominal.source]),
    ]
    return readings
  }
}
