import Laboratory
import Sectors
import Testing

@Suite("Industries and final demand")
struct IndustriesTests {
  let count = Industry.allCases.count

  @Test("Inputs, taxes and value added of an industry sum to its output", arguments: Industry.allCases)
  func columnsSumToOne(industry: Industry) {
    let j = industry.rawValue
    let table = Figures.Industries.self
    let inputs = (0..<count).reduce(0.0) { $0 + table.domestic[$1][j] + table.imported[$1][j] }
    let sum = inputs + table.productTaxes[j] + table.compensation[j] + table.otherTaxes[j] + table.surplus[j]
    #expect(abs(sum - 1) < 1e-5)
  }

  @Test("What a final demand buys sums to what it spends")
  func finalDemandsSumToOne() {
    for demand in Figures.finalDemands {
      let sum = demand.domestic.reduce(0, +) + demand.imported.reduce(0, +) + demand.productTaxes
      #expect(abs(sum - 1) < 1e-5, "\(demand.name)")
    }
  }

  @Test("Demand for an industry's product is near its output, so the model starts near balance")
  func demandIsNearOutput() {
    let table = Figures.Industries.self
    for i in 0..<count {
      let between = (0..<count).reduce(0.0) { $0 + table.domestic[i][$1] * table.output[$1] }
      let final = Figures.finalDemands.reduce(0.0) { $0 + $1.domestic[i] * $1.total }
      #expect(abs((between + final) / table.output[i] - 1) < 0.06, "\(Industry.allCases[i])")
    }
  }

  @Test("Every BEA code belongs to one industry")
  func codesAreDisjoint() {
    let codes = Industry.allCases.flatMap(\.codes)
    #expect(Set(codes).count == codes.count && codes.count == 73)
  }

  @Test(
    "Coefficients follow from the BEA table",
    .enabled(if: SharedFolder.isThere, "skipped: no shared data folder beside the checkout"))
  func coefficientsFollowFromTable() throws {
    let tables = try SupplyAndUse()
    let published = Figures.Industries.self
    for (j, industry) in Industry.allCases.enumerated() {
      let column = tables.bought(by: tables.industries(of: industry), isExport: false)
      let output = tables.use("T018", industry.codes)
      #expect(close(published.output[j], output * 1e6, 1e-9))
      for i in 0..<count {
        #expect(
          close(published.domestic[i][j], column.domestic[i] / output), "\(Industry.allCases[i]) to \(industry)")
        #expect(
          close(published.imported[i][j], column.imported[i] / output), "\(Industry.allCases[i]) to \(industry)")
      }
      #expect(close(published.productTaxes[j], column.taxes / output))
      #expect(close(published.compensation[j], tables.use("V001", industry.codes) / output))
      #expect(close(published.surplus[j], tables.use("V003", industry.codes) / output))
      let taxes = tables.use("T00OTOP", industry.codes) - tables.use("T00OSUB", industry.codes)
      #expect(close(published.otherTaxes[j], taxes / output))
    }
    for demand in Figures.finalDemands {
      let column = tables.bought(by: demand.codes, isExport: demand.name == "exports")
      let total = column.domestic.reduce(0, +) + column.imported.reduce(0, +) + column.taxes
      #expect(close(demand.total, total * 1e6, 1e-9), "\(demand.name)")
      for i in 0..<count {
        #expect(close(demand.domestic[i], column.domestic[i] / total), "\(demand.name)")
        #expect(close(demand.imported[i], column.imported[i] / total), "\(demand.name)")
      }
    }
  }

  @Test(
    "Employment, wages and fixed assets follow from the reference calibration",
    .enabled(if: SharedFolder.isThere, "skipped: no shared data folder beside the checkout"))
  func calibrationIsGathered() throws {
    let codes = try ModelSectors.codes()
    for (file, published, scale) in [
      ("employees", Figures.Industries.employment, 1.0), ("wages_by_sector", Figures.Industries.wages, 1e6),
      ("fixed_assets", Figures.Industries.fixedAssets, 1e6),
    ] {
      let values = try ModelSectors.values(file)
      #expect(values.count == codes.count)
      for industry in Industry.allCases {
        let sum = zip(codes, values).reduce(0.0) { industry.codes.contains($1.0) ? $0 + $1.1 : $0 }
        #expect(abs(published[industry.rawValue] - sum * scale) <= max(1, 1e-9 * sum * scale), "\(file) of \(industry)")
      }
    }
  }

  private func close(_ a: Double, _ b: Double, _ tolerance: Double = 6e-6) -> Bool {
    abs(a - b) <= tolerance * max(abs(a), abs(b)) + 1e-12
  }
}
