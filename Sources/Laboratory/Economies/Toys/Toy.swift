import Quantities

/// The economies of Godley and Lavoie's *Monetary Economics* that run on this kernel, under the book's names.
public enum Toy: String, CaseIterable, Sendable, Codable {
  /// Government money and nothing else (chapter 3).
  case SIM
  /// Government money with portfolio choice between cash and bills (chapter 4).
  case PC
  /// Bills and long-term bonds with capital gains (chapter 5).
  case LP1
  /// Bank money, loans and fixed capital (chapter 7).
  case BMW

  /// The toy of a name, whatever its case.
  public init(named name: String) throws(ToyError) {
    guard let toy = Toy.allCases.first(where: { $0.rawValue == name.uppercased() }) else {
      throw .noSuchToy(name, nearest: name.nearest(among: Toy.allCases.map(\.rawValue)))
    }
    self = toy
  }

  /// The columns of its table, in order, `period` first.
  public var columns: [String] { economy.tableColumns }

  /// What can be set and shocked.
  public var parameters: [ToyParameter] { economy.parameterTable }

  var economy: any ToyEconomy.Type {
    switch self {
    case .SIM: Laboratory.SIM.self
    case .PC: Laboratory.PC.self
    case .LP1: Laboratory.LP1.self
    case .BMW: Laboratory.BMW.self
    }
  }
}

/// A parameter of a toy as help and the table of parameters print it.
public struct ToyParameter: Sendable, Equatable {
  public let name: String
  public let meaning: String
  /// Its value in the book.
  public let value: Double
  public let low: String
  public let high: String
}
