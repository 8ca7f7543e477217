import Dispatch
import Markets
import Quantities
import Simulation
import Statistics
import Synchronization

/// The mean moments of simulated histories under given parameters of news, all from the same draws.
struct NewsPaths: Sendable {
  let days: Int
  let threads: Int
  /// The draws of news, by path and day.
  private let luck: [[NewsProcess.Luck]]

  init(days: Int, threads: Int) {
    (self.days, self.threads) = (days, max(threads, 1))
    var dates: [Day] = []
    var day = MarketOnlyEconomy.opens
    for _ in 0..<days {
      day = TradingCalendar.nyse.next(after: day)
      dates.append(day)
    }
    luck = (0..<NewsFit.paths).map { path in
      let draw = Draw(seed: NewsFit.seed, replicate: UInt32(path))
      return dates.map { News.luck(draw, on: $0) }
    }
  }

  /// m̄ of the market-only economy with everyone in it.
  ///
  /// - Throws: the error of the first run that failed.
  func ofEconomy(_ values: [(name: String, value: Double)]) throws -> [Double] {
    try mean { path in
      var request = RunRequest()
      (request.seed, request.replicate, request.scale) = (NewsFit.seed, UInt32(path), RunRequest.coarsest)
      request.overrides = values.map { RunRequest.Override("\(News.name).\($0.name)", "\($0.value)") }
      let column = Observable.indexReturn.name
      let world = try MarketOnlyEconomy.world(request, .full, keeping: [column])
      for _ in 0..<days { try world.advance() }
      return Array((world.recorder.series(column) ?? []).dropFirst())
    }
  }

  /// m̄ of news alone.
  func ofNews(_ values: [(name: String, value: Double)]) throws -> [Double] {
    var news = News()
    for (name, value) in values { try news.set(name, to: "\(value)") }
    let process = NewsProcess(news)
    return try mean { path in
      var state = NewsProcess.State()
      return luck[path].map { process.step(&state, $0) }
    }
  }

  private func mean(_ returns: @Sendable (Int) throws -> [Double]) throws -> [Double] {
    let results = Mutex([Result<[Double], any Error>?](repeating: nil, count: NewsFit.paths))
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, NewsFit.paths)) { _ in
      while true {
        let path = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard path < NewsFit.paths else { return }
        let result = Result { NewsMoments.values(of: try returns(path)).map { $0 ?? .nan } }
        results.withLock { $0[path] = result }
      }
    }
    let lists = try results.withLock { $0 }.compactMap { try $0?.get() }
    return NewsMoments.names.indices.map { k in Moments.mean(lists.map { $0[k] }) ?? .nan }
  }
}
