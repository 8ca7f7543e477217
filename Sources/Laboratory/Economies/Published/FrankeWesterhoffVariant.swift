import Quantities

extension FrankeWesterhoff {
  /// Discrete choice with herding, predisposition and misalignment: the winner of the 2012 contest.
  public static let dcaHPM2012 = FrankeWesterhoff()

  /// Transition probabilities, the stock market scenario of the 2009 paper (its Table 1).
  ///
  /// Its equation 5 is printed with the noise's variance halved; Table 2 comes out without that only, as the equation's
  /// own derivation has it.
  public static let tpa2009 = {
    var model = FrankeWesterhoff()
    model.switching = .transition
    (model.phi, model.chi) = (Share(0.18), Share(2.35))
    (model.fundamentalNoise, model.chartNoise) = (Share(0.79), Share(1.91))
    (model.predisposition, model.herding, model.misalignment) = (Share(-0.15), Share(1.35), Share(11.4))
    (model.impact, model.pace) = (Share(0.01), Share(0.57))
    return model
  }()
}
