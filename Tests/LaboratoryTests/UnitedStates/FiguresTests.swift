import Foundation
import Laboratory
import Quantities
import Testing

@Suite("Figures of the United States")
struct FiguresTests {
  @Test(
    "A figure with a check is what the shared table says",
    .enabled(if: SharedFolder.isThere, "skipped: no shared data folder beside the checkout"))
  func checkedFiguresAreRecomputed() throws {
    var tables: [String: SharedTable] = [:]
    var checked = 0
    for figure in Figures.all {
      guard let check = figure.check else { continue }
      let table = try tables[check.file] ?? SharedTable(check.file)
      tables[check.file] = table
      let found = try #require(check.value(in: table), "\(figure.name): nothing in \(check.file)")
      #expect(
        abs(found - figure.value) <= 1e-9 * max(abs(found), 1e-9), "\(figure.name): \(figure.value), table \(found)")
      checked += 1
    }
    #expect(checked > 400)
  }

  @Test("A figure has a finite value, a unit and a source that says something")
  func figuresAreComplete() {
    for figure in Figures.all {
      #expect(figure.value.isFinite && !figure.unit.isEmpty && figure.source.description.count > 8, "\(figure.name)")
    }
    #expect(Set(Figures.all.map(\.name)).count == Figures.all.count)
  }

  @Test("The count of assumed figures may only fall")
  func assumedFiguresAreCounted() { #expect(Figures.assumed.count <= 129) }

  @Test("Shares of coupon debt by maturity sum to one")
  func couponSharesSumToOne() {
    #expect(abs(Figures.Government.couponShares.reduce(0) { $0 + $1.value } - 1) < 1e-5)
  }

  @Test(
    "Shares of coupon debt follow from the auctions still alive",
    .enabled(if: SharedFolder.isThere, "skipped: no shared data folder beside the checkout"))
  func couponSharesFollowFromAuctions() throws {
    let table = try SharedTable("data/macro/treasury_auctions.csv")
    func column(_ name: String) throws -> Int { try #require(table.index(of: name)) }
    let (kind, issue, maturity) = (try column("security_type"), try column("issue_date"), try column("maturity_date"))
    let (accepted, offered) = (try column("total_accepted_usd"), try column("offering_amount_usd"))
    let opening = try #require(Day(2025, 12, 31))
    let bounds = [1, 2, 3, 5, 7, 10, 20, Double.infinity]
    var buckets = [Double](repeating: 0, count: bounds.count)
    func add(_ day: Day, _ amount: Double) {
      let years = Double(opening.distance(to: day)) / 365.25
      guard years > 0, let bucket = bounds.firstIndex(where: { years <= $0 }) else { return }
      buckets[bucket] += amount
    }
    for row in table.rows where row[kind] != "bill" {
      guard let end = Day(iso: row[maturity]), let amount = Double(row[accepted]) ?? Double(row[offered]) else {
        continue
      }
      add(end, amount)
      // The table ends in April 2025: the same months of 2024 stand for the rest of the year.
      if ("2024-04-16"..."2024-12-31").contains(row[issue]) {
        add(try #require(Day(end.year + 1, end.month, min(end.dayOfMonth, 28))), amount)
      }
    }
    let total = buckets.reduce(0, +)
    for (bucket, share) in zip(buckets, Figures.Government.couponShares) {
      #expect(abs(bucket / total - share.value) < 1e-6, "\(share.name)")
    }
  }

  @Test("The Federal Reserve's balance sheet closes with the deferred asset")
  func centralBankIdentity() {
    let fed = Figures.FedBalanceSheet.self
    let right =
      fed.reserves.value + fed.cashAccount.value + fed.reverseRepo.value + fed.currency.value
      + fed.otherLiabilities.value - fed.deferredAsset.value
    #expect(abs(fed.totalAssets.value - right) < 1)
    #expect(fed.otherLiabilities.value > 0 && fed.otherLiabilities.value < 0.15 * fed.totalAssets.value)
  }

  @Test("The day of the opening is window-dressed and the opening is not")
  func windowDressing() {
    let fed = Figures.FedBalanceSheet.self
    #expect(fed.reverseRepoYearEnd.value > 20 * fed.reverseRepo.value)
    #expect(fed.totalAssetsYearEnd.value > fed.totalAssets.value)
  }

  @Test("Product by expenditure is consumption, investment, government and net exports")
  func productAddsUp() {
    let n = Figures.NationalAccounts.self
    let sum = n.consumption.value + n.investment.value + n.government.value + n.exports.value - n.imports.value
    #expect(abs(sum - n.gdp.value) < 1e7)
  }
}

extension Check {
  /// The value the table gives, or nil when no cell is left or ``Check/Aggregate/only`` finds several.
  func value(in table: SharedTable) -> Double? {
    guard let cell = table.index(of: column) else { return nil }
    let date = table.index(of: "date")
    let wanted = matches.map { (index: table.index(of: $0.column), text: $0.text) }
    var values: [Double] = []
    for row in table.rows {
      guard wanted.allSatisfy({ pair in pair.index.map { row[$0] == pair.text } ?? false }) else { continue }
      if let from, date.map({ row[$0] < from }) ?? true { continue }
      if let through, date.map({ row[$0] > through }) ?? true { continue }
      if let value = Double(row[cell]) { values.append(value) }
    }
    guard !values.isEmpty else { return nil }
    switch aggregate {
    case .only: return values.count == 1 ? values[0] * scale : nil
    case .sum: return values.reduce(0, +) * scale
    case .mean: return values.reduce(0, +) / Double(values.count) * scale
    case .median:
      let sorted = values.sorted()
      let middle = sorted.count / 2
      return (sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2) * scale
    }
  }
}
