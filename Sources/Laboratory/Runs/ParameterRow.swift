import Quantities
import Simulation

/// One line of the generated parameter table.
public struct ParameterRow: Sendable {
  /// `mechanism.parameter`, as scenarios name it.
  public let name: String
  public let parameter: any AnyParameter

  /// Every parameter of an economy, in the order of its day.
  public static func all(of page: DayPage) -> [ParameterRow] {
    page.seats.flatMap { seat in
      (seat.parameters?.rows ?? []).map { ParameterRow(name: "\(seat.name).\($0.name)", parameter: $0.parameter) }
    }
  }
}
