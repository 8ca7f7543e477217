import Accounting
import Foundation
import Laboratory
import Quantities
import Simulation
import Testing

@Suite("Opening liquidity")
struct OpeningLiquidityTests {
  /// A line of the page: what the run opens with beside the day itself, in billions.
  private struct Line {
    let name: String
    let opening, yearEnd: Figure
  }

  private static let lines: [Line] = {
    let fed = Figures.FedBalanceSheet.self
    return [
      Line(name: "Fed total assets", opening: fed.totalAssets, yearEnd: fed.totalAssetsYearEnd),
      Line(name: "reserves of banks", opening: fed.reserves, yearEnd: fed.reservesYearEnd),
      Line(name: "Treasury cash account", opening: fed.cashAccount, yearEnd: fed.cashAccountYearEnd),
      Line(name: "reverse repo", opening: fed.reverseRepo, yearEnd: fed.reverseRepoYearEnd),
      Line(name: "standing repo", opening: fed.standingRepo, yearEnd: fed.standingRepoYearEndWeek),
    ]
  }()

  private static func billions(_ dollars: Double) -> String { String(format: "%.1f", dollars / 1e9) }

  /// The table as the page has to show it.
  static func table() throws -> [String] {
    let fed = Figures.FedBalanceSheet.self
    let matrix = try OpeningMatrix.unitedStates()
    var rows = lines.map { line in
      "| \(line.name) | \(billions(line.opening.value)) | \(billions(line.yearEnd.value)) | "
        + "\(billions(line.yearEnd.value - line.opening.value)) | \(line.opening.source) |"
    }
    let (net, netYearEnd) = (
      fed.totalAssets.value - fed.cashAccount.value - fed.reverseRepo.value,
      fed.totalAssetsYearEnd.value - fed.cashAccountYearEnd.value - fed.reverseRepoYearEnd.value
    )
    rows.append(
      "| net liquidity | \(billions(net)) | \(billions(netYearEnd)) | \(billions(netYearEnd - net)) | the lines above |"
    )
    let bills = -matrix[.treasury, .bills].dollars
    let debt = Figures.Government.debtHeldByPublic.value
    rows.append(
      "| bills outstanding | \(billions(bills)) | | | \(Figures.Government.billsOutstanding.source) |")
    rows.append("| bills over debt held by the public | \(String(format: "%.1f", 100 * bills / debt)) % | | | both |")
    return rows
  }

  @Test("The page prints every figure beside its source, and what window dressing did")
  func page() throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let page = try String(contentsOf: root.appendingPathComponent("Documentation/OpeningLiquidity.md"), encoding: .utf8)
    let lines = page.split(separator: "\n").map(String.init)
    for row in try OpeningLiquidityTests.table() { #expect(lines.contains(row), "the page lacks: \(row)") }
  }

  @Test("The run opens with these figures")
  func run() throws {
    var request = RunRequest()
    request.scale = 100_000
    let ledger = try TwoTrackEconomy.world(request).ledger
    let fed = Figures.FedBalanceSheet.self
    for (row, sector, figure) in [
      (Instrument.reserves, Sector.banks, fed.reserves), (.cashAccount, .treasury, fed.cashAccount),
      (.reverseRepo, .moneyFunds, fed.reverseRepo), (.bills, .treasury, Figures.Government.billsOutstanding),
    ] {
      let owned = row == .bills ? -ledger.value(row, sector).dollars : ledger.value(row, sector).dollars
      #expect(abs(owned * request.scale - figure.value) <= request.scale * 0.01, "\(row)")
    }
  }
}
