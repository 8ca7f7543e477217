import Quantities

/// What a mechanism's page leads one to expect of its switch: outcomes that move, and in which direction, and outcomes that
/// no channel of its own leads to.
///
/// Written down before the effects were measured, or marked as seen. The economy is one ledger, so in time everything moves a
/// little: a placebo is an outcome that should move too little to be found among as many tests.
public struct SwitchPrediction: Sendable, Equatable {
  public enum Direction: String, Sendable { case rises, falls, untouched }

  /// The switch, and the outcome by name.
  public let change: String
  public let outcome: String
  /// What the outcome does with the mechanism, beside without it.
  public let direction: Direction
  public let why: String

  private init(_ change: String, _ outcome: String, _ direction: Direction, _ why: String) {
    (self.change, self.outcome, self.direction, self.why) = (change, outcome, direction, why)
  }

  public static let all =
    energyLimit + treasuryLiquidity + policyPut + wealthPolitics + crypto + cryptoPolitics + firmDemography
    + households + bankCapital

  private static func untouched(_ change: String, _ outcomes: [String], _ why: String) -> [SwitchPrediction] {
    outcomes.map { SwitchPrediction(change, $0, .untouched, why) }
  }

  private static let energyLimit =
    [
      SwitchPrediction("energyLimit", "energisedShare", .falls, "machines wait for power"),
      SwitchPrediction("energyLimit", "connectionQueue", .rises, "connections take equipment and time"),
      SwitchPrediction("energyLimit", "computeDelivered", .falls, "compute without power delivers nothing"),
      SwitchPrediction("energyLimit", "taskPrice", .rises, "compute that waits is dearer"),
    ]
    + untouched(
      "energyLimit", ["cryptoStance", "cryptoOwners", "stablecoins", "redistribution"], "no channel to power")

  private static let treasuryLiquidity =
    [
      SwitchPrediction(
        "treasuryLiquidity", "meanCashAccount", .rises, "the Treasury takes more cash than was foreseen"),
      SwitchPrediction("treasuryLiquidity", "meanReserves", .falls, "220 billion of purchases where 240 were foreseen"),
      SwitchPrediction(
        "treasuryLiquidity", "liquidityBeyondConsensus", .falls, "announced less foreseen, over three years"),
    ]
    + untouched(
      "treasuryLiquidity", ["cryptoStance", "redistribution", "energisedShare", "taskPrice"],
      "neither politics nor power read liquidity")

  private static let policyPut =
    [
      SwitchPrediction("policyPut", "policySupport", .rises, "support is called for and comes"),
      SwitchPrediction("policyPut", "supportCost", .rises, "it is paid for"),
      SwitchPrediction("policyPut", "aiCapex", .rises, "it is believed in before it pays"),
      SwitchPrediction("policyPut", "meanUnemployment", .falls, "more is invested"),
    ]
    + untouched(
      "policyPut", ["cryptoStance", "cryptoOwners", "stablecoins", "annualisedVolatility"],
      "no channel to crypto or news")

  private static let wealthPolitics =
    [
      SwitchPrediction("wealthPolitics", "redistribution", .rises, "votes move it"),
      SwitchPrediction("wealthPolitics", "needsShare", .falls, "support reaches who is short"),
      SwitchPrediction("wealthPolitics", "generationRatio", .falls, "the young receive, the rich pay"),
      SwitchPrediction("wealthPolitics", "generationGap", .falls, "the young receive, the rich pay"),
    ]
    + untouched(
      "wealthPolitics", ["cryptoStance", "cryptoOwners", "stablecoins", "annualisedVolatility"],
      "no channel to crypto or news")

  private static let crypto =
    [
      SwitchPrediction("crypto", "cryptoVolatility", .rises, "there is a price"),
      SwitchPrediction("crypto", "cryptoOwners", .rises, "people take it up"),
      SwitchPrediction("crypto", "stablecoins", .rises, "coins are issued where there is a market"),
    ]
    + untouched("crypto", ["redistribution", "energisedShare", "annualisedVolatility"], "no channel to either")

  private static let cryptoPolitics =
    [
      SwitchPrediction("cryptoPolitics", "cryptoStance", .rises, "owners vote"),
      SwitchPrediction("cryptoPolitics", "cryptoOwners", .rises, "a friendlier stance is easier access"),
      SwitchPrediction("cryptoPolitics", "stablecoins", .rises, "a friendlier stance is easier access"),
    ]
    + untouched(
      "cryptoPolitics", ["redistribution", "energisedShare", "annualisedVolatility"], "no channel to either")

  /// The rates were seen in long runs before these were written down.
  private static let firmDemography =
    [
      SwitchPrediction("firmDemography", "firmFailures", .rises, "there are firms to fail"),
      SwitchPrediction("firmDemography", "chargeOffs", .rises, "what a failed firm owes is lost in part"),
      SwitchPrediction("firmDemography", "separations", .rises, "its people lose their jobs"),
    ]
    + untouched(
      "firmDemography", ["cryptoStance", "redistribution", "energisedShare", "annualisedVolatility"],
      "no channel to crypto, power or news, and too small a one to grievance")

  /// How people age, inherit, buy homes and place their savings. What rebalancing does to the index was seen before.
  private static let households =
    [
      SwitchPrediction("ageing", "bequests", .rises, "people die"),
      SwitchPrediction("inheritance", "bequests", .rises, "estates go to heirs and not to who takes their place"),
      SwitchPrediction("housingMarket", "homesBought", .rises, "renters can buy"),
      SwitchPrediction("housingMarket", "homeownership", .rises, "those who aged into their prime have bought"),
      SwitchPrediction("housingMarket", "householdDebtToGDP", .rises, "buyers borrow more than sellers repay"),
      SwitchPrediction("rebalancing", "indexReturn", .rises, "who buys holds more active funds than who sells"),
    ]
    + ["ageing", "inheritance", "housingMarket", "rebalancing"].flatMap {
      untouched($0, ["energisedShare", "annualisedVolatility"], "no channel to power or news")
    }

  /// That banks' capital grows in the first years was seen in long runs before this was written down.
  private static let bankCapital =
    [SwitchPrediction("bankCapital", "householdDebtToGDP", .rises, "capital that grows in the first years lends more")]
    + untouched(
      "bankCapital", ["cryptoStance", "energisedShare", "annualisedVolatility"], "no channel to crypto, power or news")
}
