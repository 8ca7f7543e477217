import Accounting
import Foundation
import Quantities
import Simulation
import Testing

@Suite("Checkpoint, resume and the run hash")
struct CheckpointTests {
  private func world(threads: Int = 1) throws -> World {
    try SmallWorld.world(SmallWorld.fullDay, households: 400, threads: threads)
  }

  private func throughJSON(_ checkpoint: Checkpoint) throws -> Checkpoint {
    let header = try JSONEncoder().encode(checkpoint.header)
    return Checkpoint(header: try JSONDecoder().decode(Checkpoint.Header.self, from: header), words: checkpoint.words)
  }

  @Test(
    "A run stopped on any day and resumed in a fresh world ends with the same hash", arguments: [0, 1, 17, 21, 22, 59])
  func resume(after days: Int) throws {
    let whole = try world()
    try whole.advance(days: 60)
    let first = try world()
    try first.advance(days: days)
    let second = try world()
    try second.restore(throughJSON(first.checkpoint()))
    #expect(second.runHash == first.runHash)
    #expect(second.day == first.day)
    #expect(second.step == days)
    try second.advance(days: 60 - days)
    #expect(second.runHash == whole.runHash)
    #expect(second.recorder.series("redNoise") == whole.recorder.series("redNoise"))
    #expect(second.view().orders == whole.view().orders)
  }

  @Test("A world that has gone on can be put back")
  func backwards() throws {
    let world = try world()
    try world.advance(days: 10)
    let (saved, hash) = (try throughJSON(world.checkpoint()), world.runHash)
    try world.advance(days: 30)
    #expect(world.runHash != hash)
    try world.restore(saved)
    #expect(world.runHash == hash)
  }

  @Test("The hash is the same on one and on four threads over a population of many blocks")
  func threads() throws {
    let households = 5 * Ledger.blockRows + 77
    let hashes = try [1, 2, 4].map { threads in
      let world = try SmallWorld.world(SmallWorld.fullDay, households: households, threads: threads)
      try world.advance(days: 45)
      #expect(try world.ledger.audit(members: true).isClean)
      #expect((0..<households).contains { world.traits[.lastWage][$0] > 0 })
      return world.runHash
    }
    #expect(Set(hashes).count == 1)
    #expect(hashes[0].count == 64)
  }

  @Test("The hash feels every record: a day, a draw, a cent, a trait")
  func hashFeels() throws {
    let worlds = try (0..<5).map { _ in try world() }
    for world in worlds { try world.advance(days: 3) }
    try worlds[1].advance()
    try worlds[2].ledger.pay(Money(cents: 1), from: Holder(.firms), to: Holder(.energy), as: .rent, ifShort: .orDefault)
    worlds[3].traits.set(.lastWage, Array(repeating: 3, count: 400))
    #expect(Set(worlds.map(\.runHash)).count == 4)
    #expect(worlds[4].runHash == worlds[0].runHash)
  }

  @Test("Reading a trait that nobody has changes nothing")
  func readingTraits() throws {
    let world = try world()
    let hash = world.runHash
    #expect(world.view().traits[Trait("shoeSize")][399] == 0)
    #expect(world.runHash == hash)
  }

  @Test("A checkpoint of another economy is refused")
  func otherEconomy() throws {
    let saved = try throughJSON(world().checkpoint())
    let fewer = try SmallWorld.world(SmallWorld.fullDay.without(["echo"]), households: 400)
    #expect(throws: CheckpointMismatch.self) { try fewer.restore(saved) }
    let larger = try SmallWorld.world(SmallWorld.fullDay, households: 401)
    #expect(throws: (any Error).self) { try larger.restore(saved) }
  }

  @Test("Words cut short or left over are refused")
  func words() throws {
    let other = try world()
    let first = try world()
    try first.advance(days: 25)
    let saved = try throughJSON(first.checkpoint())
    for count in stride(from: 0, to: saved.words.count, by: 997) + [saved.words.count - 1] {
      #expect(throws: (any Error).self, "\(count) words") {
        try other.restore(Checkpoint(header: saved.header, words: Array(saved.words.prefix(count))))
      }
    }
    #expect(throws: CheckpointMismatch.self) {
      try other.restore(Checkpoint(header: saved.header, words: saved.words + [0]))
    }
  }

  @Test("A header that no run could have saved is refused", arguments: 0..<9)
  func header(_ index: Int) throws {
    let other = try world()
    let first = try world()
    try first.advance(days: 25)
    var saved = try throughJSON(first.checkpoint())
    let order = Order(.inelastic, Holder(.firms, 7), .restEquity, .zero, cause: 0)
    let stray = Order(.inelastic, Holder(.firms), .restEquity, .zero, cause: 2)
    switch index {
    case 0: saved.header.day = .max
    case 1: saved.header.step = -1
    case 2: saved.header.observables.removeLast()
    case 3: saved.header.observables[0] = .nan
    case 4: saved.header.orders.append(order)
    case 5: saved.header.orders.append(stray)
    case 6: saved.header.recordedDays.removeLast()
    case 7: saved.header.recordedMonths[0] = 3
    default: saved.header.states.removeLast()
    }
    #expect(throws: CheckpointMismatch.self) { try other.restore(saved) }
  }
}
