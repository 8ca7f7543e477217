/// A sentence of the thesis that Penstock is to judge, in our words, with the smallest effect worth the name.
///
/// The thesis is an essay of December 2025. What is here is fixed before looking at any evidence; a verdict is computed.
public struct Claim: Sendable, Equatable {
  public let id: String
  /// The system it is about.
  public let system: String
  public let title: String
  public let statement: String
  /// δ: an interval above it supports the sentence, one below it refutes it.
  public let smallestEffect: String

  private init(_ id: String, _ system: String, _ title: String, _ statement: String, _ smallestEffect: String) {
    (self.id, self.system, self.title, self.statement, self.smallestEffect) = (
      id, system, title, statement, smallestEffect
    )
  }

  public static let all = [
    Claim(
      "C01", "S1", "flows lead",
      "Positioning, liquidity and policy talk explain more of the index's daily variance than news of the economy.",
      "half of what is explained"),
    Claim(
      "C02", "S6", "odds whipsaw",
      "Odds of a cut can swing by 40 points and back within 30 days, mostly on talk.",
      "40 points"),
    Claim(
      "C03", "S2", "vol-target amplifies",
      "Volatility-targeting funds deepen falls and add to rises.",
      "5 % of drawdown"),
    Claim(
      "C04", "S3", "trend cascade",
      "Thresholds that trend followers share move the index for days without news.",
      "0.3 runs a year"),
    Claim(
      "C05", "S4", "buyback bid",
      "Corporations are the largest net buyer of equity.",
      "largest in more than half of the years"),
    Claim(
      "C06", "S4", "buyback window",
      "The market is weaker while companies' windows are shut.",
      "1 basis point a day"),
    Claim(
      "C07", "S5", "inversion is not panic",
      "Most inversions of the VIX curve come from hedging, not from panic.",
      "half of the spells"),
    Claim(
      "C08", "S1", "data lag",
      "Macroeconomic data lag prices; talk leads them.",
      "0.02 of R²"),
    Claim(
      "C09", "S7", "AI capex is the pillar",
      "Without AI investment growth is near recession.",
      "0.25 points of growth, net of imports, or 10 points of recession probability"),
    Claim(
      "C10", "S7", "automation at the bottom",
      "AI lowers the demand for labour most in the lowest third.",
      "0.5 points of employment"),
    Claim(
      "C11", "S7", "masked deterioration",
      "Output holds while labour weakens, and income moves to capital.",
      "0.3 points of the labour share"),
    Claim(
      "C12", "S8", "policy put",
      "Policy supports AI investment when it falters.",
      "5 points of recession probability"),
    Claim(
      "C13", "S9", "needs line",
      "A family of four needs $130,000 to $150,000 a year.",
      "whole interval within $115,000 to $165,000"),
    Claim(
      "C14", "S9", "child care over rent",
      "Raising children costs more than rent or mortgage.",
      "half of parent households"),
    Claim(
      "C15", "S9", "housing unaffordable",
      "Housing is out of reach of the young for structural reasons.",
      "5 points of income"),
    Claim(
      "C16", "S9", "Boomers own",
      "Boomers dominate assets; the young have income and no capital.",
      "10 points above their share of households"),
    Claim(
      "C17", "S9", "inflation widens",
      "Inflation of asset prices widens the gap between generations each year.",
      "zero"),
    Claim(
      "C18", "S11", "energy binds",
      "Energy and not chips limits AI.",
      "a ratio of elasticities of one"),
    Claim(
      "C19", "S12", "two tracks",
      "The tracks diverge in productivity, margins, hiring, capital and inflation.",
      "a joint index above zero"),
    Claim(
      "C20", "S12", "bridge firms",
      "Companies that join the tracks become the most valuable.",
      "top third over the others"),
    Claim(
      "C21", "S13", "liquidity wave of 2026",
      "Net liquidity beats what was expected at the end of 2025, and prices answer.",
      "zero, each"),
    Claim(
      "C22", "S13", "Treasury replaces QE",
      "Operations of the Treasury move liquidity more than the Fed's balance sheet does.",
      "a change of share above zero in both measures"),
    Claim(
      "C23", "S10", "crypto is political",
      "Crypto is the asset of the young and moves policy.",
      "5 points of ownership between ages"),
    Claim(
      "C24", "S14", "no cycle",
      "The classical cycle of hiring, inventories and credit is gone.",
      "spectral verdict only after 16 years"),
    Claim(
      "C25", "S15", "flows until 2027",
      "For 12 to 18 months flows and sentiment drive the market, not fundamentals.",
      "fundamentals ahead at six months or less refute it"),
  ]
}
