import Accounting
import Quantities
import Simulation
import Statistics

/// The log price of one basket and everything it is made of.
struct BasketPrice: Codable, Sendable {
  /// u, the price without anybody's impact.
  private(set) var core: Double
  private(set) var logPrice: Double
  /// log v as last seen; nil before the first day.
  private var logValue: Double?
  private var impacts: [PriceImpact]
  private var expected: [ExpectedFlow]
  /// r and the two parts of it that are nobody's trading, of the last day.
  private(set) var change = 0.0
  private(set) var newsPart = 0.0
  private(set) var valuePart = 0.0

  init(at price: Price, causes: Int) {
    core = Elementary.log(max(price.dollars, 1e-8))
    logPrice = core
    impacts = Array(repeating: PriceImpact(), count: causes)
    expected = Array(repeating: ExpectedFlow(), count: causes)
  }

  func price() throws -> Price { try Price(dollars: Elementary.exp(logPrice)) }

  /// Writes the part of each cause's flow in this basket that was not expected.
  mutating func takeSurprises(in flows: [CauseFlow], _ terms: EquityVenue.Terms, into surprises: inout [Double]) {
    surprises.removeAll(keepingCapacity: true)
    for cause in flows.indices {
      surprises.append(
        expected[cause].surprise(
          in: flows[cause].flow, calendar: flows[cause].calendar, pressure: terms.pressure, learning: terms.learning))
    }
  }

  /// Moves the price by a day.
  ///
  /// `own` are the causes' surprises in this basket, `index` those in the index. The parts are added in the order news,
  /// value, causes, so whoever adds them in that order gets the return to the last bit.
  mutating func move(
    _ basket: EquityBasket, _ view: borrowing View, _ terms: EquityVenue.Terms, own: [Double], index: [Double],
    each: (_ cause: Int, _ part: Double) -> Void
  ) {
    let seen = Elementary.log(max(view[.fundamentalValue, basket.rawValue], 1e-8))
    let before = logValue ?? seen
    newsPart = view[.news, basket.rawValue] + view[.tone] + view[.liquidityTone]
    valuePart = seen - before - terms.decay.fading * (core - before)
    logValue = seen
    change = newsPart + valuePart
    core += change
    for cause in impacts.indices {
      let push = terms.multiplier * index[cause] + terms.relative * (own[cause] - index[cause])
      let part = impacts[cause].step(push, terms.decay)
      each(cause, part)
      change += part
    }
    logPrice += change
  }
}

/// The flow of one cause in one basket on a day, over capitalisation, and what a calendar foretold of it.
struct CauseFlow: Sendable, Equatable {
  var flow = 0.0
  var calendar: Double?
}
