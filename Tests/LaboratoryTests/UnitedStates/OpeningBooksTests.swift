import Accounting
import Laboratory
import Quantities
import Sectors
import Testing

@Suite("The opening books")
struct OpeningBooksTests {
  private func ledger(_ scale: Double) throws -> (state: OpeningState, ledger: Ledger) {
    let state = try OpeningState(scale: scale)
    return (state, try Ledger(state.books.chart, opening: state.books.opening))
  }

  @Test(
    "sum to zero in every row to the cent and are the matrix over the scale, within five cents a cell",
    arguments: [100_000.0, 10_000, 1_000, 7_777, 33_333.3])
  func rows(scale: Double) throws {
    let ledger = try ledger(scale).ledger
    #expect(try ledger.audit(members: true).isClean)
    let matrix = try OpeningMatrix.unitedStates()
    for row in Instrument.allCases {
      for sector in Sector.allCases
      where !(Instrument.equities.contains(row) && [.dealers, .valueFunds].contains(sector)) {
        let national = matrix[sector, row].dollars
        let here = ledger.value(row, sector).dollars * scale
        #expect(abs(here - national) <= 0.05 * scale, "\(row) of \(sector): \(here), \(national)")
      }
    }
  }

  @Test("let each bank owe what its own customers hold", arguments: [100_000.0, 7_777])
  func deposits(scale: Double) throws {
    let ledger = try ledger(scale).ledger
    var held = [Int64](repeating: 0, count: ledger.chart.members[.banks])
    for sector in Sector.allCases where sector != .banks {
      for index in 0..<ledger.chart.members[sector] {
        let holder = Holder(sector, index)
        held[Int(ledger.bank(of: holder))] += ledger.balance(.deposits, of: holder).cents
      }
    }
    for bank in held.indices { #expect(ledger.balance(.deposits, of: Holder(.banks, bank)).cents == -held[bank]) }
    #expect(held.allSatisfy { $0 > 0 })
  }

  @Test(
    "give dealers the baskets that hedge the futures of funds, to the dollar of a household",
    arguments: [100_000.0, 10_000])
  func hedge(scale: Double) throws {
    let (_, ledger) = try ledger(scale)
    func assets(_ sector: Sector, _ shares: Instrument) -> [Double] {
      (0..<ledger.chart.members[sector]).map { index in
        Instrument.allCases.filter { $0 != shares }.reduce(0) {
          $0 + ((try? ledger.worth($1, of: Holder(sector, index)).dollars) ?? .nan)
        }
      }
    }
    let hedge = IndexFutures.openingHedge(
      volTargetAssets: assets(.volTargetFunds, .volTargetShares), trendAssets: assets(.trendFollowers, .trendShares))
    let basket = Instrument.equities.reduce(0) { $0 + ledger.value($1, .dealers).dollars }
    #expect(hedge > 0 && abs(basket - hedge) < 1, "\(basket), \(hedge)")
    for row in Instrument.equities { #expect(ledger.value(row, .valueFunds) > .zero) }
  }

  @Test("give homes and mortgages to owners only")
  func homes() throws {
    let (state, ledger) = try ledger(10_000)
    for (index, owns) in state.traits.owns.enumerated() where !owns {
      #expect(ledger.units(.dwellings, of: Holder(.households, index)) == 0)
      #expect(ledger.balance(.mortgages, of: Holder(.households, index)) == .zero)
    }
    let owners = Double(state.traits.owns.filter { $0 }.count) / Double(state.traits.owns.count)
    // The housing vacancy survey of 2025 says 65.2 %.
    #expect(abs(owners - 0.652) < 0.03, "\(owners)")
  }

  @Test("leave nobody with negative money")
  func money() throws {
    let ledger = try ledger(10_000).ledger
    for sector in Sector.allCases where sector != .banks {
      for index in 0..<ledger.chart.members[sector] {
        #expect(ledger.balance(.deposits, of: Holder(sector, index)) >= .zero, "\(sector) \(index)")
      }
    }
  }

  @Test("are refused at a scale without a country", arguments: [0, -1, 0.5, 1e6, Double.infinity, .nan])
  func scales(scale: Double) { #expect(throws: RequestError.self) { try OpeningState(scale: scale) } }
}
