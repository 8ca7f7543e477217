import Accounting
import Quantities
import Sectors
import Simulation

enum ProductTopic: Topic {
  static let name = "product"
  static let observables: [Observable] = [.realGDP]
}

enum CapexTopic: Topic {
  static let name = "capex"
  static let observables: [Observable] = [.aiCapexRate]
}

enum GapTopic: Topic {
  static let name = "gap"
  static let observables: [Observable] = [.generationHouseholds]
}

enum ChildTopic: Topic {
  static let name = "child"
  static let observables: [Observable] = [.childSupport]
}

enum HomeTopic: Topic {
  static let name = "home"
  static let observables: [Observable] = [.housingSupport]
}

enum WorkTopic: Topic {
  static let name = "work"
  static let observables: [Observable] = [.workSupport]
}

enum FortuneTopic: Topic {
  static let name = "fortune"
  static let observables: [Observable] = [.wealthTax]
}

enum GainsTopic: Topic {
  static let name = "gains"
  static let observables: [Observable] = [.gainsTax]
}

enum BuybackTopic: Topic {
  static let name = "buybackBids"
  static let observables: [Observable] = [.buybackBid]
}

/// Says each generation's wealth: Boomers a value for each step, Millennials nothing, the last one from then on.
struct BoomerWealth: Mechanism {
  static let name = "boomerWealth"
  static let says: [Observable] = [.generationWealth]
  let values: [Double]
  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    turn.say(.generationWealth, at: Generation.babyBoom.rawValue, values[min(view.step, values.count) - 1])
  }
}
