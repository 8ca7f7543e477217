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

  /// Moves the price by a day.
  ///
  /// `own` and `other` are the causes' flows in this and the other basket over their capitalisations, `weight` is this
  /// basket's in the index. The parts are added in the order news, value, causes, so whoever adds them in that order
  /// gets the return to the last bit.
  mutating func move(
    _ basket: EquityBasket, _ view: borrowing View, _ terms: EquityVenue.Terms, own: [CauseFlow], other: [CauseFlow],
    weight w: Double, each: (Int, Double) -> Void
  ) {
    let seen = Elementary.log(max(view[.fundamentalValue, basket.rawValue], 1e-8))
    newsPart = view[.news, basket.rawValue] + view[.tone]
    valuePart = seen - (logValue ?? seen) - terms.decay.fading * (core - (logValue ?? seen))
    logValue = seen
    change = newsPart + valuePart
    core += newsPart + valuePart
    for cause in impacts.indices {
      let surprise = expected[cause].surprise(
        in: own[cause], and: other[cause], weight: w, pressure: terms.pressure, learning: terms.learning)
      let push = terms.multiplier * surprise.index + terms.relative * surprise.relative
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
