import Quantities
import Sectors
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
/// Counts and amounts by age, generation and wealth group come from the Distributional Financial Accounts, whose three tables are
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
    /// Years of the head, and its generation.
    package fileprivate(set) var age: Int32 = 0
    package var generation: Int { Generation(born: TwoTrackEconomy.opens.year - Int(age)).rawValue }
  }

  package let members: [Member]
  /// Dollars of a household line by age group and wealth group, national.
  private let amounts: [[[Double]]]

  static let ages = Figures.Wealth.byAge
  static let wealths = Figures.Wealth.byWealth
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
    members = HouseholdSample.aged(HouseholdSample.shuffled(list))
  }

  /// What each household holds of a line, in proportion: cell amount over cell size, times its place in the cell, raked
  /// to what each age group, generation and wealth group holds.
  ///
  /// - Parameter taking: who has any of it; nil for everybody.
  package func weights(_ line: WealthLine, taking: [Bool]? = nil) -> [Double] {
    let weights = members.indices.map { row -> Double in
      guard taking?[row] ?? true else { return 0 }
      let member = members[row]
      let amount = max(0, amounts[line.rawValue][member.ageGroup][member.wealthGroup])
      return amount / Double(member.cellSize) * HouseholdSample.factor(member)
    }
    return raked(weights, line)
  }

  /// Scales cells of age group, generation and wealth group until all three margins are the published ones.
  private func raked(_ weights: [Double], _ line: WealthLine) -> [Double] {
    let margins = [HouseholdSample.ages, Figures.Wealth.byGeneration, HouseholdSample.wealths]
      .map { $0.map { max(0, $0[line]) } }
    let total = margins[2].reduce(0, +)
    guard total > 0, margins.allSatisfy({ $0.reduce(0, +) > 0 }) else { return weights }
    let targets = margins.map { margin in margin.map { $0 * total / margin.reduce(0, +) } }
    let widths = targets.map(\.count)
    let cells = members.map { ($0.ageGroup * widths[1] + $0.generation) * widths[2] + $0.wealthGroup }
    var sums = [Double](repeating: 0, count: widths.reduce(1, *))
    for (cell, weight) in zip(cells, weights) { sums[cell] += weight }
    let before = sums
    for _ in 0..<60 {
      for (margin, target) in targets.enumerated() {
        func place(_ cell: Int) -> Int {
          [cell / (widths[1] * widths[2]), cell / widths[2] % widths[1], cell % widths[2]][margin]
        }
        var held = [Double](repeating: 0, count: target.count)
        for cell in sums.indices { held[place(cell)] += sums[cell] }
        for cell in sums.indices where held[place(cell)] > 0 { sums[cell] *= target[place(cell)] / held[place(cell)] }
      }
    }
    return zip(weights, cells).map { before[$1] > 0 ? $0 * sums[$1] / before[$1] : $0 }
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

  /// Heads of every age that the group has, in an order that has nothing to do with wealth.
  private static func aged(_ members: [Member]) -> [Member] {
    let draw = Draw(seed: 0, replicate: 0)
    return members.enumerated().map { row, member in
      var member = member
      let luck = draw.uniform(.householdWork, of: UInt32(row), on: Day(number: 0))
      member.age = HeadAges.age(
        at: (member.place * 7.31 + luck).truncatingRemainder(dividingBy: 1), in: member.ageGroup)
      return member
    }
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
