import Quantities
import Statistics
import Testing

@Suite("Student's t from a table")
struct StudentTTableTests {
  @Test("is the quantile to a relative 2e-9", arguments: [3.0, 4, 5, 8, 30])
  func accurate(degrees: Double) {
    let table = StudentTTable(degrees: degrees)
    var worst = 0.0
    for step in 1...4_000 {
      let z = Double(step) * 0.002
      let exact = StudentT.quantile(Elementary.normalCDF(-z), degrees: degrees).magnitude
      worst = max(worst, abs(table.value(atNormal: z) / exact - 1), abs(table.value(atNormal: -z) / -exact - 1))
    }
    #expect(worst < 2e-9, "\(worst)")
  }

  @Test("rises with the uniform, and agrees with the solved draw")
  func monotone() {
    let table = StudentTTable(degrees: 5)
    let path = (-8_300...8_300).map { table.value(atNormal: Double($0) / 1000) }
    #expect(zip(path, path.dropFirst()).allSatisfy { $0 < $1 })
    let draw = Draw(seed: 9, replicate: 0)
    for holder in 0..<200 as Range<UInt32> {
      let solved = draw.studentT(degrees: 5, Stream(1), of: holder, on: Day(number: 3))
      #expect(abs(draw.studentT(table, Stream(1), of: holder, on: Day(number: 3)) / solved - 1) < 1e-8)
    }
  }

  @Test("takes degrees it cannot have into its range, and ends without a trap at any normal")
  func limits() {
    #expect(StudentTTable(degrees: .nan).degrees == 5 && StudentTTable(degrees: -1).degrees == 1)
    let table = StudentTTable(degrees: 5)
    #expect(table.value(atNormal: .infinity) == table.value(atNormal: 8.3))
    #expect(table.value(atNormal: 1e300).isFinite)
  }
}
