import Foundation
import Observatory
import Quantities
import Statistics
import Testing

@Suite("A data folder")
struct DataFolderTests {
  /// A folder with `market/spx_daily.csv` and a flat `rates.csv`, removed after the body.
  private func withFolder(_ body: (DataFolder, URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("penstock-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("market"), withIntermediateDirectories: true)
    let prices = "date,close,source\n2025-01-02,1,x\n2025-01-03,2,x\n"
    try prices.write(to: folder.appendingPathComponent("market/spx_daily.csv"), atomically: true, encoding: .utf8)
    try "date,rate\n2025-01-02,4\n".write(
      to: folder.appendingPathComponent("rates.csv"), atomically: true, encoding: .utf8)
    try body(try DataFolder(folder.path), folder)
  }

  @Test("finds a file in its rooms or flat, with or without its ending")
  func finds() throws {
    try withFolder { folder, _ in
      #expect(folder.files == ["market/spx_daily.csv", "rates.csv"])
      for name in ["spx_daily", "spx_daily.csv", "market/spx_daily"] {
        let series = try folder.series(name, "close")
        #expect(series.columns.map(\.name) == ["close"])
        #expect(try series.column("close").values == [1, 2])
      }
      #expect(try folder.panel("rates").days == [Day(2025, 1, 2)].compactMap(\.self))
    }
  }

  @Test("names the nearest file or column, and says when a column is text")
  func nearest() throws {
    try withFolder { folder, _ in
      #expect(problem { try folder.panel("spx_dayly.csv") }?.cure == "did you mean 'spx_daily.csv'?")
      #expect(problem { try folder.series("spx_daily", "clsoe") }?.message.hasSuffix("did you mean 'close'?") == true)
      #expect(problem { try folder.series("spx_daily", "source") }?.message == "the column holds text")
      #expect(problem { try folder.panel("market") }?.problem == .notFound)
    }
  }

  @Test("is refused when it is not there, is a file, or offers a device")
  func refused() throws {
    #expect(problem { try DataFolder("/no/such/folder") }?.problem == .notFound)
    try withFolder { _, place in
      let file = place.appendingPathComponent("rates.csv").path
      #expect(problem { try DataFolder(file) }?.message == "this is a file")
    }
    #expect(problem { try TidyCSV.panel(ofFile: "/dev/null") }?.problem == .unreadable)
    #expect(problem { try TidyCSV.panel(ofFile: "/no/such/file.csv") }?.problem == .notFound)
  }
}
