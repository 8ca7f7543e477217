import Foundation
import Laboratory
import Observatory
import Quantities
import Testing

@Suite("The first year beside what is known")
struct BaselineYearTests {
  private var base: RunRequest {
    var base = RunRequest()
    base.scale = RunRequest.coarsest
    return base
  }

  @Test("reads ten figures of 2026 at their dates", .enabled(if: SharedMarket.haveData))
  func figures() throws {
    let data = try DataFolder(#require(SharedMarket.data).path)
    let year = try BaselineYear(data, base, replicates: 2)
    #expect(year.rows.count == 10 && year.replicates == 2)
    for row in year.rows {
      #expect(row.known.value.isFinite && row.known.last.year == 2026, "\(row.name)")
      #expect(row.median.isFinite && row.low <= row.median && row.median <= row.high, "\(row.name)")
      #expect(row.median != 0)
    }
    // By hand from nipa_quarterly.csv: (32475.21 / 31422.526)² − 1 when the second quarter is the last.
    let product = try #require(year.rows.first)
    if product.known.last.iso == "2026-04-01" {
      #expect(abs(product.known.value - 100 * (pow(32_475.21 / 31_422.526, 2) - 1)) < 1e-9)
    }
  }

  @Test("says which file is missing")
  func missing() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("penstock-baseline-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = try DataFolder(folder.path)
    #expect(throws: DataError.self) { try BaselineYear(data, base, replicates: 1) }
  }
}
