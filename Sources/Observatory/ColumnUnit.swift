/// The unit a column's name states, by the endings our data folder uses.
enum ColumnUnit {
  private static let endings: [(ending: String, symbol: String)] = [
    ("_pct", "%"), ("_bp", "bp"), ("_usd_mn", "$ million"), ("_mil_usd", "$ million"), ("_usd_bn", "$ billion"),
    ("_bil_usd", "$ billion"), ("_usd", "$"), ("_mw", "MW"), ("_index", "index"), ("_ratio", "1"), ("_share", "1"),
  ]

  /// The unit's symbol, or an empty string when the name does not say.
  static func symbol(of name: String) -> String {
    endings.first { name.hasSuffix($0.ending) }?.symbol ?? ""
  }
}
