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
  /// - Throws: ``Absence`` with the place and what is wrong.
  public init(_ bytes: [UInt8], file: String, asOf day: Day) throws(Absence) {
    if let chain = try CboeChain.chain(in: bytes, file: file) {
      self = chain
    } else {
      try self.init(tidy: bytes, file: file, asOf: day)
    }
  }

  private init(tidy bytes: [UInt8], file: String, asOf day: Day) throws(Absence) {
    var table = try KnownTable.read(bytes, file: file, dated: .undated, through: day)
    if table.has("date") { table = try KnownTable.read(bytes, file: file, through: day) }
    guard let newest = table.days.max() else { throw Absence(reason: "\(file) has no quote known on \(day)") }
    let (expirations, types) = (try table.dates("expiration"), try table.texts("option_type"))
    let (strikes, interests) = (try table.numbers("strike"), try table.numbers("open_interest"))
    let volatilities = try table.numbers("implied_vol")
    let gammas = table.has("gamma") ? try table.numbers("gamma") : nil
    let spots = table.has("underlying_last") ? try table.numbers("underlying_last") : nil
    var (options, spot): ([Option], Double?) = ([], nil)
    for row in table.days.indices where table.days[row] == newest {
      guard let right = OptionRight(written: types[row]) else {
        throw Absence(reason: "\(file), line \(table.lines[row]): '\(types[row])' is neither C nor P")
      }
      guard let expiration = expirations[row] else {
        throw Absence(reason: "\(file), line \(table.lines[row]): the expiration is not a date")
      }
      guard strikes[row] > 0, !interests[row].isNaN else { continue }
      options.append(
        Option(
          right, strike: strikes[row], expiration: expiration, openInterest: interests[row],
          volatility: volatilities[row], printedGamma: gammas.flatMap { $0[row].isNaN ? nil : $0[row] }))
      if let last = spots?[row], last > 0 { spot = last }
    }
    guard !options.isEmpty else { throw Absence(reason: "\(file) has no option with a strike and open interest") }
    let columns = ["expiration", "option_type", "strike", "open_interest", "implied_vol", "gamma", "underlying_last"]
    let source = columns.filter(table.has).map { "\(file): \($0)" }
    self.init(day: newest, spot: spot, options: options, source: source)
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
