import Laboratory

/// The systems of the thesis and how far each stands.
public struct SystemsTable: Sendable {
  public let systems: [System]

  public init(_ systems: [System]) { self.systems = systems }

  public var table: Table {
    func words(_ names: [String]) -> Table.Cell { .text(names.isEmpty ? "–" : names.joined(separator: ", ")) }
    return Table(
      [.init("id"), .init("system"), .init("state"), .init("switches"), .init("gauges"), .init("claims")],
      rows: systems.map {
        [
          .text($0.id), .text($0.title), .text($0.state.rawValue), words($0.switches), words($0.gauges),
          words($0.claims),
        ]
      })
  }
}
