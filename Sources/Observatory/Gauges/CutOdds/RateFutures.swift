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
    try self.init(KnownTable.read(bytes, file: file, through: day))
  }

  /// - Parameter day: the day of the prices; the newest there is if nil.
  init(_ table: KnownTable, on day: Day? = nil) throws(Absence) {
    guard let last = day ?? table.days.max() else {
      throw Absence(reason: "\(table.file) has no price known on the day")
    }
    let isLong = table.has("contract")
    let contracts = isLong ? try RateFutures.long(table, last) : try RateFutures.wide(table, last)
    guard !contracts.isEmpty else { throw Absence(reason: "\(table.file) has no price on \(last)", last: last) }
    for contract in contracts where !(0...200).contains(contract.price) {
      throw Absence(reason: "\(table.file): the price of \(contract.month) is \(contract.price)", last: last)
    }
    let columns = isLong ? ["contract", "price"] : table.names.filter { RateFutures.rank(of: $0) != nil }
    self.init(lastDay: last, contracts: contracts, source: columns.map { "\(table.file): \($0)" })
  }

  private static func long(_ table: KnownTable, _ last: Day) throws(Absence) -> [Contract] {
    let (names, prices) = (try table.texts("contract"), try table.numbers("price"))
    var contracts: [Contract] = []
    for row in table.days.indices where table.days[row] == last && !prices[row].isNaN {
      guard let month = ContractMonth(names[row], near: last) else {
        throw Absence(
          reason: "\(table.file): '\(names[row])' is not a contract; write it as 2023-03 or ZQH23", last: last)
      }
      guard !contracts.contains(where: { $0.month == month }) else {
        throw Absence(reason: "\(table.file): \(month) is priced twice on \(last)", last: last)
      }
      contracts.append(Contract(month: month, price: prices[row]))
    }
    return contracts
  }

  private static func wide(_ table: KnownTable, _ last: Day) throws(Absence) -> [Contract] {
    guard let row = table.days.firstIndex(of: last) else { return [] }
    let ranked = table.names.compactMap { name in rank(of: name).map { (name, $0) } }
    guard !ranked.isEmpty else {
      throw Absence(
        reason: "\(table.file) has neither columns like ff_m00_price nor 'contract' and 'price'", last: last)
    }
    var contracts: [Contract] = []
    for (name, rank) in ranked {
      let price = try table.numbers(name)[row]
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
