import Quantities
import Statistics
import Testing

/// Expected figures are those of the Python package arch 8.0.0 on daily percent returns of the S&P 500, 1999 to 2018.
@Suite("Volatility models")
struct VolatilityFitTests {
  /// Percent returns of closes from 1999-01-04 to 2018-12-31.
  static func spReturns() throws -> [Double] {
    let rows = try SharedFiles.rows("market/spx_daily.csv", in: SharedFiles.data)
    let closes = rows.filter { $0[0] >= "1999-01-04" && $0[0] <= "2018-12-31" }.compactMap { Double($0[4]) }
    return zip(closes, closes.dropFirst()).map { 100 * ($1 / $0 - 1) }
  }

  @Test(
    "T9: the likelihood and the parameters on the S&P 500 are arch's",
    // Skipped where the data folder is not beside the checkout.
    .enabled(if: SharedFiles.haveData, "skipped: needs the data folder"),
    arguments: [
      (VolatilityModel(.garch), -6936.7185, [0.056353, 0.017507, 0.10215, 0, 0.885206]),
      (VolatilityModel(.gjr), -6822.8828, [0.017505, 0.019566, 0, 0.183069, 0.892236]),
      (VolatilityModel(.tarch), -6799.1785, [0.014307, 0.025827, 0, 0.170714, 0.90977]),
      (VolatilityModel(.garch, errors: .studentT), -6834.7356, [0.066128, 0.008664, 0.099595, 0, 0.899933, 6.607163]),
      (VolatilityModel(.tarch, errors: .studentT), -6722.1512, [0.032266, 0.020063, 0, 0.172149, 0.913925, 7.955174]),
      (VolatilityModel(.egarch), -6813.9527, [0.020621, 0.000525, 0.135527, -0.152013, 0.97483]),
    ])
  func published(model: VolatilityModel, logLikelihood: Double, expected: [Double]) throws {
    let returns = try Self.spReturns()
    try #require(returns.count == 5030)
    let fit = try #require(VolatilityFit(model, to: returns))
    let reached = fit.logLikelihood
    #expect(abs(reached - logLikelihood) < 1e-2)
    #expect(reached > logLikelihood - 1e-3, "arch found a better point")
    let p = fit.parameters
    let found = [p.mean, p.constant, p.response, p.asymmetry, p.memory] + (p.degrees.map { [$0] } ?? [])
    for (value, target) in zip(found, expected) { #expect(abs(value - target) < 2e-4 * max(1, abs(target))) }
    let isConverged = fit.isConverged
    #expect(isConverged && found.count == expected.count)
  }

  static let models = VolatilityModel.Dynamics.allCases.flatMap { dynamics in
    VolatilityModel.Errors.allCases.map { VolatilityModel(dynamics, errors: $0) }
  }

  static func parameters(_ model: VolatilityModel) -> VolatilityParameters {
    let isLogarithmic = model.dynamics == .egarch
    return VolatilityParameters(
      mean: 0.05, constant: isLogarithmic ? 0.01 : 0.03, response: isLogarithmic ? 0.15 : 0.05,
      asymmetry: model.dynamics == .garch ? 0 : isLogarithmic ? -0.1 : 0.1, memory: isLogarithmic ? 0.97 : 0.88,
      degrees: model.errors == .studentT ? 6 : nil)
  }

  private static let draw = Draw(seed: 2026, replicate: 0)

  @Test("a fit to simulated returns finds the parameters they came from", arguments: models)
  func recovery(model: VolatilityModel) throws {
    let truth = Self.parameters(model)
    let returns = try #require(model.simulate(truth, count: 20_000, draw: Self.draw))
    let fit = try #require(VolatilityFit(model, to: returns))
    let (found, isConverged) = (fit.parameters, fit.isConverged)
    #expect(isConverged)
    // About four standard errors of 20,000 days, as their spread over seeds shows.
    #expect(abs(found.mean - truth.mean) < 0.03)
    #expect(abs(found.response - truth.response) < 0.03 && abs(found.asymmetry - truth.asymmetry) < 0.04)
    #expect(abs(found.memory - truth.memory) < 0.03 && abs(found.constant - truth.constant) < 0.02)
    #expect(abs((found.degrees ?? 0) - (truth.degrees ?? 0)) < 1)
    let likelihood = try #require(VolatilityLikelihood(model, returns))
    // Twice the gain over the truth is χ² with as many degrees of freedom as there are parameters.
    let gain = fit.logLikelihood - likelihood.value(at: truth)
    #expect(gain >= 0 && gain < 15)
    let spread = try #require(Moments.variance(fit.standardizedResiduals))
    #expect(abs(spread - 1) < 0.05)
  }

  @Test("the likelihood of three days is the one by hand", arguments: [VolatilityModel.Dynamics.gjr, .tarch, .egarch])
  func byHand(dynamics: VolatilityModel.Dynamics) throws {
    let model = VolatilityModel(dynamics)
    let p = Self.parameters(model)
    let returns = [0.4, -1.1, 0.2, 0.9, -0.3, 0.1, -2.2, 1.3, 0.5, -0.6, 0.7]
    let mean = try #require(Moments.mean(returns))
    var (sum, weights, weight) = (0.0, 0.0, 1.0)
    for value in returns {
      let size = abs(value - mean)
      sum += weight * (dynamics == .tarch ? size : size * size)
      weights += weight
      weight *= 0.94
    }
    let backcast = sum / weights
    var logL = 0.0
    var variance = 0.0
    for (t, value) in returns.enumerated() {
      let ε = t == 0 ? 0 : returns[t - 1] - p.mean
      let answer = p.response + (ε < 0 ? p.asymmetry : 0)
      switch dynamics {
      case .garch, .gjr:
        variance =
          t == 0
          ? p.constant + (p.response + p.asymmetry / 2 + p.memory) * backcast
          : p.constant + answer * ε * ε + p.memory * variance
      case .tarch:
        let deviation =
          t == 0
          ? p.constant + (p.response + p.asymmetry / 2 + p.memory) * backcast
          : p.constant + answer * abs(ε) + p.memory * variance.squareRoot()
        variance = deviation * deviation
      case .egarch:
        let z = ε / variance.squareRoot()
        let news = t == 0 ? 0 : p.response * (abs(z) - (2 / Double.pi).squareRoot()) + p.asymmetry * z
        variance = Elementary.exp(
          p.constant + news + p.memory * (t == 0 ? Elementary.log(backcast) : Elementary.log(variance)))
      }
      let surprise = value - p.mean
      logL -= 0.5 * (Elementary.log(2 * .pi) + Elementary.log(variance) + surprise * surprise / variance)
    }
    let likelihood = try #require(VolatilityLikelihood(model, returns))
    #expect(abs(likelihood.value(at: p) - logL) < 1e-12)
    let path = try #require(likelihood.variances(at: p))
    #expect(path.count == returns.count + 1 && abs(path[10] - variance) < 1e-13)
  }

  @Test("derivatives of the likelihood are those of differences", arguments: models)
  func slopes(model: VolatilityModel) throws {
    let p = Self.parameters(model)
    let returns = try #require(model.simulate(p, count: 400, draw: Self.draw))
    let likelihood = try #require(VolatilityLikelihood(model, returns))
    let gradient = likelihood.score(at: p).gradient
    let fields: [WritableKeyPath<VolatilityParameters, Double>] = [
      \.mean, \.constant, \.response, \.asymmetry, \.memory, \.degreesOrZero,
    ]
    for (index, field) in fields.enumerated() {
      guard index != 3 || model.dynamics != .garch, index != 5 || model.errors == .studentT else { continue }
      let width = 1e-6
      var (ahead, behind) = (p, p)
      ahead[keyPath: field] += width
      behind[keyPath: field] -= width
      let difference = (likelihood.value(at: ahead) - likelihood.value(at: behind)) / (2 * width)
      #expect(abs(gradient[index] - difference) < 1e-4 * max(1, abs(difference)), "\(field)")
    }
  }

  @Test("a longer simulation begins with the shorter one, and another holder has other luck")
  func simulation() throws {
    let model = VolatilityModel(.garch, errors: .studentT)
    let p = Self.parameters(model)
    let long = try #require(model.simulate(p, count: 300, draw: Self.draw))
    #expect(model.simulate(p, count: 100, draw: Self.draw) == Array(long.prefix(100)))
    #expect(model.simulate(p, count: 100, draw: Self.draw, of: 1) != Array(long.prefix(100)))
    #expect(model.simulate(p, count: -4, draw: Self.draw) == [])
  }

  @Test("what cannot be fitted is nil, and what is not admissible has no likelihood")
  func refused() throws {
    #expect(VolatilityFit(VolatilityModel(.garch), to: Array(repeating: 1, count: 100)) == nil)
    #expect(VolatilityFit(VolatilityModel(.garch), to: [1, 2, 3]) == nil)
    #expect(VolatilityFit(VolatilityModel(.garch), to: Array(repeating: 1, count: 99) + [.nan]) == nil)
    let returns = (0..<100).map { Double($0 % 7) - 3 }
    let likelihood = try #require(VolatilityLikelihood(VolatilityModel(.gjr), returns))
    var p = Self.parameters(VolatilityModel(.gjr))
    p.memory = 0.99
    #expect(likelihood.value(at: p) == -.infinity && likelihood.variances(at: p) == nil)
    #expect(VolatilityModel(.gjr).simulate(p, count: 5, draw: Self.draw) == nil)
  }

  @Test(
    "returns without clusters, or in a strange unit, are fitted all the same",
    arguments: VolatilityModel.Dynamics.allCases)
  func plain(dynamics: VolatilityModel.Dynamics) throws {
    let noise = (0..<3000).map { 1e-4 * Self.draw.normal(Stream(9), of: 3, on: Day(number: $0)) }
    let fit = try #require(VolatilityFit(VolatilityModel(dynamics, errors: .studentT), to: noise))
    let (variance, degrees) = (fit.nextVariance * 1e8, fit.parameters.degrees ?? 0)
    #expect(abs(variance - 1) < 0.2 && degrees > 20)
  }
}

extension VolatilityParameters {
  fileprivate var degreesOrZero: Double {
    get { degrees ?? 0 }
    set { degrees = newValue }
  }
}
