import Accounting
import Quantities
import Simulation
import Statistics

/// The tests' own observables and mechanisms: an economy of counters, talkers and payers with no economics in it.
extension Observable {
  static let tally = Observable("tally", unit: Dimensionless.self, atRest: 0)
  static let echo = Observable("echo", unit: PerAnnum.self, atRest: -1)
  static let mood = Observable("mood", unit: Dimensionless.self, atRest: 7.5)
  static let redNoise = Observable("redNoise", unit: Dimensionless.self, atRest: 0)
  static let blueNoise = Observable("blueNoise", unit: Dimensionless.self, atRest: 0)
  static let shares = Observable("shares", unit: Dimensionless.self, atRest: 0.5, width: .each(["young", "old"]))
  static let flow = Observable("flow", unit: Dollars.self, atRest: 0, width: .eachCause)
}

extension Statistics.Stream {
  static let red = Stream(9_101)
  static let blue = Stream(9_102)
}

/// Counts the times it acts and says the count.
struct Counter: Mechanism {
  struct State: Codable, Sendable { var count = 0 }
  static let name = "counter"
  static let says: [Observable] = [.tally]
  func opening(_ view: borrowing View) -> State { State() }
  func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    state.count += 1
    turn.say(.tally, Double(state.count))
  }
}

/// Says what it hears of the counter and pays a dollar of rent for each.
struct Echo: Mechanism {
  static let name = "echo"
  static let systems = ["S1"]
  static let sees: [Observable] = [.tally, .mood]
  static let says: [Observable] = [.echo]
  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    turn.say(.echo, view[.tally])
    turn.pay(Money(cents: 100), from: Holder(.firms), to: Holder(.restOfWorld), as: .rent, ifShort: .orPart)
  }
}

/// Two uses of chance, each of which remembers a running sum and orders by its sign.
struct RedNoise: Mechanism {
  struct State: Codable, Sendable { var sum = 0.0 }
  static let name = "redNoise"
  static let systems = ["S2"]
  static let says: [Observable] = [.redNoise]
  static let orders: [Instrument] = [.restEquity]
  func opening(_ view: borrowing View) -> State { State() }
  func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let z = view.draw.normal(.red, of: Holder(.firms).address, on: view.day)
    state.sum += z
    turn.say(.redNoise, z)
    turn.order(Money(cents: Int64(state.sum * 100)), of: .restEquity, for: Holder(.firms))
  }
}

struct BlueNoise: Mechanism {
  static let name = "blueNoise"
  static let systems = ["S3"]
  static let says: [Observable] = [.blueNoise]
  static let orders: [Instrument] = [.restEquity]
  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    let z = view.draw.normal(.blue, of: Holder(.banks).address, on: view.day)
    turn.say(.blueNoise, z)
    turn.order(Money(cents: 500), of: .restEquity, for: Holder(.banks))
  }
}

/// Says the orders it finds by their cause.
struct Venue: Mechanism {
  static let name = "venue"
  static let says: [Observable] = [.flow]
  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    for cause in view.causes.indices {
      turn.say(.flow, at: cause, view.orders.filter { $0.cause == cause }.reduce(0) { $0 + $1.amount.dollars })
    }
  }
}

/// A population rule: each household gets a wage of its own and spends some of what it has; it notes the wage.
struct EarnAndSpend: PopulationRule {
  static let name = "earnAndSpend"
  static let legs: [Leg] = [
    .receives(from: .one(Holder(.firms)), as: .wages), .pays(.each(.firms), as: .consumption),
  ]
  static let notes: [Trait] = [.lastWage]
  static let sees: [Observable] = [.mood]

  func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View) {
    let deposits = view.column(.deposits, .households)
    for (index, row) in rows.enumerated() {
      let wage = Int64(view.draw.uniform(.blue, of: UInt32(row), on: view.day, index: 1) * 1_000)
      legs.cents(0)[index] = wage
      legs.cents(1)[index] = (deposits?[row] ?? 0) / 100
      legs.payees(1)[index] = UInt8(row % 2)
      notes[0][index] = Int32(wage)
    }
  }
}

extension Trait { static let lastWage = Trait("lastWage") }

enum SmallWorld {
  static let opens = day(2025, 12, 31)

  static func day(_ year: Int, _ month: Int, _ dayOfMonth: Int) -> Day {
    Day(year, month, dayOfMonth) ?? Day(number: 0)
  }

  static func ledger(households: Int = 1) throws -> Ledger {
    var chart = Chart()
    chart.members[.households] = households
    chart.members[.banks] = 2
    chart.members[.firms] = 2
    chart.bankHouseholds(shares: [1, 2])
    var opening = Opening()
    opening.set(.deposits, .households, Array(repeating: 50_000, count: households))
    opening.set(.deposits, .firms, [90_000_000_000, 0])
    opening.set(.deposits, .banks, [-90_000_000_000 - 50_000 * Int64(households), 0])
    return try Ledger(chart, opening: opening)
  }

  static func world(
    _ page: DayPage, households: Int = 1, clock: Clock = .tradingDays(.nyse), seed: UInt64 = 1, threads: Int = 1
  ) throws -> World {
    try World(
      World.Setup(
        page: page, ledger: ledger(households: households), traits: Traits(count: households), clock: clock,
        opens: opens,
        seed: seed, threads: threads))
  }

  /// Everything this file has, in five phases of three frequencies.
  static var fullDay: DayPage {
    DayPage {
      Phase("count") {
        Counter()
        Echo()
      }
      Phase("decide") {
        RedNoise()
        BlueNoise()
      }
      Phase("trade") { Venue() }
      Phase("earn", every: .month) { EarnAndSpend() }
    }
  }
}

extension World {
  func advance(days: Int) throws { for _ in 0..<days { try advance() } }
}
