import Accounting
import Quantities
import Simulation
import Statistics

/// The places of the vector `shock`.
public enum Shock: Int, CaseIterable, Sendable {
  /// Foreign demand, in logs over its trend.
  case foreignDemand
  /// Price of energy over that of domestic output, in logs.
  case energyPrices
  /// Output per worker, in logs over its trend.
  case productivity
  /// Credit standards, standard deviations; positive is tighter.
  case creditStandards
  /// Consumers' sentiment, in logs over its mean.
  case sentiment

  public static let names = allCases.map { "\($0)" }
}

extension Observable {
  /// What the economy is hit by from outside, each in its unit; see ``Shock``.
  public static let shock = Observable("shock", unit: Dimensionless.self, atRest: 0, width: .each(Shock.names))
}

extension Stream {
  static let shocks = Stream(200)
}

/// Five streams of shocks, each an autoregression of first order, month by month.
///
///     z_k ← ρ_k z_k + σ_k ε_k
///
/// Persistence and size are estimated from the series they stand for (`ShockFit` in the laboratory), none of them from the
/// model's own moments. Streams are independent: what they share in the data the economy has to make.
///
/// Ignores: correlation of the streams, fat tails, volatility that changes.
///
/// Sees: nothing. Does: says `shock`. Off means that nothing hits the economy.
/// Verified by: `ShocksTests`.
public struct Shocks: Mechanism, ParameterSet {
  public static let name = "shocks"
  public static let systems = ["S14"]
  public static let says: [Observable] = [.shock]

  @Parameter(
    "Monthly persistence of foreign demand.", range: Share(0)...Share(0.999), source: .calibrated("shocks"))
  public var foreignDemandPersistence = Share(0.977)
  @Parameter("Monthly shock to foreign demand.", range: Share(0)...Share(0.2), source: .calibrated("shocks"))
  public var foreignDemandSize = Share(0.0113)

  @Parameter(
    "Monthly persistence of energy prices.", range: Share(0)...Share(0.999), source: .calibrated("shocks"))
  public var energyPricesPersistence = Share(0.976)
  @Parameter("Monthly shock to energy prices.", range: Share(0)...Share(0.2), source: .calibrated("shocks"))
  public var energyPricesSize = Share(0.0446)

  @Parameter("Monthly persistence of productivity.", range: Share(0)...Share(0.999), source: .calibrated("shocks"))
  public var productivityPersistence = Share(0.981)
  @Parameter("Monthly shock to productivity.", range: Share(0)...Share(0.05), source: .calibrated("shocks"))
  public var productivitySize = Share(0.00444)

  @Parameter("Monthly persistence of credit standards.", range: Share(0)...Share(0.999), source: .calibrated("shocks"))
  public var creditStandardsPersistence = Share(0.961)
  @Parameter("Monthly shock to credit standards.", range: Share(0)...Share(1), source: .calibrated("shocks"))
  public var creditStandardsSize = Share(0.276)

  @Parameter("Monthly persistence of sentiment.", range: Share(0)...Share(0.999), source: .calibrated("shocks"))
  public var sentimentPersistence = Share(0.946)
  @Parameter("Monthly shock to sentiment.", range: Share(0)...Share(0.2), source: .calibrated("shocks"))
  public var sentimentSize = Share(0.048)

  public static let all: [Field<Self>] = [
    Field("foreignDemandPersistence", \.$foreignDemandPersistence), Field("foreignDemandSize", \.$foreignDemandSize),
    Field("energyPricesPersistence", \.$energyPricesPersistence), Field("energyPricesSize", \.$energyPricesSize),
    Field("productivityPersistence", \.$productivityPersistence), Field("productivitySize", \.$productivitySize),
    Field("creditStandardsPersistence", \.$creditStandardsPersistence),
    Field("creditStandardsSize", \.$creditStandardsSize),
    Field("sentimentPersistence", \.$sentimentPersistence), Field("sentimentSize", \.$sentimentSize),
  ]

  /// z by stream.
  public struct State: Codable, Sendable { var levels: [Double] }

  public init() {}

  /// ρ and σ of each stream, in the order of ``Shock``.
  public var streams: [(persistence: Double, size: Double)] {
    [
      (foreignDemandPersistence.value, foreignDemandSize.value),
      (energyPricesPersistence.value, energyPricesSize.value),
      (productivityPersistence.value, productivitySize.value),
      (creditStandardsPersistence.value, creditStandardsSize.value), (sentimentPersistence.value, sentimentSize.value),
    ]
  }

  public func opening(_ view: borrowing View) -> State { State(levels: Shock.allCases.map { _ in 0 }) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    for (index, stream) in streams.enumerated() {
      let luck = view.draw.normal(.shocks, of: UInt32(index), on: view.day)
      state.levels[index] = stream.persistence * state.levels[index] + stream.size * luck
      turn.say(.shock, at: index, state.levels[index])
    }
  }
}
