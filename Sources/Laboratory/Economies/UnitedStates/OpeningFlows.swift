import Quantities
import Sectors

/// The country's flows at the opening, dollars a year at national scale: what the fourth quarter of 2025 was.
///
/// Levels are those of the national accounts; how they split over industries is the 2024 input-output table.
public struct OpeningFlows: Sendable {
  public let technology: InputOutput
  public let information: InformationSales
  /// Final demand for each industry's domestic output.
  public let demand: [Double]
  public let output: [Double]
  /// Employment by employer code, persons.
  public let employmentShares: [Double]
  /// Compensation by employer code.
  public let payroll: [Double]
  public let unemployment: Double
  /// Spending of households at shops, and rent paid by tenants.
  public let shopping, cashRent, imputedRent: Double
  /// Investment by industry, by AI firm at the 2019 trend, and by AI firm above it.
  public let industryInvestment, aiTrend, aiBoom: [Double]
  public let residential, exports: Double
  public let federalWageShare, federalInputs, stateInputs: Double
  public let publicDepreciation: Double
  /// The basket of inputs that governments buy, per dollar.
  public let publicInputs: SpendingBasket
  /// Who buys power for commerce and industry, by what each buys of the energy industry.
  public let powerBuyers: [PowerMarket.Buyer]
  /// Who buys AI services, by what each buys of the information industry; who automates tasks, by its payroll; and pay over
  /// product, as industries pass each other what they save.
  public let serviceBuyers, taskBuyers: [PowerMarket.Buyer]
  public let payShare: Double
  /// How many firms each industry has, what they sell, and what is left of it.
  public let firmLevels: FirmDemography.Levels
  /// What bounds the spending of each AI firm.
  public let aiFunding: [AICapex.Funding]

  public init() {
    let accounts = Figures.NationalAccounts.self
    let government = Figures.Government.self
    let industries = Figures.Industries.self
    let divided = Figures.Opening.self
    func basket(_ names: [String]) -> SpendingBasket { OpeningFlows.basket(names) }
    technology = InputOutput(
      domestic: industries.domestic, imported: OpeningFlows.columnSums(industries.imported),
      taxes: zip(industries.productTaxes, industries.otherTaxes).map { $0 + $1 }, compensation: industries.compensation,
      surplus: industries.surplus, consumption: basket(["consumption"]),
      investment: basket(["equipment", "intellectualProperty", "structures"]),
      intellectualProperty: basket(["intellectualProperty"]), structures: basket(["structures"]),
      residential: basket(["residential"]), exports: basket(["exports"]),
      publicInvestment: basket(["governmentInvestment"]))
    let firms = AIFirm.all
    let capex = firms.map(\.capex)
    information = InformationSales(
      aiShare: divided.aiSalesShare.value, weights: firms.map { $0.revenue / firms.map(\.revenue).reduce(0, +) })
    cashRent = divided.tenantShare.value * accounts.housing.value
    imputedRent = accounts.housing.value - cashRent
    shopping = accounts.consumption.value - accounts.housing.value
    aiTrend = firms.map(\.trend)
    aiBoom = zip(capex, aiTrend).map { max(0, $0 - $1) }
    residential = accounts.fixedInvestment.value - accounts.nonresidentialInvestment.value
    exports = accounts.exports.value
    let surplus = zip(industries.surplus, industries.output).map { max(0, $0 * $1) }
    let private_ = Industry.producers.filter { $0 != .housingServices }
    let surplusTotal = private_.reduce(0.0) { $0 + surplus[$1.rawValue] }
    let businessInvestment = accounts.nonresidentialInvestment.value - aiTrend.reduce(0, +) - aiBoom.reduce(0, +)
    industryInvestment = Industry.allCases.map { industry in
      private_.contains(industry) ? businessInvestment * surplus[industry.rawValue] / surplusTotal : 0
    }
    publicInputs = OpeningFlows.publicInputs()
    // Government's own output, what the public pays it for included, grown from 2024 to the opening like GDP.
    let j = Industry.government.rawValue
    let publicOutput = industries.output[j] * accounts.gdp.value / divided.gdp2024.value
    let publicWages = industries.compensation[j] * publicOutput
    publicDepreciation = max(0, industries.surplus[j]) * publicOutput
    let bought = Industry.producers.reduce(industries.productTaxes[j]) { $0 + industries.domestic[$1.rawValue][j] }
    let purchased = (bought + technology.imported[j]) * publicOutput
    let federalShare =
      government.federalConsumption.value
      / (government.federalConsumption.value + government.stateLocalConsumption.value)
    federalInputs = purchased * federalShare
    stateInputs = purchased - federalInputs
    federalWageShare = federalShare
    demand = OpeningFlows.demand(
      technology, shopping: shopping, cashRent: cashRent,
      private: accounts.nonresidentialInvestment.value - aiBoom.reduce(0, +),
      residential: residential, exports: exports, publicInputs: (purchased, publicInputs),
      publicInvestment: government.federalInvestment.value + government.stateLocalInvestment.value,
      boom: (aiBoom.reduce(0, +), AICapex(levels: aiBoom, structures: technology.structures, information: information)))
    output = technology.output(for: demand)
    // Government's own output is not in the table's, which final demand makes.
    var made = output
    made[j] = publicOutput
    let inputs = zip(industries.domestic[Industry.energyAndUtilities.rawValue], made).map { $0 * $1 }
    powerBuyers = Industry.allCases.filter { $0 != .energyAndUtilities }
      .map { PowerMarket.Buyer($0.seller, weight: max(0, inputs[$0.rawValue])) }
    unemployment = Figures.Labour.unemploymentRate.value
    var persons = Figures.Industries.employment
    let ai = persons[Industry.informationAndAI.rawValue] * divided.aiPayrollShare.value
    persons[Industry.informationAndAI.rawValue] -= ai
    persons[Industry.housingServices.rawValue] = 0
    employmentShares = persons + [ai]
    var wages = zip(industries.compensation, output).map { $0 * $1 }
    wages[Industry.housingServices.rawValue] = 0
    wages[j] = 0
    // Payrolls of the table are of 2024; together they are the compensation of the opening quarter.
    let growth = (accounts.compensation.value - publicWages) / wages.reduce(0, +)
    wages = wages.map { $0 * growth }
    wages[j] = publicWages
    let aiWages = wages[Industry.informationAndAI.rawValue] * divided.aiPayrollShare.value
    wages[Industry.informationAndAI.rawValue] -= aiWages
    payroll = wages + [aiWages]
    let employers = Industry.allCases.filter { wages[$0.rawValue] > 0 }
    taskBuyers = employers.map { PowerMarket.Buyer($0.seller, weight: wages[$0.rawValue]) }
    let services = zip(industries.domestic[Industry.informationAndAI.rawValue], made).map { $0 * $1 }
    serviceBuyers = employers.map { PowerMarket.Buyer($0.seller, weight: services[$0.rawValue]) }
    payShare = wages.reduce(0, +) / accounts.gdp.value
    firmLevels = OpeningFlows.firmLevels(output, aiShare: divided.aiSalesShare.value)
    aiFunding = firms.map { AICapex.Funding(revenue: $0.revenue, trend: $0.trend) }
  }

  /// The weight of each industry among buyers.
  func weights(of buyers: [PowerMarket.Buyer]) -> [Double] {
    Industry.allCases.map { industry in
      buyers.filter { $0.holder == industry.seller }.reduce(0) { $0 + $1.weight }
    }
  }

  /// Firms of the industries, their sales, and corporate profits over all private output.
  private static func firmLevels(_ output: [Double], aiShare: Double) -> FirmDemography.Levels {
    let made = Industry.producers.reduce(0) { $0 + output[$1.rawValue] }
    var sales = output
    sales[Industry.informationAndAI.rawValue] *= 1 - aiShare
    return FirmDemography.Levels(
      firms: Figures.Firms.counts, sales: sales, margin: Figures.NationalAccounts.corporateProfits.value / made)
  }

  // MARK: Baskets

  private static func columnSums(_ table: [[Double]]) -> [Double] {
    (table.first ?? []).indices.map { column in table.reduce(0) { $0 + $1[column] } }
  }

  /// One basket of several columns of the use table, weighted by what they spent.
  private static func basket(_ names: [String]) -> SpendingBasket {
    let parts = Figures.finalDemands.filter { names.contains($0.name) }
    let total = parts.reduce(0) { $0 + $1.total }
    func mean(_ value: (Figures.FinalDemand) -> Double) -> Double {
      parts.reduce(0) { $0 + $1.total * value($1) } / total
    }
    return SpendingBasket(
      domestic: Industry.allCases.map { industry in mean { $0.domestic[industry.rawValue] } },
      imported: mean { $0.imported.reduce(0, +) }, productTaxes: mean(\.productTaxes))
  }

  /// What governments buy to produce their services: the government column of the input-output table.
  private static func publicInputs() -> SpendingBasket {
    let j = Industry.government.rawValue
    let table = Figures.Industries.self
    var domestic = table.domestic.map { $0[j] }
    domestic[j] = 0
    let imported = table.imported.reduce(0) { $0 + $1[j] }
    let taxes = max(0, table.productTaxes[j])
    let total = domestic.reduce(0, +) + imported + taxes
    return SpendingBasket(
      domestic: domestic.map { $0 / total }, imported: imported / total, productTaxes: taxes / total)
  }

  /// Final demand for domestic output by industry.
  private static func demand(
    _ technology: InputOutput, shopping: Double, cashRent: Double, private investment: Double, residential: Double,
    exports: Double, publicInputs: (dollars: Double, basket: SpendingBasket), publicInvestment: Double,
    boom: (dollars: Double, mechanism: AICapex)
  ) -> [Double] {
    let bought = boom.mechanism.domesticShares
    let shops = technology.consumption.without(.housingServices)
    return Industry.allCases.map { industry in
      let j = industry.rawValue
      var dollars = shopping * shops.domestic[j] + exports * technology.exports.domestic[j]
      dollars += investment * technology.investment.domestic[j] + boom.dollars * bought[j]
      dollars += residential * technology.residential.domestic[j]
      dollars += publicInputs.dollars * publicInputs.basket.domestic[j]
      dollars += publicInvestment * technology.publicInvestment.domestic[j]
      return max(0, industry == .housingServices ? dollars + cashRent : industry == .government ? 0 : dollars)
    }
  }
}

/// One of the six firms that build and run most AI compute.
struct AIFirm {
  let name: String
  /// Capital expenditure and revenue of 2025, and what capital expenditure would be on its 2019 trend, dollars a year.
  let capex, revenue, trend: Double

  static let all: [AIFirm] = {
    let ai = Figures.AI.self
    let firms = [
      ("Amazon", ai.capexAmazon.value, ai.revenueAmazon.value),
      ("Microsoft", ai.capexMicrosoft.value, ai.revenueMicrosoft.value),
      ("Alphabet", ai.capexAlphabet.value, ai.revenueAlphabet.value),
      ("Meta", ai.capexMeta.value, ai.revenueMeta.value),
      ("Oracle", ai.capexOracle.value, ai.revenueOracle.value),
      ("CoreWeave", ai.capexCoreWeave.value, ai.revenueCoreWeave.value),
    ]
    let trend = Figures.Opening.trendCapexShare.value
    return firms.map { AIFirm(name: $0.0, capex: $0.1, revenue: $0.2, trend: trend * $0.1) }
  }()
}
