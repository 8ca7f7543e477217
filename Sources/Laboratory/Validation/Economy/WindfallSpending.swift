import Accounting
import Quantities
import Sectors
import Simulation

/// What households spend within a year of a thousand dollars that fall from the sky at its beginning.
///
/// Households are ranked by liquid assets on the opening day. The household half of twelve months is run without a windfall,
/// and once for each fifth with a windfall for it alone; nothing else differs, so what more is paid for consumption, rent and
/// sales taxes is the fifth's answer.
///
/// Ignores: what the spending does to prices, work and anybody's income; purchases of funds, which the half has none of.
public struct WindfallSpending: Sendable {
  public static let dollars = 1_000.0
  static let groups = 5

  /// Dollars spent of one received by each fifth, of those with the least liquid assets first.
  public let fifths: [Double]
  public var mean: Double { fifths.reduce(0, +) / Double(fifths.count) }
  public var lowestLessHighest: Double { fifths[0] - fifths[fifths.count - 1] }

  /// - Throws: ``RequestError/scale(_:)``, or the error of assembly or of a run.
  public init(scale: Double) throws {
    let world = try HouseholdMonth.world(scale: scale)
    let groups = try WindfallSpending.groups(world)
    let plain = try WindfallSpending.spent(world)
    fifths = try (0..<WindfallSpending.groups).map { group in
      let luck = Windfall(groups: groups, group: Int32(group), cents: Int64(100 * WindfallSpending.dollars))
      let lucky = try HouseholdMonth.world(scale: scale) { $0.after(Phase("windfall", every: .month) { luck }) }
      let given = Double(groups.count { $0 == Int32(group) }) * WindfallSpending.dollars
      return try (WindfallSpending.spent(lucky) - plain) / given
    }
  }

  /// A month of a history, for the facts that are read off it.
  var history: EconomyHistory {
    EconomyHistory(observed: [("windfall.mean", mean), ("windfall.lowestLessHighest", lowestLessHighest)])
  }

  /// The fifth of each household by liquid assets.
  private static func groups(_ world: World) throws -> [Int32] {
    let count = world.traits.count
    let liquid = try (0..<count).map { household in
      try HouseholdDistribution.liquid.reduce(Money.zero) {
        $0 + (try world.ledger.worth($1, of: Holder(.households, household)))
      }
    }
    let order = liquid.indices.sorted { liquid[$0] != liquid[$1] ? liquid[$0] < liquid[$1] : $0 < $1 }
    var groups = [Int32](repeating: 0, count: count)
    for (place, household) in order.enumerated() { groups[household] = Int32(self.groups * place / count) }
    return groups
  }

  /// What households pay for goods, services and shelter in the twelve months from the opening.
  private static func spent(_ world: World) throws -> Double {
    var monthEnds = 0
    while monthEnds < 12 {
      try world.advance()
      if world.clock.calendar.isLastOfMonth(world.day) { monthEnds += 1 }
    }
    let flows: [Flow] = [.consumption, .rent, .productionTax]
    return flows.reduce(0) { $0 - world.ledger.flow($1, .households).dollars }
  }
}

/// The Treasury gives some households money once, before the first month's spending.
struct Windfall: PopulationRule {
  static let name = "windfall"
  static let legs: [Leg] = [.receives(from: .one(Holder(.treasury)), as: .socialBenefits, orBorrow: .bills)]

  /// The group of each household, and the one that receives.
  let groups: [Int32]
  let group: Int32
  let cents: Int64

  func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View) {
    let isFirst = view.calendar.lastOfMonth(TwoTrackEconomy.opens.advanced(by: 1)) == view.day
    for (i, row) in rows.enumerated() { legs.cents(0)[i] = isFirst && groups[row] == group ? cents : 0 }
  }
}
