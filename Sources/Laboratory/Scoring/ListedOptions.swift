import Markets
import Observatory
import Quantities
import Sectors

/// The options of a hidden market as an exchange would list them: strikes, expiries and open interest, without sides.
///
/// What customers ordered each day is laid on the strikes on which dealers wrote it; a line that expires ends. Who bought
/// and who sold is not kept, so a gauge of dealers' gamma knows no more than it does of real chains. Volatility is quoted
/// flat over strikes, on the line between VIX and VIX3M.
struct ListedOptions {
  private struct Line {
    let right: OptionRight
    let strike: Double
    let expiry: Day
    var interest: Double
  }

  private var lines: [Line] = []
  /// Dollars of each programme at the opening, over the index then.
  private let sizes: [Double]

  /// Points between strikes, as dealers have it.
  private static let grid = 25.0

  init(sizes: [Double]) { self.sizes = sizes }

  /// Adds what is ordered of each programme on a day, over its size, at the close before.
  mutating func trade(_ orders: [Double], on day: Day, at level: Double) {
    lines.removeAll { $0.expiry < day }
    for (index, programme) in OptionProgramme.allCases.enumerated() where orders[index] > 0 {
      let expiry = programme.expiry(of: day, .nyse)
      for line in programme.lines {
        let strike = (line.moneyness * level / Self.grid).rounded() * Self.grid
        let units = abs(line.weight) * orders[index] * sizes[index]
        let known = lines.firstIndex { $0.expiry == expiry && $0.strike == strike && $0.right == line.right }
        if let known {
          lines[known].interest += units
        } else {
          lines.append(Line(right: line.right, strike: strike, expiry: expiry, interest: units))
        }
      }
    }
  }

  /// What is listed after a close; contracts are of a hundred dollars a point.
  func chain(on day: Day, spot: Double, vix: Double, vix3M: Double) -> OptionChain {
    let options = lines.filter { $0.expiry > day }.map { line in
      let days = min(max(Double(day.distance(to: line.expiry)), 30), 93)
      return OptionChain.Option(
        line.right, strike: line.strike, expiration: line.expiry, openInterest: line.interest / 100,
        volatility: (vix + (vix3M - vix) * (days - 30) / 63) / 100)
    }
    return OptionChain(day: day, spot: spot, options: options)
  }
}
