import Accounting
import Quantities
import Simulation

/// One of the book's economies: its parameters, its opening, its books, and the page of its period.
///
/// An instance is a set of parameters. What a toy does in a period is a ``Simulation/Mechanism`` on its day page; what
/// it prints is read back from the ledger.
protocol ToyEconomy: ParameterSet {
  /// A row of the printed table.
  associatedtype Row: Sendable
  static var toy: Toy { get }
  static var columns: [(name: String, value: @Sendable (Row) -> Double)] { get }
  /// Where it opens when nobody says otherwise: at its steady state, or from nothing.
  static var usualOpening: ToyOpening { get }

  /// With the book's values.
  init()

  /// Throws when the equations of a period have no solution at these parameters.
  func checkSolvable() throws(ToyError)
  /// Period 0 with every stock and flow zero.
  func nothing() -> Row
  /// Period 0 at rest, exactly.
  func steadyState() throws(ToyError) -> Row

  static func books(_ opening: Row, _ parameters: Self) throws -> Ledger
  static func page(_ course: ToyCourse<Self>, _ opening: Row) -> DayPage

  /// Fills in the stocks of a row from the ledger.
  func readStocks(_ row: inout Row, _ view: borrowing View)
  /// The row of a period that was run: flows from the period's part of the transactions-flow matrix.
  func row(_ period: LedgerSnapshot, _ view: borrowing View) -> Row
}

extension ToyEconomy {
  static var tableColumns: [String] { ["period"] + columns.map(\.name) }

  static var parameterTable: [ToyParameter] {
    Self().rows.map { name, parameter in
      func number(_ text: String) -> String { String(text.prefix { $0 != " " }) }
      return ToyParameter(
        name: name, meaning: "\(parameter.summary)", value: parameter.number, low: number(parameter.bounds.low),
        high: number(parameter.bounds.high))
    }
  }

  /// Sets a parameter by its name in the book; Greek letters may be written as such.
  mutating func set(_ name: String, to value: Double) throws(ToyError) {
    let written = name.spelledOut
    guard let parameter = Self.parameterTable.first(where: { $0.name == written }) else {
      let names = Self.parameterTable.map(\.name)
      throw .noSuchParameter(Self.toy, name, nearest: written.nearest(among: names), names: names)
    }
    do { try set(written, to: "\(value)") } catch {
      throw .outside(Self.toy, parameter: written, value: value, low: parameter.low, high: parameter.high)
    }
  }
}

/// The parameters in force in each period: those set, then those of the last shock.
struct ToyCourse<Economy: ToyEconomy>: Sendable {
  private(set) var stretches: [(from: Int, parameters: Economy)]

  init(_ base: Economy, shocks: [ToyShock]) throws(ToyError) {
    stretches = [(0, base)]
    var parameters = base
    for shock in shocks.inOrder {
      try parameters.set(shock.name, to: shock.value)
      stretches.append((shock.period, parameters))
    }
  }

  subscript(period: Int) -> Economy {
    (stretches.last { $0.from <= period } ?? stretches[0]).parameters
  }
}

// MARK: - Units

/// The unit of the book's amounts; $1 billion here, so that a cent is 1e-11 of it.
enum BookUnits: MeasurementUnit { static let symbol = "bn$" }
/// A rate per period of the book.
enum PerPeriod: MeasurementUnit { static let symbol = "1/period" }

extension Money {
  static let centsPerBookUnit = 1e11

  /// The nearest cent to an amount of book units.
  init(book amount: Double) throws(OutOfRange) { try self.init(dollars: amount * 1e9) }

  /// The amount in book units.
  var book: Double { Double(cents) / Money.centsPerBookUnit }
}

extension Source {
  static let godleyLavoie3 = monetaryEconomics(chapter: 3)
  static let godleyLavoie4 = monetaryEconomics(chapter: 4)
  static let godleyLavoie5 = monetaryEconomics(chapter: 5)
  static let godleyLavoie7 = monetaryEconomics(chapter: 7)

  private static func monetaryEconomics(chapter: Int) -> Source {
    .paper("Godley and Lavoie (2007), Monetary Economics, Palgrave Macmillan", at: "chapter \(chapter)")
  }
}

extension String {
  /// The name with Greek letters and lowered digits written in ASCII: `α₁` is `alpha1`.
  fileprivate var spelledOut: String {
    let letters: KeyValuePairs<Character, String> = [
      "α": "alpha", "γ": "gamma", "δ": "delta", "θ": "theta", "κ": "kappa", "λ": "lambda", "χ": "chi",
      "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4",
    ]
    return reduce(into: "") { name, letter in name += letters.first { $0.key == letter }?.value ?? String(letter) }
  }
}
