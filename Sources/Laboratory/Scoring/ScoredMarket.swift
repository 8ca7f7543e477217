import Observatory
import Quantities
import Statistics

/// A hidden market with everything gauges said of it.
public struct ScoredMarket: Sendable {
  public let law: HiddenFundLaw
  public let replicate: Int
  public let hash: String
  let funds: [FundTrack]
  let inversions: InversionTrack
  let gamma: GammaTrack
  let decoupling: DecouplingTrack

  public init(_ market: HiddenMarket) throws {
    (law, replicate, hash) = (market.law, market.replicate, market.hash)
    let days = market.panel.days
    let older = try PriceGaugeHistory(of: market.panel, from: days[market.firstRow], through: days[days.count - 1])
    funds = try FundMoneyGauge.Kind.allCases.map { try FundTrack($0, of: market, older) }
    inversions = try InversionTrack(of: market)
    gamma = try GammaTrack(of: market)
    decoupling = try DecouplingTrack(of: market, funds)
  }

  func track(_ kind: FundMoneyGauge.Kind) -> FundTrack { funds[kind == .volTarget ? 0 : 1] }

  /// Correlations of levels and of flows of each kind of fund, by which a record knows the market again.
  public var levels: [Double] { funds.map { $0.levelCorrelation ?? .nan } }
  public var flows: [Double] { funds.map { $0.flowCorrelation ?? .nan } }
}
