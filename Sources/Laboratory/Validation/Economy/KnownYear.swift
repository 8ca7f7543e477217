import Observatory
import Quantities
import Statistics

/// What a file says the first year of the baseline has been so far: a value, what it is of, and how late it was known.
public struct KnownYear: Sendable {
  public let file, column: String
  /// The first day of the period of the last value, or its day.
  public let last: Day
  public let value: Double

  /// One number of a dated column read at its last value in the year, and at the end of 2025.
  init(
    _ data: DataFolder, _ file: String, _ column: String, base: Day,
    read: (_ last: Double, _ base: Double, _ months: Int) -> Double
  ) throws {
    let panel = try data.series(file, column)
    let values = panel.columns[0].values
    guard let end = values.lastIndex(where: { !$0.isNaN }), panel.days[end] > base,
      let first = panel.days.lastIndex(where: { $0 <= base }),
      let start = values[...first].lastIndex(where: { !$0.isNaN }),
      base.year == panel.days[start].year
    else {
      throw DataError(
        .empty, file: file, column: column, "it has no value of 2026 beside one of the end of 2025",
        cure: "fetch a later vintage")
    }
    let (from, to) = (panel.days[start], panel.days[end])
    let months = (to.year - from.year) * 12 + to.month - from.month
    (self.file, self.column, last) = (file, column, to)
    value = read(values[end], values[start], months)
  }

  /// Capital expenditure of companies in the last quarter that all of them have reported, at an annual rate.
  init(capexOf tickers: [String], _ data: DataFolder) throws {
    let file = "hyperscaler_capex_quarterly"
    let table = try data.table(file)
    let parts = try tickers.map { try table.rows(where: "ticker", is: $0) }
    func labels(_ table: TidyTable) -> [String] {
      table.texts.first { $0.name == "calendar_quarter_label" }?.values ?? []
    }
    guard
      let quarter = (parts.first.map(labels) ?? []).last(where: { label in
        parts.allSatisfy { labels($0).contains(label) }
      })
    else {
      throw DataError(.noSuchValue, file: file, "no quarter has all companies", cure: "fetch a later vintage")
    }
    var (sum, last) = (0.0, RunRequest.opens)
    for part in parts {
      guard let row = labels(part).firstIndex(of: quarter),
        let capex = part.numbers.first(where: { $0.name == "capex_mil_usd" })?.values[row], capex.isFinite
      else {
        throw DataError(.badNumber, file: file, "a capital expenditure of \(quarter) is missing", cure: "mend it")
      }
      sum += capex
      last = max(last, part.days[row])
    }
    (self.file, column, self.last, value) = (file, "capex_mil_usd, \(quarter)", last, 4 * sum * 1e6)
  }
}
