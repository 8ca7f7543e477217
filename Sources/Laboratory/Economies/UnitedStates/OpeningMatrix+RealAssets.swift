import Accounting
import Quantities
import Sectors

// Assets without an issuer.

extension OpeningMatrix {
  mutating func addRealAssets() throws(Money.OutOfRange) {
    let totals = Figures.Balances.self
    let assets = Figures.Industries.fixedAssets
    let energy = assets[Industry.energyAndUtilities.rawValue]
    let powerPlant = totals.powerPlantShare.value * energy
    let rentals = totals.dwellingShareOfRentals.value * assets[Industry.professionalServices.rawValue]
    let business = Industry.allCases.reduce(0.0) { sum, industry in
      industry == .housingServices || industry == .government ? sum : sum + assets[industry.rawValue]
    }
    let compute = Figures.AI.computeStock

    try real(
      .dwellings, [(.households, Figures.Wealth.total(.realEstate)), (.firms, rentals)],
      from: "real estate of households at market value; rented dwellings of landlords at replacement cost")
    try real(
      .plant,
      [
        (.firms, business - rentals - powerPlant - compute - totals.aiPlant.value), (.aiFirms, totals.aiPlant.value),
      ],
      from:
        "private nonresidential fixed assets at replacement cost less what other rows hold"
    )
    try real(
      .compute, [(.aiFirms, compute)], from: "capital expenditure of the six, short-lived share, less depreciation")
    try real(.powerPlant, [(.energy, powerPlant)], from: "fixed assets of electric power")
    try real(
      .inventories, [(.firms, totals.businessInventories.value + totals.inventoriesOfFarms.value)],
      from: "business inventories of the Census Bureau and those outside its survey")
  }
}
