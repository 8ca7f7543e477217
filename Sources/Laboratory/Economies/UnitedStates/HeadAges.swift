import Sectors

/// How old heads of households are inside each published age group.
///
/// The groups' borders and those of generations cut each other: counts by both leave one way to divide the groups into
/// bands. Inside a band ages are spread evenly; from 80 on they thin out as people die.
package enum HeadAges {
  /// Bands of each age group, youngest first, and the households in each.
  static let bands: [[(ages: ClosedRange<Int32>, households: Double)]] = {
    let groups = Figures.Wealth.byAge.map { Double($0.households) }
    let born = Figures.Wealth.byGeneration.map { Double($0.households) }
    let (oldest, boom, genX) = (born[0], born[1], born[2])
    let seventies = groups[3] - oldest
    let sixties = boom - seventies
    let fifties = groups[2] - sixties
    let forties = genX - fifties
    return [
      [(22...39, groups[0])], [(40...44, groups[1] - forties), (45...54, forties)],
      [(55...60, fifties), (61...69, sixties)], [(70...79, seventies), (80...99, oldest)],
    ]
  }()

  /// The age below which a part of an age group's heads are.
  package static func age(at place: Double, in group: Int) -> Int32 {
    var rest = place * bands[group].reduce(0) { $0 + $1.households }
    for band in bands[group] {
      if rest < band.households { return age(at: rest / band.households, of: band.ages) }
      rest -= band.households
    }
    return bands[group].last?.ages.upperBound ?? Families.firstAge
  }

  private static func age(at place: Double, of ages: ClosedRange<Int32>) -> Int32 {
    guard ages.lowerBound >= 80 else { return ages.lowerBound + Int32(place * Double(ages.count)) }
    let life = Ageing(payCurvature: 0)
    let alive = ages.map { life.survival(from: ages.lowerBound, to: $0) }
    var rest = place * alive.reduce(0, +)
    for (age, share) in zip(ages, alive) {
      if rest < share { return age }
      rest -= share
    }
    return ages.upperBound
  }
}
