import Quantities
import Testing

@Suite("The nearest name")
struct NearestNameTests {
  let switches = ["flowPricing", "volTargetFunds", "trendFollowers", "buybacks", "optionDealers", "crypto"]

  @Test(
    "is found for a slip of the hand",
    arguments: [
      ("buyback", "buybacks"), ("Buybakcs", "buybacks"), ("CRYPTO", "crypto"), ("trendfollower", "trendFollowers"),
    ])
  func slips(word: String, name: String) { #expect(word.nearest(among: switches) == name) }

  @Test("is not offered for a different word", arguments: ["", "households", "x", "日本語のことば"])
  func strangers(word: String) { #expect(word.nearest(among: switches) == nil) }

  @Test("is nil among no candidates")
  func none() { #expect("buybacks".nearest(among: []) == nil) }
}
