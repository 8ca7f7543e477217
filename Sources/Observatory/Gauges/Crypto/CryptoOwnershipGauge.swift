import Quantities
import Statistics

/// Who says they own crypto assets, by the last survey of each group.
///
/// Surveys ask differently ("own", "ever used", "held in the last year") and are never pooled: every reading names its
/// survey and its question. The interval is sampling error alone, for a thousand answers.
public struct CryptoOwnershipGauge: BriefGauge {
  public static let name = "crypto ownership"
  public static let systems = ["S10"]

  static let file = "macro/crypto_ownership_surveys.csv"
  static let groups = [
    ("Gallup", "all adults"), ("Gallup", "men 18-49"), ("Gallup", "women 18-49"), ("Gallup", "seniors 65+"),
    ("Pew", "all adults"), ("Pew", "men 18-29"), ("Fed SHED", "age 18-29"), ("Fed SHED", "age 60+"),
    ("Fed SHED", "all adults"),
  ]

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let table = try data.table(Self.file, dated: .column("field_end"))
    let (surveys, populations) = (try table.texts("survey"), try table.texts("population"))
    let (measures, values) = (try table.texts("measure"), try table.numbers("value_pct"))
    return Self.groups.map { survey, population in
      let name = "\(Self.name), \(population), \(survey)"
      let rows = table.days.indices.filter {
        surveys[$0] == survey && populations[$0] == population && !values[$0].isNaN
      }
      guard let row = rows.max(by: { (table.days[$0], values[$0]) < (table.days[$1], values[$1]) }) else {
        return data.absence(
          name, unit: Dimensionless.symbol,
          Absence(reason: "\(Self.file) has no answer of \(population) to \(survey) known on the day"))
      }
      let p = values[row] / 100
      let half = 1.645 * (p * (1 - p) / 1000).squareRoot()
      return data.reading(
        name, p, low: max(0, p - half), high: p + half, unit: Dimensionless.symbol, last: table.days[row],
        staleAfter: 500, method: "\(survey), \"\(measures[row])\"; 90 % sampling of 1,000 answers",
        columns: ["\(Self.file): value_pct"])
    }
  }
}
