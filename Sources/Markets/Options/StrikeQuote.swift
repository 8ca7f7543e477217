/// The best bid and offer of an option; zero where there is none.
public struct OptionQuote: Sendable, Codable, Equatable {
  public var bid: Double
  public var ask: Double

  public init(bid: Double, ask: Double) { (self.bid, self.ask) = (bid, ask) }

  public var middle: Double { (bid + ask) / 2 }
  /// Whether there are both a bid and an offer.
  public var isTwoSided: Bool { bid > 0 && ask > 0 }
  /// Whether both are numbers not below zero.
  var isUsable: Bool { bid >= 0 && ask >= 0 && bid.isFinite && ask.isFinite }
}

/// The quotes of call and put at one strike.
public struct StrikeQuote: Sendable, Codable, Equatable {
  public var strike: Double
  public var call: OptionQuote
  public var put: OptionQuote

  public init(strike: Double, call: OptionQuote, put: OptionQuote) {
    (self.strike, self.call, self.put) = (strike, call, put)
  }
}
