import Quantities
import Statistics
import Testing

@Suite("Elementary functions of a column")
struct ElementaryColumnTests {
  @Test("have the bits of the functions of one number, at any length")
  func bits() {
    let draw = Draw(seed: 11, replicate: 0)
    let edges = [0, -.infinity, .infinity, .nan, -3, 1e300]
    let numbers = (0..<1003).map { 40 * draw.normal(Stream(9), of: $0, on: Day(number: 0)) } + edges
    for count in [0, 1, 15, 16, 17, numbers.count] {
      var (powers, logarithms) = (Array(numbers.prefix(count)), Array(numbers.prefix(count)))
      var column = powers.mutableSpan
      Elementary.exp(each: &column)
      column = logarithms.mutableSpan
      Elementary.log(each: &column)
      for (index, number) in numbers.prefix(count).enumerated() {
        #expect(powers[index].bitPattern == Elementary.exp(number).bitPattern || number.isNaN)
        #expect(logarithms[index].bitPattern == Elementary.log(number).bitPattern || logarithms[index].isNaN)
        #expect(logarithms[index].isNaN == Elementary.log(number).isNaN)
      }
    }
  }
}
