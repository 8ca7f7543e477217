import Quantities
import Sectors
import Testing

@Suite("A spending basket")
struct SpendingBasketTests {
  private func sum(_ basket: SpendingBasket) -> Double {
    basket.domestic.reduce(basket.imported + basket.productTaxes, +)
  }

  @Test("without an industry is still a whole dollar, in the same proportions")
  func without() {
    let rest = FirmWorld.technology.consumption.without(.informationAndAI)
    #expect(rest.domestic[Industry.informationAndAI.rawValue] == 0)
    #expect(abs(sum(rest) - 1) < 1e-15)
    #expect(abs(rest.domestic[Industry.otherGoods.rawValue] / rest.imported - 4) < 1e-12)
  }

  @Test("that is all one industry cannot go without it")
  func all() {
    let homes = FirmWorld.technology.residential
    #expect(homes.without(.construction).domestic == homes.domestic)
  }

  @Test("without what it does not have stays as it is")
  func none() {
    let basket = FirmWorld.structures
    #expect(basket.without(.finance).domestic == basket.domestic)
  }
}
