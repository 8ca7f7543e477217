/// What electricity is made from.
public enum PowerSource: Int, CaseIterable, Sendable {
  case naturalGas, coal, nuclear, hydro, wind, solar, storage, other

  public static let names = allCases.map { "\($0)" }

  /// Runs when there is sun, wind, water or fuel, whatever the price; gas and coal follow demand.
  var isMustRun: Bool { self != .naturalGas && self != .coal }
}

/// Who uses electricity.
public enum PowerUser: Int, CaseIterable, Sendable {
  case households, commerce, industry, dataCentres

  public static let names = allCases.map { "\($0)" }
}
