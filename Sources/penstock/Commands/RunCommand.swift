import ArgumentParser
import Laboratory
import Observatory
import Quantities
import Reports
import Simulation
import Statistics

/// One run.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run the economy once and print what came out.",
    discussion: "With --data the gauges also read the S&P 500, side by side with the run.")

  @OptionGroup var common: RunOptions
  @Option(
    help: ArgumentHelp("Go on from a checkpoint; seed, scale and switches are the checkpoint's.", valueName: "FILE"))
  var resume: String?
  @Option(help: ArgumentHelp("Save the run's state into a file.", valueName: "FILE")) var checkpoint: String?
  @Option(
    name: .customLong("checkpoint-at"),
    help: ArgumentHelp("Stop and save at this day; without it, save at the end.", valueName: "DATE"))
  var checkpointAt: WrittenDay?

  func run() throws {
    guard common.replicates ?? 1 == 1 else {
      throw Refusal(
        "--replicates \(common.replicates ?? 1): a run is one history; use `penstock compare` or the main job")
    }
    guard checkpointAt == nil || checkpoint != nil else {
      throw Refusal("--checkpoint-at needs --checkpoint FILE to say where to save")
    }
    let data = try common.dataFolder()
    let out = try common.outputFolder()
    if let checkpoint { try OutputFolder.probe(file: checkpoint) }
    var run = try begin()
    let last = run.request.lastDay()
    let stop = checkpointAt?.day ?? last
    guard stop > run.world.day || stop == last, stop <= last else {
      throw Refusal(
        """
        --checkpoint-at \(stop) is not ahead: the run stands at \(run.world.day) and ends on \(last); choose a day \
        between
        """
      )
    }
    try advance(&run, through: stop)
    if let checkpoint { try save(run, to: checkpoint) }
    let record = try run.record()
    try out?.write(record)
    try common.json ? Messages.put(JSON(run: record)) : Messages.put(text(of: record, beside: data))
  }

  private func begin() throws -> Run {
    guard let resume else { return try Run(common.request().request) }
    let saved = try CheckpointFile(contentsOf: resume)
    let isSame =
      common.seed ?? saved.request.seed == saved.request.seed
      && common.scale?.value ?? saved.request.scale == saved.request.scale
      && (common.without.isEmpty || common.without == saved.request.without) && common.scenario == nil
    guard isSame else {
      throw Refusal("\(resume) decides seed, scale, scenario and switches; leave those flags out with --resume")
    }
    return try Run(resuming: saved, months: common.months, threads: common.threads)
  }

  /// Runs day by day; an interruption saves the state where the run is, if there is a place for it.
  private func advance(_ run: inout Run, through stop: Day) throws {
    let first = run.world.day
    let bar = ProgressBar("running", total: first.distance(to: stop))
    defer { bar.finish() }
    var before = first
    do {
      try run.advance(through: stop) { day in
        bar.advance(by: before.distance(to: day))
        before = day
        if Interruption.isRequested { throw RunInterrupted() }
      }
    } catch let error as RunInterrupted {
      if let checkpoint {
        try save(run, to: checkpoint)
        Messages.say("saved \(run.world.day) in \(checkpoint); go on with --resume \(checkpoint)")
      }
      throw error
    }
  }

  private func save(_ run: Run, to path: String) throws {
    do { try run.saved.write(to: path) } catch { throw CannotWrite(path: path, error) }
  }

  private func text(of record: RunRecord, beside data: DataFolder?) throws -> String {
    var text = """
      \(record.request.scenario), seed \(record.request.seed), \(record.days) trading days to \(record.lastDay), \
      scale 1:\(NumberText.fixed(record.request.scale, decimals: 0))
      run hash \(record.runHash)
      audit residual \(record.auditResidual.cents) cents


      """
    text += TerminalTable(OutcomesTable(record.outcomes).table).text
    text += "\n" + TerminalTable(try SideBySide(record, data).table, width: 120).text
    if let level = record.daily["indexLevel"]?.values {
      text += "\nIndex\n" + BraillePlot(level, from: RunRequest.opens.iso, to: record.lastDay.iso).text()
    }
    return text
  }
}

/// A date on the command line.
struct WrittenDay: ExpressibleByArgument {
  let day: Day
  init?(argument: String) {
    guard let day = Day(iso: argument) else { return nil }
    self.day = day
  }
}
