import Quantities
import Simulation
import Statistics

/// The panels of a run, as outcomes read them.
struct Evidence {
  let daily: Panel
  let monthly: Panel

  /// An observable on every day; one that no mechanism of the economy knows is at rest.
  func series(_ observable: Observable) -> [Double] {
    daily[observable.name]?.values ?? daily.days.map { _ in observable.atRest }
  }

  /// An observable at the end of each month after the opening.
  func months(_ observable: Observable) throws(Unreadable) -> [Double] {
    try months(observable.name, atRest: observable.atRest)
  }

  /// A column of the panel at the end of each month; at rest when it has none.
  func months(_ column: String, atRest: Double) throws(Unreadable) -> [Double] {
    let values = daily[column]?.values ?? daily.days.map { _ in atRest }
    let ends = daily.days.indices.filter { day in monthly.days.dropFirst().contains(daily.days[day]) }
    guard !ends.isEmpty else { throw Unreadable("the run has no whole month") }
    return ends.map { values[$0] }
  }

  func last(_ observable: Observable) throws(Unreadable) -> Double {
    guard let value = series(observable).last else { throw Unreadable("the run has no day") }
    return value
  }

  /// What the balances of a sector sum to at the end, over the rows that `counts` picks; national dollars.
  func balance(of sector: String, where counts: (String) -> Bool = { _ in true }) -> Double {
    let cells = monthly.columns.filter { column in
      let parts = column.name.split(separator: ".").map(String.init)
      return parts.count == 2 && parts[0] == sector && counts(parts[1])
    }
    return cells.reduce(0) { $0 + ($1.values.last ?? 0) }
  }
}
