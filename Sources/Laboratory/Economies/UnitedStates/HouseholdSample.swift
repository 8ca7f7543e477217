import Quantities
import Statistics

extension Stream {
  static let householdOrder = Stream(60)
  static let householdSkill = Stream(61)
  static let householdWork = Stream(62)
  static let householdWage = Stream(63)
  static let householdIndustry = Stream(64)
  static let householdTenure = Stream(65)
  static let householdCrypto = Stream(260)
  static let householdCouple = Stream(71)
  static let householdChildren = Stream(72)
}

/// The households of a country in small: how many, of what age and wealth group, and what share of each line of the
/// household balance sheet each one holds.
///
/// Counts and amounts by age and wealth group come from the Distributional Financial Accounts, whose two tables are
/// joined by iterative proportional fitting. Inside a cell holdings follow a lognormal, sampled at its quantiles rather
/// than drawn, so that no replicate owes its result to one lucky billionaire.
package struct HouseholdSample {
  /// One household: its cell, and its place inside it between 0 and 1.
  package struct Member {
    package let ageGroup: Int
    package let wealthGroup: Int
    package let place: Double
    /// The number of households in the cell.
    package let cellSize: Int
  }

  package let members: [Member]
  /// Dollars of a household line by age group and wealth group, national.
  private let amounts: [[[Double]]]

  static let ages = Figures.Wealth.byAge
  static let wealths = Figures.Wealth.byWealth
  /// Ages of heads in each published group.
  static let ageRanges: [ClosedRange<Int32>] = [22...39, 40...54, 55...69, 70...94]
  private static let dispersion = Figures.Opening.wealthSpread.map(\.value)

  /// - Parameter scale: one simulated household stands for this many.
  package init(scale: Double) {
    let joint = HouseholdSample.jointCounts()
    amounts = WealthLine.allCases.map { HouseholdSample.jointAmounts($0, joint) }
    let flat = joint.flatMap { $0.map { $0 / scale } }
    let counts = HouseholdSample.whole(flat)
    var list: [Member] = []
    for age in HouseholdSample.ages.indices {
      for wealth in HouseholdSample.wealths.indices {
        let size = counts[age * HouseholdSample.wealths.count + wealth]
        for k in 0..<size {
          list.append(
            Member(ageGroup: age, wealthGroup: wealth, place: (Double(k) + 0.5) / Double(size), cellSize: size))
        }
      }
    }
    members = HouseholdSample.shuffled(list)
  }

  /// What each household holds of a line, in proportion: cell amount over cell size, times its place in the cell.
  package func weights(_ line: WealthLine) -> [Double] {
    members.map { member in
      let amount = max(0, amounts[line.rawValue][member.ageGroup][member.wealthGroup])
      return amount / Double(member.cellSize) * HouseholdSample.factor(member)
    }
  }

  /// The household's multiple of its cell's mean, a lognormal quantile with mean one.
  private static func factor(_ member: Member) -> Double {
    let sigma = dispersion[member.wealthGroup]
    return Elementary.exp(sigma * Elementary.normalQuantile(member.place) - sigma * sigma / 2)
  }

  /// Rows in a fixed order that has nothing to do with their cell.
  private static func shuffled(_ list: [Member]) -> [Member] {
    let draw = Draw(seed: 0, replicate: 0)
    let keys = list.indices.map { draw.uniform(.householdOrder, of: UInt32($0), on: Day(number: 0)) }
    return list.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }.map { list[$0] }
  }

  /// Whole numbers that sum to the rounded total, by largest remainder.
  private static func whole(_ shares: [Double]) -> [Int] {
    Money(cents: Int64(shares.reduce(0, +).rounded())).split(by: shares).map { Int($0.cents) }
  }

  // MARK: Joining the two published tables

  /// Households by age group and wealth group. The older are richer by one parameter an age group, chosen so that mean net
  /// worth by age is the published one; both margins hold.
  private static func jointCounts() -> [[Double]] {
    let rank = [-1.0, 0.2, 1.0, 1.6, 2.0]
    let means = wealths.map { $0[.netWorth] / Double($0.households) }
    let targets = ages.map { $0[.netWorth] / Double($0.households) }
    var tilt = ages.map { _ in 0.0 }
    var joint: [[Double]] = []
    for _ in 0..<200 {
      joint = ages.indices.map { a in
        wealths.indices.map {
          Double(ages[a].households) * Double(wealths[$0].households) * Elementary.exp(tilt[a] * rank[$0])
        }
      }
      fit(&joint, rows: ages.map { Double($0.households) }, columns: wealths.map { Double($0.households) })
      for a in ages.indices {
        let mean = zip(joint[a], means).reduce(0) { $0 + $1.0 * $1.1 } / joint[a].reduce(0, +)
        tilt[a] += 0.5 * Elementary.log(targets[a] / max(1, mean))
      }
    }
    return joint
  }

  /// Dollars of a line by age group and wealth group with both published margins.
  private static func jointAmounts(_ line: WealthLine, _ counts: [[Double]]) -> [[Double]] {
    let columns = wealths.map { max(0, $0[line]) }
    let rows = ages.map { max(0, $0[line]) }
    let (rowTotal, columnTotal) = (rows.reduce(0, +), columns.reduce(0, +))
    guard rowTotal > 0, columnTotal > 0 else { return counts.map { $0.map { _ in 0 } } }
    var joint = ages.indices.map { a in
      wealths.indices.map {
        counts[a][$0] * columns[$0] / Double(wealths[$0].households) * rows[a] / Double(ages[a].households) + 1
      }
    }
    fit(&joint, rows: rows.map { $0 * columnTotal / rowTotal }, columns: columns)
    return joint
  }

  /// Iterative proportional fitting (Deming and Stephan 1940).
  private static func fit(_ table: inout [[Double]], rows: [Double], columns: [Double]) {
    for _ in 0..<60 {
      for a in table.indices {
        let sum = table[a].reduce(0, +)
        if sum > 0 { table[a] = table[a].map { $0 * rows[a] / sum } }
      }
      for w in columns.indices {
        let sum = table.reduce(0) { $0 + $1[w] }
        if sum > 0 { for a in table.indices { table[a][w] *= columns[w] / sum } }
      }
    }
  }
}
