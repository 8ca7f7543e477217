import Markets
import Quantities
import Statistics

/// The chain in a file saved from Cboe's delayed-quotes page.
///
/// Lines of title and quote, then `Expiration Date,Calls,...,IV,Delta,Gamma,Open Interest,Strike,Puts,...` with the call
/// to the left of the strike and the put to the right.
enum CboeChain {
  /// nil when the file is not of this kind.
  static func chain(in bytes: [UInt8], file: String) throws(Absence) -> OptionChain? {
    var scanner = CSVScanner(bytes, file: file)
    do {
      var (spot, day): (Double?, Day?) = (nil, nil)
      for _ in 0..<5 {
        guard try scanner.advance() else { return nil }
        let cells = scanner.cells.map(scanner.text)
        if cells[0] == "Expiration Date" {
          guard let columns = Columns(cells), let day else { return nil }
          return OptionChain(
            day: day, spot: spot, options: try options(of: &scanner, columns),
            source: ["Expiration Date", "Strike", "IV", "Gamma", "Open Interest"].map { "\(file): \($0)" })
        }
        if let last = cells.first(where: { $0.hasPrefix("Last: ") }) { spot = Double(last.dropFirst(6)) }
        if cells[0].hasPrefix("Date: ") { day = date(long: cells[0].dropFirst(6)) }
      }
      return nil
    } catch {
      throw Absence(reason: "\(error)")
    }
  }

  /// Where the columns are, calls and puts having the same names.
  private struct Columns {
    let strike: Int
    let call: (volatility: Int, gamma: Int, interest: Int)
    let put: (volatility: Int, gamma: Int, interest: Int)

    init?(_ names: [String]) {
      func places(_ name: String) -> (Int, Int)? {
        let found = names.indices.filter { names[$0] == name }
        return found.count == 2 ? (found[0], found[1]) : nil
      }
      guard let strike = names.firstIndex(of: "Strike"), let σ = places("IV"), let γ = places("Gamma"),
        let interest = places("Open Interest")
      else { return nil }
      self.strike = strike
      (call, put) = ((σ.0, γ.0, interest.0), (σ.1, γ.1, interest.1))
    }
  }

  private static func options(
    of scanner: inout CSVScanner, _ columns: Columns
  ) throws(DataError) -> [OptionChain.Option] {
    let reader = CellReader()
    var options: [OptionChain.Option] = []
    while try scanner.advance() {
      let row = scanner
      func number(_ column: Int, _ name: String) throws(DataError) -> Double {
        guard column < row.cells.count else { return .nan }
        let cell = row.cells[column]
        switch reader.value(of: row.bytes, from: cell.start, to: cell.end) {
        case .number(let number): return number
        case .missing: return .nan
        case .text:
          throw DataError(
            .badNumber, file: row.file, line: row.line, column: name,
            "\(DataError.shown(row.text(cell))) is not a number", cure: "save the quotes page again")
        }
      }
      guard let expiration = date(short: row.text(row.cells[0])) else {
        throw DataError(
          .badDate, file: row.file, line: row.line, column: "Expiration Date",
          "\(DataError.shown(row.text(row.cells[0]))) is not a date", cure: "save the quotes page again")
      }
      let strike = try number(columns.strike, "Strike")
      for (right, place) in [(OptionRight.call, columns.call), (.put, columns.put)] {
        let interest = try number(place.interest, "Open Interest")
        guard strike > 0, strike < 1e9, (0..<1e12).contains(interest) else { continue }
        let gamma = try number(place.gamma, "Gamma")
        options.append(
          .init(
            right, strike: strike, expiration: expiration, openInterest: interest,
            volatility: try number(place.volatility, "IV"), printedGamma: gamma.isNaN ? nil : gamma))
      }
    }
    return options
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func month(_ name: some StringProtocol) -> Int? {
    months.firstIndex(of: String(name.lowercased().prefix(3))).map { $0 + 1 }
  }

  /// `Fri Jan 05 2024`.
  private static func date(short text: String) -> Day? {
    let words = text.split(separator: " ")
    guard words.count == 4, let month = month(words[1]), let day = Int(words[2]), let year = Int(words[3]) else {
      return nil
    }
    return Day(year, month, day)
  }

  /// `January 7, 2024 at 10:52 AM EST`.
  private static func date(long text: some StringProtocol) -> Day? {
    let words = text.split { $0 == " " || $0 == "," }
    guard words.count >= 3, let month = month(words[0]), let day = Int(words[1]), let year = Int(words[2]) else {
      return nil
    }
    return Day(year, month, day)
  }
}
