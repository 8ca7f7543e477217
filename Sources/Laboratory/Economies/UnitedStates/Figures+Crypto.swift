import Quantities

extension Figures {
  /// Crypto assets at the opening: who owns them, and how large bitcoin and its funds are.
  ///
  /// The capitalisation and the split between home and abroad stand with the other balances and holdings.
  public enum Crypto {
    // MARK: Size

    public static let bitcoinCap = Figure(
      "Capitalisation of bitcoin", 1_747_679_146_138, "$",
      .release("Coin Metrics", series: "CapMrktCurUSD, community data", asOf: "2025-12-31"),
      check: Check("data/market/btc_daily.csv", "market_cap_usd", where: [.init("date", "2025-12-31")]))

    public static let fundAssets = Figure(
      "Net assets of US spot bitcoin funds", 120_680_000_000, "$",
      .release("SoSoValue", series: "total net assets, US spot bitcoin ETFs", asOf: "2025-12-04"))

    // MARK: Who owns

    public static let menUnder50 = gallup("men 18-49", 0.25)
    public static let womenUnder50 = gallup("women 18-49", 0.08)
    public static let menFrom50 = gallup("men 50+", 0.12)
    public static let womenFrom50 = gallup("women 50+", 0.09)
    public static let from65 = gallup("seniors 65+", 0.07)

    public static let from65Among50 = Figure(
      "Share of those 65 and older among those 50 and older", 0.495, "1",
      .release("Census Bureau", series: "Vintage 2024 population by age, 61.2 of 123.6 million", asOf: "2024-07"))

    /// What share of adults of an age owns crypto: men and women in equal parts, and those from 50 to 64 what is left
    /// of those from 50 on.
    public static func ownership(age: Int32) -> Double {
      switch age {
      case ..<50: return (menUnder50.value + womenUnder50.value) / 2
      case 65...: return from65.value
      default:
        let old = from65Among50.value
        return ((menFrom50.value + womenFrom50.value) / 2 - old * from65.value) / (1 - old)
      }
    }

    private static func gallup(_ population: String, _ share: Double) -> Figure {
      Figure(
        "Crypto ownership, \(population)", share, "1",
        .release("Gallup", series: "currently own cryptocurrency, \(population)", asOf: "2025-06"),
        check: Check(
          "data/macro/crypto_ownership_surveys.csv", "value_pct",
          where: [.init("survey", "Gallup"), .init("population", population), .init("measure", "currently own")],
          times: 0.01))
    }

    /// Every figure of this subject, in the order of declaration.
    public static let all: [Figure] = [
      bitcoinCap, fundAssets, menUnder50, womenUnder50, menFrom50, womenFrom50, from65, from65Among50,
    ]
  }
}
