import Accounting
import Quantities
import Sectors
import Simulation
import Statistics

/// A small world of firms in which every step is a month: thirteen industries, two AI firms, two banks, and one of
/// everybody else, each with a million dollars, and a technology that can be followed by hand.
enum FirmWorld {
  static let opens = Day(2025, 12, 31)!
  static let information = InformationSales(aiShare: 0.5, weights: [0.75, 0.25])
  static let million = Money(cents: 100_000_000)

  static func world(
    _ page: DayPage, _ books: Books = Books(), traits: Traits = Traits(count: 1), scale: Double = 1, seed: UInt64 = 1
  ) throws -> World {
    try World(
      .init(
        page: page, ledger: Ledger(books.chart, opening: books.opening), traits: traits, clock: .periods, opens: opens,
        seed: seed, scale: scale))
  }

  /// Runs a number of months and checks every identity of the books after each.
  static func run(_ world: World, months: Int) throws {
    for _ in 0..<months {
      try world.advance()
      guard try world.ledger.audit(members: true).isClean else { throw Unclean(day: world.day) }
    }
  }

  struct Unclean: Error { let day: Day }

  // MARK: Technology

  /// Every industry buys 20 cents of other goods, ten of trade and five abroad for a dollar of output.
  static let technology = InputOutput(
    domestic: Industry.allCases.map { seller in
      Industry.allCases.map { _ in seller == .otherGoods ? 0.2 : seller == .tradeAndTransport ? 0.1 : 0 }
    },
    imported: each(0.05), taxes: each(0.02), compensation: each(0.4), surplus: each(0.23),
    consumption: basket([.otherGoods: 0.6, .informationAndAI: 0.2], imported: 0.15, taxes: 0.05),
    investment: investment,
    intellectualProperty: basket([.informationAndAI: 1]), structures: structures,
    residential: basket([.construction: 1]),
    exports: basket([.otherGoods: 0.98], taxes: 0.02), publicInvestment: basket([.construction: 1]))

  static let investment = basket([.otherGoods: 0.5, .construction: 0.3], imported: 0.15, taxes: 0.05)
  static let structures = basket([.construction: 0.9, .professionalServices: 0.08], taxes: 0.02)

  /// Final demand that only exports make, for one dollar of exports paid.
  static let shares = FinalShares(
    domestic: FinalShares.flows.map { final in
      Industry.allCases.map { final.flow == .exports && $0 == .otherGoods ? 1 : 0 }
    })

  static func each(_ value: Double) -> [Double] { Industry.allCases.map { _ in value } }

  static func only(_ industry: Industry, _ value: Double) -> [Double] {
    Industry.allCases.map { $0 == industry ? value : 0 }
  }

  static func basket(_ bought: [Industry: Double], imported: Double = 0, taxes: Double = 0) -> SpendingBasket {
    SpendingBasket(domestic: Industry.allCases.map { bought[$0] ?? 0 }, imported: imported, productTaxes: taxes)
  }
}

// MARK: - Books

extension FirmWorld {
  /// An opening in the making; every claim has its debtor, so that every row sums to zero.
  struct Books {
    var chart = Chart()
    private var cells: [Instrument: [Holder: Int64]] = [:]

    init(households: Int = 1, cash: Money = million) {
      chart.members[.households] = households
      for (sector, count) in [(Sector.firms, Industry.count), (.aiFirms, 2), (.banks, 2)] {
        chart.members[sector] = count
      }
      for sector in Sector.allCases { chart.banks[sector] = [0, 1] }
      for sector in Sector.allCases where ![.banks, .centralBank, .treasury].contains(sector) {
        for index in 0..<chart.members[sector] { deposit(cash, of: Holder(sector, index)) }
      }
      owe(.cashAccount, cash.cents, from: Holder(.centralBank), to: Holder(.treasury))
      for bank in 0..<2 { owe(.reserves, 100 * cash.cents, from: Holder(.centralBank), to: Holder(.banks, bank)) }
    }

    /// Adds cents of a nominal row or micro-units of another.
    mutating func owe(_ row: Instrument, _ quantity: Int64, from debtor: Holder, to creditor: Holder) {
      cells[row, default: [:]][debtor, default: 0] -= quantity
      cells[row, default: [:]][creditor, default: 0] += quantity
    }

    mutating func own(_ row: Instrument, _ units: Int64, by holder: Holder) {
      cells[row, default: [:]][holder, default: 0] += units
    }

    mutating func deposit(_ amount: Money, of holder: Holder) {
      owe(.deposits, amount.cents, from: bank(of: holder), to: holder)
    }

    /// Households bank at bank 0, members of other sectors at one and the other in turn.
    func bank(of holder: Holder) -> Holder { Holder(.banks, holder.sector == .households ? 0 : holder.row % 2) }

    var opening: Opening {
      var opening = Opening()
      for row in Instrument.allCases {
        for sector in Sector.allCases {
          let balances = (0..<chart.members[sector]).map { cells[row]?[Holder(sector, $0)] ?? 0 }
          if balances.contains(where: { $0 != 0 }) { opening.set(row, sector, balances) }
        }
      }
      return opening
    }
  }
}

// MARK: - What happens around the mechanism under test

/// A group of observables that a test says instead of the mechanism that usually does.
protocol Topic: Sendable {
  static var name: String { get }
  static var observables: [Observable] { get }
}

enum PriceTopic: Topic {
  static let name = "prices"
  static let observables: [Observable] = [.priceLevel, .corePriceLevel]
}

enum ActivityTopic: Topic {
  static let name = "activities"
  static let observables: [Observable] = [.activity]
}

enum JobsTopic: Topic {
  static let name = "jobs"
  static let observables: [Observable] = [.unemployment]
}

/// Says the same of every number of a topic: a value for each step, the last one from then on.
struct Says<T: Topic>: Mechanism {
  static var name: String { T.name }
  static var says: [Observable] { T.observables }
  let values: [Double]
  init(_ values: Double...) { self.values = values }

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    let value = values[min(view.step, values.count) - 1]
    for observable in T.observables {
      let count = if case .each(let labels) = observable.width { labels.count } else { 1 }
      for index in 0..<count { turn.say(observable, at: index, value) }
    }
  }
}

/// Pays what a test wants paid in a step.
struct Pays: Mechanism {
  static let name = "pays"
  typealias Payment = (amount: Money, payer: Holder, payee: Holder, flow: Flow)
  let payments: @Sendable (_ step: Int) -> [Payment]
  init(_ payments: @escaping @Sendable (_ step: Int) -> [Payment]) { self.payments = payments }

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    for payment in payments(view.step) {
      turn.pay(payment.amount, from: payment.payer, to: payment.payee, as: payment.flow, ifShort: .orDefault)
    }
  }
}
