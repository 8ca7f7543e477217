import Accounting
import Foundation
import Laboratory
import Quantities
import Simulation
import Testing

@Suite("A checkpoint file")
struct CheckpointFileTests {
  @Test("A run that is saved and gone on with ends as the run that never stopped, to the hash")
  func resumes() throws {
    var whole = try Run(.small(months: 3))
    try whole.advance()

    var half = try Run(.small(months: 3))
    try half.advance(through: Day(2026, 2, 17))
    let file = try CheckpointFile(half.saved.bytes(), file: "memory")
    var rest = try Run(resuming: file)
    #expect(rest.world.day == Day(2026, 2, 17))
    try rest.advance()

    #expect(rest.world.runHash == whole.world.runHash)
    #expect(rest.auditResidual == .zero)
  }

  @Test("A file cut short anywhere is refused, and never half used")
  func refusesCuts() throws {
    let bytes = try Run(.small(months: 1)).saved.bytes()
    for length in [0, 7, 8, 11, 12, 19, 20, 300, bytes.count / 2, bytes.count - 33, bytes.count - 1] {
      #expect(throws: CheckpointFile.Refusal.self) { try CheckpointFile(Array(bytes.prefix(length)), file: "cut") }
    }
  }

  @Test("One altered byte is refused", arguments: [3, 9, 15, 40, 5000])
  func refusesAlterations(place: Int) throws {
    var bytes = try Run(.small(months: 1)).saved.bytes()
    bytes[place] ^= 0x20
    #expect(throws: CheckpointFile.Refusal.self) { try CheckpointFile(bytes, file: "altered") }
  }

  @Test("One altered cent among the balances is refused, which only the checksum can see")
  func refusesAlteredBalance() throws {
    var bytes = try Run(.small(months: 1)).saved.bytes()
    bytes[bytes.count - 32 - 8 * 1000] ^= 1
    let refusal = #expect(throws: CheckpointFile.Refusal.self) { try CheckpointFile(bytes, file: "altered") }
    #expect(refusal?.description.contains("checksum") == true)
  }

  @Test("Another version is named in the refusal")
  func namesVersion() throws {
    var bytes = try Run(.small(months: 1)).saved.bytes()
    bytes[8] = 7
    let refusal = #expect(throws: CheckpointFile.Refusal.self) { try CheckpointFile(bytes, file: "old") }
    #expect(refusal?.description.contains("version 7") == true)
  }

  @Test("A checkpoint of another economy is refused by the name of its file")
  func refusesOtherEconomy() throws {
    let saved = try Run(.small(months: 1)).saved
    var request = saved.request
    request.without = ["gone"]
    var shorter = saved.checkpoint
    shorter.words.removeLast()
    for other in [
      CheckpointFile(request: request, auditResidual: .zero, checkpoint: saved.checkpoint, file: "old.bin"),
      CheckpointFile(request: saved.request, auditResidual: .zero, checkpoint: shorter, file: "old.bin"),
    ] {
      let refusal = #expect(throws: CheckpointFile.Refusal.self) { try Run(resuming: other) }
      #expect(refusal?.description.hasPrefix("old.bin: ") == true)
    }
  }

  @Test("A checkpoint does not go on past its run")
  func refusesShorterRun() throws {
    var run = try Run(.small(months: 2))
    try run.advance()
    let saved = run.saved
    #expect(throws: RequestError.self) { try Run(resuming: saved, months: 1) }
  }
}

extension RunRequest {
  /// A country of 1,330 households: for tests only.
  static func small(months: Int, seed: UInt64 = 1) -> RunRequest {
    var request = RunRequest()
    (request.months, request.seed, request.scale, request.audit) = (months, seed, 100_000, .daily)
    return request
  }
}
