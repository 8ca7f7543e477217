import Sectors
import Testing

@Suite("Children")
struct ChildrenTests {
  @Test("are packed by year of birth, counted by age and gone when they are grown")
  func packing() {
    var children = Children()
    for year in [2010, 2015, 2024] { children.add(bornIn: year) }
    let read = Children(children.packed)
    #expect(read == children)
    #expect(read.count(in: 2026) == 3)
    #expect(read.count(under: 6, in: 2026) == 1)
    #expect(read.count(in: 2028) == 2)
    #expect(read.staying(in: 2028).count(under: 99, in: 2028) == 2)
    #expect(read.staying(in: 2050) == Children())
  }

  @Test("are at most four, and born in years that a byte holds")
  func bounds() {
    var children = Children()
    for year in 2000..<2010 { children.add(bornIn: year) }
    #expect(children.count(under: 99, in: 2010) == 4)
    var none = Children()
    for year in [1990, 1900, 2246] { none.add(bornIn: year) }
    #expect(none == Children())
  }
}
