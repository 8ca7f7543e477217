/// One column while its file is being read.
///
/// It is undecided while every cell is missing, then numbers or text by its first cell. Text in a column of numbers is
/// refused at once; a column that began with text is refused at the end when numbers turn out to prevail.
struct GrowingColumn {
  let name: String
  let file: String
  private(set) var numbers: [Double] = []
  private(set) var texts: [String] = []
  private var numberCount = 0
  private var firstText: (line: Int, cell: String)?

  init(name: String, file: String) { (self.name, self.file) = (name, file) }

  var isText: Bool { firstText != nil }

  mutating func append(_ cell: CSVScanner.Cell, of scanner: CSVScanner, _ reader: CellReader) throws(DataError) {
    switch reader.value(of: scanner.bytes, from: cell.start, to: cell.end) {
    case .number(let number):
      numberCount += 1
      if isText { texts.append(scanner.text(cell)) } else { numbers.append(number) }
    case .missing:
      if isText { texts.append("") } else { numbers.append(.nan) }
    case .text:
      let text = scanner.text(cell)
      if !isText {
        firstText = (scanner.line, text)
        if numberCount > 0 { throw badNumber }
        texts = [String](repeating: "", count: numbers.count)
      }
      texts.append(text)
    }
  }

  /// Refuses a column that began with text but holds more numbers than texts.
  func checkKind() throws(DataError) {
    if isText, numberCount > texts.count(where: { !$0.isEmpty }) - numberCount { throw badNumber }
  }

  private var badNumber: DataError {
    DataError(
      .badNumber, file: file, line: firstText?.line, column: name,
      "\(DataError.shown(firstText?.cell ?? "")) is not a number",
      cure: "write it with digits and a point, or leave the cell empty if it is missing")
  }
}
