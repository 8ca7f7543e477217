import Statistics
import Testing

@Suite("Fisher index")
struct FisherIndexTests {
  /// Two goods: 10 and 20 units at 1 and 2 dollars, then 12 and 18 at 1.5 and 2.
  private var index: FisherIndex? {
    FisherIndex([.init(spent: (10, 18), prices: (1, 1.5)), .init(spent: (40, 36), prices: (2, 2))])
  }

  @Test("is the geometric mean of Laspeyres and Paasche, worked by hand")
  func hand() throws {
    let index = try #require(index)
    // L = (12 + 36) / 50 = .96, P = 54 / (15 + 40) = 54/55.
    let expected = (0.96 * 54 / 55).squareRoot()
    #expect(abs(index.quantity - expected) < 1e-15)
    #expect(abs(index.price * index.quantity - 54.0 / 50) < 1e-15)
    // Contribution of the first: (1.5/Π + 1)·2 / (55/Π + 50).
    let price = 1.08 / expected
    #expect(abs(index.contributions[0] - (1.5 / price + 1) * 2 / (55 / price + 50)) < 1e-15)
    #expect(abs(index.contributions[1] + (2 / price + 2) * 2 / (55 / price + 50)) < 1e-15)
  }

  @Test("has contributions that sum to its growth, also at annual rates and with goods that are subtracted")
  func sums() throws {
    let index = try #require(
      FisherIndex([
        .init(spent: (70, 76), prices: (1, 1.03)), .init(spent: (40, 35), prices: (1.2, 1.1)),
        .init(spent: (-12, -15), prices: (0.9, 1)), .init(spent: (3, -2), prices: (1, 1.02)),
      ]))
    #expect(abs(index.contributions.reduce(0, +) - (index.quantity - 1)) < 1e-14)
    let annual = index.annualised()
    #expect(abs(annual.growth - 100 * (index.quantity * index.quantity * index.quantity * index.quantity - 1)) < 1e-10)
    #expect(abs(annual.contributions.reduce(0, +) - annual.growth) < 1e-12)
  }

  @Test("is the growth of a single good, and not moved by splitting a good of one price")
  func split() throws {
    let one = try #require(FisherIndex([.init(spent: (10, 12), prices: (1, 1.1))]))
    #expect(abs(one.quantity - 12 / 1.1 / 10) < 1e-15)
    let whole = try #require(
      FisherIndex([.init(spent: (50, 60), prices: (1, 1.1)), .init(spent: (-20, -21), prices: (1, 0.9))]))
    let parts = try #require(
      FisherIndex([
        .init(spent: (50, 60), prices: (1, 1.1)), .init(spent: (-15, -11), prices: (1, 0.9)),
        .init(spent: (-5, -10), prices: (1, 0.9)),
      ]))
    #expect(abs(whole.quantity - parts.quantity) < 1e-15)
    #expect(abs(whole.contributions[1] - parts.contributions[1] - parts.contributions[2]) < 1e-15)
  }

  @Test("gives nothing where the aggregate is not positive", arguments: [-5.0, -10, .nan])
  func refused(spent: Double) {
    #expect(FisherIndex([.init(spent: (5, 5), prices: (1, 1)), .init(spent: (0, spent), prices: (1, 1))]) == nil)
  }

  /// Components in current dollars of the 2026-08 vintage, in chained dollars and product of the 2025-02 one.
  private struct Quarter {
    let spent, volumes: [Double]
    let product: Double
    var prices: [Double] { zip(spent, volumes).map { $0 / $1 } }
  }

  private func published() throws -> [(date: String, quarter: Quarter)] {
    let nominal = try SharedFiles.rows("macro/nipa_table_1_1_5_vintage_2026_08_04.csv", in: SharedFiles.data)
    let real = try SharedFiles.rows("macro/fred_qd_2025_02.csv", in: SharedFiles.data)
    func numbers(_ row: [String], _ header: [String], _ names: [String]) -> [Double] {
      names.map { name in header.firstIndex(of: name).flatMap { Double(row[$0]) } ?? .nan }
    }
    return nominal.dropFirst().compactMap { row in
      guard let other = real.first(where: { $0[0] == row[0] }) else { return nil }
      let spent = numbers(
        row, nominal[0],
        [
          "household_consumption_bil_saar", "gross_private_domestic_investment_bil_saar",
          "government_consumption_and_investment_bil_saar", "exports_bil_saar", "imports_bil_saar",
        ])
      let volumes = numbers(other, real[0], ["pcecc96", "gpdic1", "gcec1", "expgsc1", "impgsc1"])
      let product = numbers(other, real[0], ["gdpc1"])[0]
      return (row[0], Quarter(spent: spent, volumes: volumes, product: product))
    }
  }

  @Test(
    "makes the published growth of product out of its published components", .enabled(if: SharedFiles.haveData))
  func nipa() throws {
    let quarters = try published()
    #expect(quarters.count > 100)
    var misses: [String] = []
    for (before, after) in zip(quarters, quarters.dropFirst()) {
      let goods = (0..<5).map { place -> FisherIndex.Good in
        let sign = place == 4 ? -1.0 : 1
        return .init(
          spent: (sign * before.quarter.spent[place], sign * after.quarter.spent[place]),
          prices: (before.quarter.prices[place], after.quarter.prices[place]))
      }
      let index = try #require(FisherIndex(goods))
      let factor = after.quarter.product / before.quarter.product
      let published = 100 * (factor * factor * factor * factor - 1)
      let annual = index.annualised()
      #expect(abs(annual.contributions.reduce(0, +) - annual.growth) < 1e-10)
      if abs(annual.growth - published) > 0.05 { misses.append(after.date) }
      #expect(abs(annual.growth - published) < 0.2, "\(after.date)")
    }
    // When stocks swing, a chained total of private investment is no good stand-in for its parts.
    #expect(misses == ["2008-01-01", "2008-10-01", "2009-01-01", "2009-04-01", "2009-07-01"])
  }
}
