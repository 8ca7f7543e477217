import Simulation

extension View {
  /// What a dollar of the opening has become if it kept its share of trend output: prices times output per worker as it is known.
  ///
  ///     P · A
  ///
  /// Levels of the opening that stay a constant part of the economy grow with it: benefits, purchases, targets of cash
  /// and debt. Prices alone would make them vanish over a lifetime.
  var nominalScale: Double { self[.priceLevel] * self[.productivityLevel] }

  /// The same at the prices of domestic output, without what energy adds to those that consumers pay.
  ///
  ///     P · A
  ///
  /// What firms, governments and foreigners order grows with it: dearer fuel makes nobody order more of other things.
  var outputScale: Double { self[.corePriceLevel] * self[.productivityLevel] }
}
