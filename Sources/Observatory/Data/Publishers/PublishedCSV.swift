import Quantities

/// Reads the CSV of publishers that offer one: a header, a first column of dates, a column a value.
///
/// A cell of `.`, as FRED marks a missing value, becomes empty.
struct PublishedCSV {
  private(set) var rows: [[String]] = []

  /// - Throws: ``FetchError`` when the header is not the one expected, the last line is cut off, or a row is wrong.
  init(_ body: [UInt8], headers: [[String]]) throws(FetchError) {
    do {
      var scanner = CSVScanner(body, file: "the answer")
      guard try scanner.advance() else { throw FetchError(.empty, "the answer is empty", cure: "fetch again") }
      let header = scanner.cells.map(scanner.text)
      guard headers.contains(where: { $0.map { $0.lowercased() } == header.map { $0.lowercased() } }) else {
        let found = DataError.shown(header.joined(separator: ","))
        throw FetchError.malformed("the header is \(found), not '\(headers[0].joined(separator: ","))'")
      }
      let reader = CellReader()
      while try scanner.advance() {
        // A last line that is shorter than the others, and has no end, was cut off there.
        if scanner.cells.count < header.count, body.last != UInt8(ascii: "\n") {
          throw FetchError.truncated("the CSV ends inside line \(scanner.line)")
        }
        let cells = scanner.cells
        guard cells.count == header.count,
          let day = reader.day(of: scanner.bytes, from: cells[0].start, to: cells[0].end)
        else { throw FetchError.malformed("line \(scanner.line) is not a date and \(header.count - 1) values") }
        rows.append([day.iso] + cells.dropFirst().map(scanner.text).map { $0 == "." ? "" : $0 })
      }
    } catch let error as FetchError { throw error } catch {
      throw .malformed("\(error)")
    }
  }
}
