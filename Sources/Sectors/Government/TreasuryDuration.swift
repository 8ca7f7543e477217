import Accounting
import Markets
import Quantities

/// Durations of the Treasury's rows of bonds at par, against their plain mean.
///
/// The rows are ranges of years left; each counts at its middle.
struct TreasuryDuration {
  private static let years = [0.0, 1, 2, 3, 5, 7, 10, 20, 30]
  /// Years from end to end of each row, and to the middle of it.
  static let widths = zip(years, years.dropFirst()).map { Tenor($1 - $0) }
  static let middles = zip(years, years.dropFirst()).map { Tenor(($0 + $1) / 2) }
  private let durations: [Double]

  /// At a yield, that of ten years for all of them.
  init(_ yield: Double) {
    durations = TreasuryDuration.middles.map { ParBond.duration(maturity: $0, yield: Rate(yield)).value }
  }

  /// D/D̄ of a row; zero for a row that is none of the Treasury's.
  func relative(_ bond: Instrument) -> Double {
    guard let place = Instrument.treasuryBonds.firstIndex(of: bond) else { return 0 }
    return durations[place] * Double(durations.count) / durations.reduce(0, +)
  }
}
