import Accounting
import Sectors

/// What of each final demand is made abroad: bought there, or made here of imported inputs.
///
///     content_c = direct_c + inputs · κ_c E_c / Σ_k κ_k E_k
///     κ_c = Σ_j domestic_cj m_j,   m = importedᵀ (I − A)⁻¹
///
/// E is spending, direct what the books say was bought abroad as this demand, inputs the imports of industries. The input-output
/// table shares inputs out, so that contents sum to all imports. Baskets are the opening's.
///
/// Ignores: demands whose baskets drift apart from the opening's; what is exported again beyond the exports' basket.
///
/// Verified by: `ImportContentTests`.
public struct ImportContent: Sendable {
  /// Imported inputs in a dollar of each final demand, in the order of ``DemandComponent/final``.
  public let rates: [Double]

  public init(rates: [Double]) { self.rates = rates }

  /// Of the United States at the opening.
  package init(_ flows: OpeningFlows) {
    let technology = flows.technology
    let inputs = Industry.allCases.map { industry in
      zip(technology.imported, technology.leontief).reduce(0.0) { $0 + $1.0 * $1.1[industry.rawValue] }
    }
    func content(_ domestic: [Double]) -> Double { zip(domestic, inputs).reduce(0) { $0 + max(0, $1.0) * $1.1 } }
    let compute = AICapex(levels: flows.aiBoom, structures: technology.structures, information: flows.information)
    let (boom, trend) = (flows.aiBoom.reduce(0, +), flows.aiTrend.reduce(0, +))
    let business = flows.industryInvestment.reduce(0, +)
    let housing = inputs[Industry.housingServices.rawValue]
    let shops = content(technology.consumption.without(.housingServices).domestic)
    let consumption = flows.shopping * shops + flows.cashRent * housing
    let ai = boom * content(compute.domesticShares) + trend * content(technology.investment.domestic)
    let homes = flows.residential * content(technology.residential.domestic)
    let other = business * content(technology.investment.domestic) + homes
    let budget = Figures.Government.self
    let publicInvestment = budget.federalInvestment.value + budget.stateLocalInvestment.value
    let services = (flows.federalInputs + flows.stateInputs) * content(flows.publicInputs.domestic)
    let government = services + publicInvestment * content(technology.publicInvestment.domestic)
    let publicTotal = budget.federalConsumption.value + budget.stateLocalConsumption.value + publicInvestment
    let stored = Industry.allCases.map { Inventories.stored.contains($0) ? flows.output[$0.rawValue] : 0 }
    let stock = stored.reduce(0, +)
    rates = [
      consumption / (flows.shopping + flows.cashRent + flows.imputedRent), ai / (boom + trend),
      other / (business + flows.residential), content(stored.map { $0 / stock }), government / publicTotal,
      content(technology.exports.domestic),
    ]
  }

  /// The content of each final demand in a quarter, summing to all imports.
  ///
  /// Business investment of AI firms on trend and of all others has one basket: what was bought abroad for it is theirs by what
  /// they spent on it.
  func contents(spent: [Double], imports: (AccountLine) -> Double, trendShare: Double) -> [Double] {
    let equipment = imports(.investmentImports)
    let direct = [
      imports(.consumptionImports), imports(.computeImports) + trendShare * equipment, (1 - trendShare) * equipment,
      0, imports(.governmentImports), imports(.exportImports),
    ]
    let weights = zip(rates, spent).map { $0 * $1 }
    let whole = weights.reduce(0, +)
    let inputs = imports(.inputImports)
    return zip(direct, weights).map { $0 + (whole > 0 ? inputs * $1 / whole : 0) }
  }
}
