import Benchmark
import Sweeps

/// Ten million households by three legs: `swift package benchmark --filter ".*households.*"`.
let benchmarks: @Sendable () -> Void = {
  let configuration = Benchmark.Configuration(
    metrics: [.wallClock, .throughput], timeUnits: .milliseconds, warmupIterations: 3, maxDuration: .seconds(20),
    maxIterations: 100)
  Benchmark("10 M households, three legs, bare C loop", configuration: configuration) { benchmark, sweeps in
    for _ in benchmark.scaledIterations { sweeps.bare() }
  } setup: {
    try PopulationSweeps()
  }
  Benchmark("10 M households, three legs, through the ledger", configuration: configuration) { benchmark, sweeps in
    for _ in benchmark.scaledIterations { try sweeps.throughLedger() }
  } setup: {
    try PopulationSweeps()
  }
}
