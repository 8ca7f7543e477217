import Quantities
import Statistics

/// The panels of a run, as outcomes read them.
struct Evidence {
  let daily: Panel
  let monthly: Panel

  /// A column of observables on every day; nothing is missing in it.
  func series(_ name: String) throws(Unreadable) -> [Double] {
    do { return try daily.column(name).values } catch { throw Unreadable("\(error)") }
  }

  /// An observable at the end of each month after the opening.
  func months(_ name: String) throws(Unreadable) -> [Double] {
    let values = try series(name)
    let ends = daily.days.indices.filter { day in monthly.days.dropFirst().contains(daily.days[day]) }
    guard !ends.isEmpty else { throw Unreadable("the run has no whole month") }
    return ends.map { values[$0] }
  }

  func last(_ name: String) throws(Unreadable) -> Double {
    guard let value = try series(name).last else { throw Unreadable("the run has no day") }
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
