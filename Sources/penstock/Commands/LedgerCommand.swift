import Accounting
import ArgumentParser
import Laboratory
import Quantities
import Reports
import Simulation

/// The books of a run on a day.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Print the three matrices of the books on a day, or explain one balance.",
    discussion: """
      `penstock ledger --date 2026-06-30` prints the balance-sheet, transactions-flow and revaluation matrices.
      `penstock ledger explain households deposits` says where a balance came from.
      """)

  @Argument(help: ArgumentHelp("explain SECTOR INSTRUMENT", valueName: "explain")) var words: [String] = []
  @OptionGroup var common: RunOptions
  @Option(help: ArgumentHelp("The day; the last trading day up to it counts.", valueName: "DATE")) var date =
    WrittenDay(RunRequest.opens)
  @Option(help: "What the flows are summed over: month, quarter or year, up to the day.") var period = LedgerPeriod
    .month
  @Flag(help: "Print exact cents of the scaled world.") var exact = false

  func run() throws {
    let question = try LedgerQuestion(words)
    guard common.months == nil else { throw Refusal("the ledger runs up to --date DATE; leave --months out") }
    guard common.replicates == nil else { throw Refusal("the ledger is of one run; leave --replicates out") }
    let out = try common.outputFolder()
    var (request, _) = try common.request()
    let day = TradingCalendar.nyse.onOrBefore(date.day)
    request.months = max(1, monthsToRun)
    let last = request.lastDay()
    guard date.day >= RunRequest.opens, monthsToRun <= RunRequest.longest else {
      throw RequestError.day(date.day, last: lastPossible)
    }
    var run = try Run(request)
    let start = max(RunRequest.opens, period.start(before: day))
    try advance(&run, through: start)
    let before = run.world.ledger.snapshot()
    try advance(&run, through: min(day, last))
    let text: String
    switch question {
    case .matrices:
      let books = run.world.ledger.snapshot()
      let page = MatricesPage(books: books, since: before, from: start, to: run.world.day, scale: request.scale)
      text = common.json ? page.json.text() + "\n" : page.text(inCents: exact)
    case .explain(let sector, let instrument):
      let page = ExplanationPage(run.world.ledger.explain(instrument, sector), on: run.world.day, scale: request.scale)
      text = common.json ? page.json.text() + "\n" : page.text(inCents: exact)
    }
    try out?.write(text, to: common.json ? "ledger.json" : "ledger.txt")
    try Messages.put(text)
  }

  private var monthsToRun: Int {
    (date.day.year - RunRequest.opens.year) * 12 + date.day.month - RunRequest.opens.month
  }

  private var lastPossible: Day {
    var request = RunRequest()
    request.months = RunRequest.longest
    return request.lastDay()
  }

  private func advance(_ run: inout Run, through day: Day) throws {
    try run.advance(through: day) { _ in if Interruption.isRequested { throw RunInterrupted() } }
  }
}

/// What the ledger is asked.
enum LedgerQuestion {
  case matrices
  case explain(Sector, Instrument)

  init(_ words: [String]) throws {
    guard let verb = words.first else {
      self = .matrices
      return
    }
    guard verb == "explain" else {
      let cure =
        verb.nearest(among: ["explain"]).map { "did you mean '\($0)'?" }
        ?? "there is `ledger explain SECTOR INSTRUMENT`"
      throw Refusal("the ledger has no '\(verb)'; \(cure)")
    }
    guard words.count == 3 else {
      throw Refusal("`ledger explain` needs a sector and an instrument, as in `ledger explain households deposits`")
    }
    let sectors = Sector.allCases.map(\.name)
    let instruments = Instrument.allCases.map(\.name)
    guard let sector = Sector(name: words[1]) else { throw LedgerQuestion.unknown("sector", words[1], among: sectors) }
    guard let instrument = Instrument(name: words[2]) else {
      throw LedgerQuestion.unknown("instrument", words[2], among: instruments)
    }
    self = .explain(sector, instrument)
  }

  private static func unknown(_ kind: String, _ word: String, among names: [String]) -> Refusal {
    let cure =
      word.nearest(among: names).map { "did you mean '\($0)'?" } ?? "there are \(names.joined(separator: ", "))"
    return Refusal("there is no \(kind) '\(word)'; \(cure)")
  }
}

/// How far back the flows of the ledger reach.
enum LedgerPeriod: String, ExpressibleByArgument, CaseIterable {
  case month, quarter, year

  /// The last trading day before the period that holds a day.
  func start(before day: Day) -> Day {
    let first: Int =
      switch self {
      case .month: day.month
      case .quarter: (day.quarter - 1) * 3 + 1
      case .year: 1
      }
    return TradingCalendar.nyse.previous(before: Day(day.year, first, 1) ?? day)
  }
}

extension WrittenDay {
  init(_ day: Day) { self.day = day }
}

extension WrittenDay: CustomStringConvertible { var description: String { day.iso } }
