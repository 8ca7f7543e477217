import Reports
import Synchronization
import Testing

@Suite struct NumberTextTests {
  @Test(
    "Numbers are rounded before their unit is chosen",
    arguments: [
      (NumberStyle.dollars, 999.96e6, "$1.00bn"), (.dollars, -1.0249e12, "−$1.02tn"), (.dollars, 4210, "$4,210"),
      (.percent, 0.0424, "4.24%"), (.percentagePoints, -0.0041, "−0.410 pp"), (.plain, 1_234_567, "1.23m"),
      (.plain, 0, "0"), (.plain, 12345, "12,300"), (.plain, .nan, "–"), (.plain, -.infinity, "–"),
      (.unit("MW"), 512, "512 MW"),
      (.plain, 1e300, "1.00e300"), (.plain, 2.5e-9, "2.50e-9"),
    ])
  func styled(style: NumberStyle, value: Double, expected: String) {
    #expect(style.text(value) == expected)
  }

  @Test("The smallest and the largest numbers have a text")
  func extremes() {
    #expect(NumberText.significant(.leastNonzeroMagnitude) != "0")
    #expect(NumberText.dollars(-.greatestFiniteMagnitude).hasPrefix("−$"))
    #expect(NumberText.fixed(1e300, decimals: 99).hasPrefix("1,000"))
  }

  @Test("Effects carry their sign and zero has none")
  func signed() {
    #expect(NumberText.signed(0.25) == "+0.250")
    #expect(NumberText.signed(-0.25, 2) == "−0.25")
    #expect(NumberText.signed(0) == "0")
  }

  @Test("Both ends of an interval have as many decimals and the unit stands once")
  func interval() {
    #expect(NumberStyle.percentagePoints.interval(-0.02, 0.001) == "[−2.00, 0.10] pp")
    #expect(NumberStyle.plain.interval(.nan, 1) == "–")
  }
}

@Suite struct TerminalTableTests {
  @Test("Wide letters, marks and escape sequences do not break the columns")
  func alignment() {
    let table = Table(
      [.init("name"), .number("value")],
      rows: [
        ["日本", .number(1.5)], ["e\u{301}tat", .number(-22)], ["a\u{1b}[31m\nb", .number(.nan)],
      ])
    #expect(
      TerminalTable(table).text == """
        name      value
        ────────  ─────
        日本       1.50
        e\u{301}tat      −22.0
        a [31m b      –

        """)
  }

  @Test("A table wider than the terminal wraps its text and keeps its numbers")
  func wrapping() {
    let table = Table([.init("claim"), .number("p")], rows: [["one two three four five", .number(0.125)]])
    let lines = TerminalTable(table, width: 20).text.split(separator: "\n").map(String.init)
    #expect(lines == ["claim              p", "─────────────  ─────", "one two three  0.125", "four five"])
  }

  @Test("Short rows are filled and long ones cut")
  func rowLengths() {
    let table = Table([.init("a"), .init("b")], rows: [["1"], ["1", "2", "3"]])
    #expect(table.rows.map(\.count) == [2, 2])
  }
}

@Suite struct BraillePlotTests {
  @Test("A rising line goes from the lower left to the upper right dot")
  func risingLine() {
    let lines = BraillePlot([0, 1], from: "a", to: "z").text(width: 40, height: 6).split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[0].hasPrefix("1.00 ┤") && lines[3].hasPrefix("0.00 ┤"))
    #expect(lines[0].unicodeScalars.last.map { $0.value & 0x08 } == 0x08)
    #expect(lines[3].unicodeScalars.first { $0.value > 0x2800 && $0.value < 0x2900 }.map { $0.value & 0x40 } == 0x40)
    #expect(lines[5].hasSuffix("z"))
    #expect(lines.allSatisfy { $0.count <= 40 })
  }

  @Test(
    "No values, one value and only missing ones are drawn or said",
    arguments: [[], [3], [.nan, .nan], [.infinity], [1e300, -1e300]])
  func oddSeries(values: [Double]) { #expect(!BraillePlot(values).text(width: 1, height: 0).isEmpty) }
}

@Suite struct ProgressBarTests {
  private final class Screen: Sendable {
    let written = Mutex<[String]>([])
    let seconds = Mutex(0.0)
    func bar(total: Int, isTerminal: Bool) -> ProgressBar {
      ProgressBar(
        "runs", total: total, isTerminal: isTerminal, width: 80,
        now: { .seconds(self.seconds.withLock { $0 }) }, write: { text in self.written.withLock { $0.append(text) } })
    }
  }

  @Test("A terminal shows share, elapsed and remaining time, and is wiped at the end")
  func terminal() throws {
    let screen = Screen()
    let bar = screen.bar(total: 4, isTerminal: true)
    screen.seconds.withLock { $0 = 10 }
    bar.advance()
    let line = try #require(screen.written.withLock { $0.last })
    #expect(line.contains("25%  10 s, about 30 s left") && line.hasPrefix("\r"))
    bar.finish()
    bar.advance()
    #expect(screen.written.withLock { $0.last } == "\r\u{1b}[K")
  }

  @Test("A log gets a plain line at each tenth and one at the end, from any number of threads")
  func log() async {
    let screen = Screen()
    let bar = screen.bar(total: 1000, isTerminal: false)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<10 {
        group.addTask {
          for _ in 0..<100 {
            screen.seconds.withLock { $0 += 1 }
            bar.advance()
          }
        }
      }
    }
    bar.finish()
    let lines = screen.written.withLock { $0 }
    #expect(lines.count == 10)
    #expect(lines.last == "runs: finished 1000 of 1000 in 16:40\n")
    #expect(!lines.joined().contains("\u{1b}"))
  }

  @Test("A job of less than a second gets the last line alone")
  func shortLog() {
    let screen = Screen()
    let bar = screen.bar(total: 100, isTerminal: false)
    for _ in 0..<100 { bar.advance() }
    bar.finish()
    #expect(screen.written.withLock { $0 } == ["runs: finished 100 of 100 in 0 s\n"])
  }

  @Test("Counts beyond the total, below zero and a total of zero are harmless")
  func oddCounts() {
    let screen = Screen()
    let bar = screen.bar(total: 0, isTerminal: true)
    bar.advance(by: .max)
    bar.advance(by: -5)
    bar.finish()
    #expect(screen.written.withLock { $0.first }?.contains("100%") == true)
  }
}
