import Accounting
import Markets
import Quantities

/// Durations of the Treasury's rows of bonds at par, against their plain mean.
///
/// The rows are ranges of years left (0–1, 1–2, 2–3, 3–5, 5–7, 7–10, 10–20, 20–30); each counts at its middle.
struct TreasuryDuration {
  private static let middles = [0.5, 1.5, 2.5, 4, 6, 8.5, 15, 25]
  private let durations: [Double]

  /// At a yield, that of ten years for all of them.
  init(_ yield: Double) {
    durations = TreasuryDuration.middles.map { ParBond.duration(maturity: Tenor($0), yield: Rate(yield)).value }
  }

  /// D/D̄ of a row; zero for a row that is none of the Treasury's.
  func relative(_ bond: Instrument) -> Double {
    guard let place = Instrument.treasuryBonds.firstIndex(of: bond) else { return 0 }
    return durations[place] * Double(durations.count) / durations.reduce(0, +)
  }
}
