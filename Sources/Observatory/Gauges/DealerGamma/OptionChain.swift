import Markets
import Quantities
import Statistics

/// The options listed on one underlying, as they were quoted on a day.
public struct OptionChain: Sendable {
  public struct Option: Sendable, Equatable {
    public var right: OptionRight
    public var strike: Double
    public var expiration: Day
    public var openInterest: Double
    /// The quoted implied volatility; zero or `nan` when there is none.
    public var volatility: Double
    /// The gamma the publisher printed, if it did.
    public var printedGamma: Double?

    public init(
      _ right: OptionRight, strike: Double, expiration: Day, openInterest: Double, volatility: Double,
      printedGamma: Double? = nil
    ) {
      (self.right, self.strike, self.expiration) = (right, strike, expiration)
      (self.openInterest, self.volatility, self.printedGamma) = (openInterest, volatility, printedGamma)
    }
  }

  /// The day of the quotes.
  public let day: Day
  /// The underlying's price, if the file says it.
  public let spot: Double?
  public let options: [Option]
  /// The columns it was read from.
  public let source: [String]

  public init(day: Day, spot: Double?, options: [Option], source: [String] = []) {
    (self.day, self.spot, self.options, self.source) = (day, spot, options, source)
  }

  /// Reads a chain, tidy (`expiration, option_type, strike, open_interest, implied_vol[, underlying_last][, gamma]
  /// [, date]`) or as Cboe's quote page saves it.
  ///
  /// - Parameter day: quotes after it are not looked at; without one the newest count, and the file has to date them.
  /// - Throws: ``Absence`` with the place and what is wrong.
  public init(_ bytes: [UInt8], file: String, asOf day: Day?) throws(Absence) {
    if let chain = try CboeChain.chain(in: bytes, file: file) {
      if let day, chain.day > day {
        throw Absence(reason: "\(file) is of \(chain.day), after \(day)", last: chain.day, isFault: true)
      }
      self = chain
    } else {
      try self.init(tidy: bytes, file: file, asOf: day)
    }
  }

  /// Names under which a tidy chain may say the day of its quotes.
  private static let quoteDates = ["date", "quote_date"]

  private init(tidy bytes: [UInt8], file: String, asOf day: Day?) throws(Absence) {
    let through = day ?? Day(9990, 1, 1) ?? Day(number: 0)
    var table = try KnownTable.read(bytes, file: file, dated: .undated, through: through)
    let dateColumn = Self.quoteDates.first(where: table.has)
    if let dateColumn {
      table = try KnownTable.read(bytes, file: file, dated: .column(dateColumn), through: through)
    } else if day == nil {
      throw Absence(reason: "\(file) does not date its quotes; give --as-of DATE", isFault: true)
    }
    guard let newest = table.days.max() else {
      throw Absence(reason: "\(file) has no quote" + (day.map { " on or before \($0)" } ?? ""), isFault: true)
    }
    let (expirations, types) = (try table.dates("expiration"), try table.texts("option_type"))
    let (strikes, interests) = (try table.numbers("strike"), try table.numbers("open_interest"))
    let volatilities = try table.numbers("implied_vol")
    let gammas = table.has("gamma") ? try table.numbers("gamma") : nil
    let spots = table.has("underlying_last") ? try table.numbers("underlying_last") : nil
    var (options, spot): ([Option], Double?) = ([], nil)
    for row in table.days.indices where table.days[row] == newest {
      func refusal(_ column: String, _ message: String, _ cure: String) -> Absence {
        Absence(DataError(.badNumber, file: file, line: table.lines[row], column: column, message, cure: cure))
      }
      guard let right = OptionRight(written: types[row]) else {
        throw refusal("option_type", "\(DataError.shown(types[row])) is neither C nor P", "write C or P")
      }
      guard let expiration = expirations[row] else {
        throw refusal("expiration", "the date is missing", "write it as yyyy-mm-dd")
      }
      if let last = spots?[row], last > 0 { spot = last }
      let (strike, interest, volatility) = (strikes[row], interests[row], volatilities[row])
      guard !strike.isNaN, !interest.isNaN else { continue }
      guard strike > 0, strike < 1e9 else { throw refusal("strike", "\(strike) is no strike", "write a price above 0") }
      guard (0..<1e12).contains(interest) else {
        throw refusal("open_interest", "\(interest) is no number of contracts", "write contracts, 0 or more")
      }
      guard volatility.isNaN || (0..<1000).contains(volatility) else {
        throw refusal("implied_vol", "\(volatility) is no volatility", "write .2 for 20 %")
      }
      options.append(
        Option(
          right, strike: strike, expiration: expiration, openInterest: interest,
          volatility: volatility, printedGamma: gammas.flatMap { $0[row].isNaN ? nil : $0[row] }))
    }
    guard !options.isEmpty else {
      throw Absence(reason: "\(file) has no option with a strike and open interest", isFault: true)
    }
    try Self.checkUnit(of: options, file)
    let columns = ["expiration", "option_type", "strike", "open_interest", "implied_vol", "gamma", "underlying_last"]
    let source = (columns + (dateColumn.map { [$0] } ?? [])).filter(table.has).map { "\(file): \($0)" }
    self.init(day: newest, spot: spot, options: options, source: source)
  }

  /// Refuses volatilities that are written in percent: half of them above 300 % is no market.
  private static func checkUnit(of options: [Option], _ file: String) throws(Absence) {
    let quoted = options.map(\.volatility).filter { $0 > 0 }.sorted()
    guard let middle = quoted.isEmpty ? nil : quoted[quoted.count / 2], middle > 3 else { return }
    throw Absence(
      reason:
        "\(file): half of implied_vol is above \(middle), which is \(Int(middle * 100)) %; write .2 for 20 %, not 20",
      isFault: true)
  }
}

extension OptionRight {
  /// Reads `C`, `call`, `P`, `put` in any case.
  init?(written text: String) {
    switch text.lowercased() {
    case "c", "call", "calls": self = .call
    case "p", "put", "puts": self = .put
    default: return nil
    }
  }
}
