import Quantities
import Statistics

/// Prices of 30-day federal funds futures as they were known on a day.
///
///     100 − price = average effective rate of the contract's month, in percent
public struct RateFutures: Sendable {
  public struct Contract: Sendable, Equatable {
    public let month: ContractMonth
    public let price: Double
    public init(month: ContractMonth, price: Double) { (self.month, self.price) = (month, price) }
  }

  /// The day of the newest price.
  public let lastDay: Day
  /// By month, increasing.
  public let contracts: [Contract]
  /// The columns they were read from.
  public let source: [String]

  /// Half of the least price change, in percentage points of rate.
  public static let halfTick = 0.0025

  public init(lastDay: Day, contracts: [Contract], source: [String] = []) {
    (self.lastDay, self.contracts, self.source) = (lastDay, contracts.sorted { $0.month < $1.month }, source)
  }

  public func price(of month: ContractMonth) -> Double? { contracts.first { $0.month == month }?.price }

  /// Reads a file, wide (`date, ff_m00_price, ff_m01_price ...`, m00 the month of the date) or long
  /// (`date, contract, price`).
  ///
  /// - Throws: ``Absence`` naming what is missing or wrong.
  public init(_ bytes: [UInt8], file: String, asOf day: Day) throws(Absence) {
    try self.init(KnownTable.read(bytes, file: file, dated: .usual, through: day))
  }

  /// - Parameter day: the day of the prices; the newest there is if nil.
  init(_ table: KnownTable, on day: Day? = nil) throws(Absence) {
    let newest = try RateFutures.newest(table)
    guard let last = day ?? newest else {
      throw Absence(reason: "\(table.file) has no price known on the day")
    }
    let isLong = table.has("contract")
    let contracts = isLong ? try RateFutures.long(table, last) : try RateFutures.wide(table, last)
    guard !contracts.isEmpty else { throw Absence(reason: "\(table.file) has no price on \(last)", last: last) }
    for contract in contracts where !(50...150).contains(contract.price) {
      throw Absence(
        reason:
          "\(table.file): the price of \(contract.month) on \(last) is \(contract.price); a price is 100 less a rate in percent",
        last: last, isFault: true)
    }
    guard contracts.count <= 600 else {
      throw Absence(reason: "\(table.file) has \(contracts.count) contracts on \(last)", last: last, isFault: true)
    }
    let columns = isLong ? ["contract", "price"] : table.names.filter { RateFutures.rank(of: $0) != nil }
    self.init(lastDay: last, contracts: contracts, source: columns.map { "\(table.file): \($0)" })
  }

  /// The last day with a price: rows whose prices are all missing do not count.
  private static func newest(_ table: KnownTable) throws(Absence) -> Day? {
    let names = table.has("contract") ? ["price"] : table.names.filter { rank(of: $0) != nil }
    var newest: Day?
    for name in names {
      let prices = try table.numbers(name)
      for (day, price) in zip(table.days, prices) where !price.isNaN { newest = max(newest ?? day, day) }
    }
    return newest ?? table.days.max()
  }

  private static func long(_ table: KnownTable, _ last: Day) throws(Absence) -> [Contract] {
    let (names, prices) = (try table.texts("contract"), try table.numbers("price"))
    var (contracts, seen): ([Contract], Set<ContractMonth>) = ([], [])
    for row in table.days.indices where table.days[row] == last && !prices[row].isNaN {
      guard let month = ContractMonth(names[row], near: last) else {
        throw Absence(
          DataError(
            .noSuchValue, file: table.file, line: table.lines[row], column: "contract",
            "\(DataError.shown(names[row])) is not a contract", cure: "write it as 2023-03 or ZQH23"), last: last)
      }
      guard seen.insert(month).inserted else {
        throw Absence(
          reason: "\(table.file), line \(table.lines[row]): \(month) is priced twice on \(last); keep one row",
          last: last, isFault: true)
      }
      contracts.append(Contract(month: month, price: prices[row]))
    }
    return contracts
  }

  private static func wide(_ table: KnownTable, _ last: Day) throws(Absence) -> [Contract] {
    let rows = table.days.indices.filter { table.days[$0] == last }
    guard let row = rows.last else { return [] }
    guard rows.count == 1 else {
      throw Absence(
        reason: "\(table.file), line \(table.lines[row]): \(last) appears twice; keep one row", last: last,
        isFault: true)
    }
    let ranked = table.names.compactMap { name in rank(of: name).map { (name, $0) } }
    guard !ranked.isEmpty else {
      throw Absence(
        reason: "\(table.file) has neither columns like ff_m00_price nor 'contract' and 'price'", last: last)
    }
    var contracts: [Contract] = []
    for (name, rank) in ranked {
      let price = try table.number(name, at: row)
      if !price.isNaN {
        contracts.append(Contract(month: ContractMonth(of: last).advanced(by: rank), price: price))
      }
    }
    return contracts
  }

  /// 3 for `ff_m03_price`.
  private static func rank(of name: String) -> Int? {
    guard name.hasPrefix("ff_m"), name.hasSuffix("_price"), name.count == 12 else { return nil }
    return Int(name.dropFirst(4).prefix(2))
  }
}
