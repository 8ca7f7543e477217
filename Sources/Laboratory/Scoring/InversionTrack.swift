import Observatory
import Quantities
import Statistics

/// The inversions of a hidden market's VIX curve: what each day showed, and what made the spell.
struct InversionTrack: Sendable {
  struct Spell: Sendable {
    /// Features of each inverted day.
    let days: [[Double]]
    /// The recorded cause: pressure has over half of the spell's split.
    let isHedgingLed: Bool
  }

  let spells: [Spell]

  /// Spells that begin on scored days; the label of a spell is the one it ends with.
  init(of market: HiddenMarket) throws {
    let (vix, vix3M) = (market.panel.columns[1].values, market.panel.columns[2].values)
    var spells: [Spell] = []
    var days: [[Double]] = []
    for row in market.rows {
      let isInverted = vix[row] > vix3M[row]
      if isInverted, !days.isEmpty || vix[row - 1] <= vix3M[row - 1] {
        days.append(try InversionFeatures(of: market.panel, asOf: market.panel.days[row]).values)
      }
      if !isInverted, !days.isEmpty {
        spells.append(Spell(days: days, isHedgingLed: market.causes[row - 1] == 1))
        days = []
      }
    }
    self.spells = spells
  }
}
