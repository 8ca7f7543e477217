import Accounting
import Quantities
import Simulation
import Statistics

extension Trait {
  /// Thousandths of its dwellings that an heir who already had a home has come by and means to sell.
  public static let inheritedHome = Trait("inheritedHome")
}

extension Observable {
  /// What estates leave to heirs in a month, national dollars, net of their debts.
  public static let bequests = Observable("bequests", unit: Dollars.self, atRest: 0)
}

extension Stream {
  static let heirs = Stream(68)
}

/// Estates pay their debts and go to two heirs a generation younger.
///
///     consumer credit is repaid out of deposits
///     written off = (debts − assets)⁺,  consumer credit before the mortgage
///     home and mortgage go to the heir who rents, or to the first; all else in halves
///
/// Heirs are households whose head is 20 to 40 years younger, sooner one of the same skill. An heir who had a home already notes how much of what it
/// owns now was left to it, for the housing market. The heir's bank buys the loans it inherits from the bank of the dead.
///
/// Ignores: spouses of other ages, wills, gifts between the living, estate tax (a thousandth of GDP), costs.
///
/// Sees: who has died, everyone's age, skill and holdings. Does: repays, writes off and hands on holdings inside the sector;
/// says bequests. Verified by: `InheritanceTests`.
public struct Inheritance: Mechanism, ParameterSet {
  public static let name = "inheritance"
  public static let systems = ["S9"]
  public static let says: [Observable] = [.bequests]

  @Parameter(
    "Chance that an heir has the skill of who died, beyond luck.", range: .percent(0) ... .percent(100),
    source: .paper(
      "Chetty, Hendren, Kline and Saez (2014), QJE 129(4)",
      at: "rank-rank slope .341 of incomes, over 8/9 between thirds"))
  public var likeness: Share = .percent(38)

  public static let all: [Field<Self>] = [Field("likeness", \.$likeness)]

  /// Years by which heirs are younger.
  static let generation: ClosedRange<Int32> = 20...40
  /// Households looked at for each heir before anybody will do.
  static let search: UInt16 = 48

  public init() {}

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    var notes = HomeNotes(view)
    var left = 0.0
    let estates = view.traits[.estate]
    for row in 0..<view.traits.count where estates[row] != 0 {
      left += try settle(row, view, &notes, &turn)
    }
    turn.set(.ownMortgageRate, notes.rates)
    turn.set(.inheritedHome, notes.inherited)
    turn.say(.bequests, left * view.scale)
  }

  /// Settles one estate; returns what it was worth to its heirs, in dollars.
  private func settle(_ row: Int, _ view: borrowing View, _ notes: inout HomeNotes, _ turn: inout Turn) throws -> Double
  {
    let dead = Holder(.households, row)
    guard let heirs = heirs(of: row, view) else { return 0 }
    var estate = try Estate(of: dead, view)
    turn.repay(estate.payCredit(), .consumerCredit, from: dead, to: view.bank(of: dead))
    for (debt, lost) in estate.writeOffs() { turn.writeOff(lost, debt, owedBy: dead, to: view.bank(of: dead)) }
    let home = heirs.first { notes.rents($0) } ?? heirs[0]
    for row in Instrument.allCases {
      let quantity = estate.quantity(row)
      if [.dwellings, .mortgages].contains(row) {
        hand(quantity, row, from: dead, to: Holder(.households, home), view, &turn)
      } else {
        let half = quantity / 2
        hand(half, row, from: dead, to: Holder(.households, heirs[0]), view, &turn)
        hand(quantity - half, row, from: dead, to: Holder(.households, heirs[1]), view, &turn)
      }
    }
    notes.pass(row, to: home, home: estate.quantity(.dwellings), mortgage: -estate.quantity(.mortgages))
    return max(0, estate.worth.dollars)
  }

  /// Moves what is owned to the heir, and what is owed the other way; the heir's bank buys the claim from that of the dead.
  private func hand(
    _ quantity: Int64, _ row: Instrument, from dead: Holder, to heir: Holder, _ view: borrowing View, _ turn: inout Turn
  ) {
    if quantity > 0 { turn.reclassify(quantity, row, from: dead, to: heir) }
    guard quantity < 0 else { return }
    turn.reclassify(-quantity, row, from: heir, to: dead)
    let (lender, own) = (view.bank(of: dead), view.bank(of: heir))
    if lender != own { turn.trade(-quantity, row, from: lender, to: own) }
  }

  /// Two households that inherit, the same twice where there is one; nil where nobody else lives.
  func heirs(of row: Int, _ view: borrowing View) -> [Int]? {
    let (age, skill, estate) = (view.traits[.age], view.traits[.skill], view.traits[.estate])
    let count = view.traits.count
    let isAlike = view.draw.bernoulli(likeness.value, .heirs, of: UInt32(row), on: view.day)
    var found: [Int] = []
    var anybody: Int?
    for index in 1...Inheritance.search * 2 where found.count < 2 {
      let luck = view.draw.uniform(.heirs, of: UInt32(row), on: view.day, index: index)
      let other = min(count - 1, Int(luck * Double(count)))
      guard other != row, estate[other] == 0, !found.contains(other) else { continue }
      anybody = other
      let isYounger = Inheritance.generation.contains(age[row] - age[other])
      if isYounger, !isAlike || skill[other] == skill[row] { found.append(other) }
    }
    guard let last = anybody ?? (0..<count).first(where: { $0 != row && estate[$0] == 0 }) else { return nil }
    while found.count < 2 { found.append(last) }
    return found
  }
}

/// What somebody who died owned and owed.
private struct Estate {
  private var quantities: [Int64]
  /// Assets less debts.
  private(set) var worth = Money.zero

  init(of dead: Holder, _ view: borrowing View) throws {
    quantities = Instrument.allCases.map { view.units($0, of: dead) }
    for row in Instrument.allCases where quantities[row.index] != 0 {
      worth = worth + (try view.worth(row, of: dead))
    }
  }

  func quantity(_ row: Instrument) -> Int64 { quantities[row.index] }

  /// Consumer credit repaid out of deposits.
  mutating func payCredit() -> Money {
    let paid = min(max(0, -quantity(.consumerCredit)), max(0, quantity(.deposits)))
    quantities[Instrument.consumerCredit.index] += paid
    quantities[Instrument.deposits.index] -= paid
    return Money(cents: paid)
  }

  /// What no asset covers, by debt.
  mutating func writeOffs() -> [(Instrument, Money)] {
    [Instrument.consumerCredit, .mortgages].map { debt in
      let lost = min(max(0, -quantity(debt)), max(0, -worth.cents))
      quantities[debt.index] += lost
      worth = worth + Money(cents: lost)
      return (debt, Money(cents: lost))
    }
  }
}

/// What heirs keep in mind of homes: who has one, at which rate it is financed, what is to be sold.
private struct HomeNotes {
  var rates: [Int32]
  var inherited: [Int32]
  private var homes: [Int64]
  private var mortgages: [Int64]

  init(_ view: borrowing View) {
    let rows = 0..<view.traits.count
    (rates, inherited) = (view.traits.values(.ownMortgageRate), view.traits.values(.inheritedHome))
    let (dwellings, debts) = (view.column(.dwellings, .households), view.column(.mortgages, .households))
    homes = rows.map { max(0, dwellings?[$0] ?? 0) }
    mortgages = rows.map { max(0, -(debts?[$0] ?? 0)) }
  }

  func rents(_ row: Int) -> Bool { homes[row] == 0 }

  /// A home and its mortgage change hands; the heir pays the mean rate of both loans.
  mutating func pass(_ dead: Int, to heir: Int, home: Int64, mortgage: Int64) {
    let (own, new) = (Double(mortgages[heir]), Double(mortgage))
    if rates[dead] > 0, own + new > 0 {
      let before = rates[heir] > 0 ? rates[heir] : rates[dead]
      rates[heir] = Int64(clampingCents: (Double(before) * own + Double(rates[dead]) * new) / (own + new)).asTrait
    }
    if homes[heir] > 0, home > 0 {
      let kept = Double(homes[heir]) * (1 - Double(inherited[heir]) / 1000)
      inherited[heir] = Int64(clampingCents: (1000 * (1 - kept / Double(homes[heir] + home))).rounded()).asTrait
    }
    homes[heir] += home
    mortgages[heir] += mortgage
    (homes[dead], mortgages[dead], rates[dead], inherited[dead]) = (0, 0, 0, 0)
  }
}
