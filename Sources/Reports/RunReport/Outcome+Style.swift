import Laboratory
import Quantities

extension Outcome {
  /// How a value is written.
  public var style: NumberStyle {
    switch kind {
    case .fraction: .percent
    case .number: .plain
    case .dollars: .dollars
    }
  }

  /// How a difference of two values is written.
  public var effectStyle: NumberStyle { kind == .fraction ? .percentagePoints : style }

  /// The title as a sentence begins.
  public var heading: String { title.prefix(1).uppercased() + title.dropFirst() }
}
