import Sectors

// The BEA summary codes that each industry of the model gathers.

extension Industry {
  /// Industry and commodity codes of the BEA summary tables. `Other` (noncomparable imports) and `Used` are
  /// commodities only.
  public var codes: [String] { Industry.bureauCodes[rawValue] }

  private static let bureauCodes: [[String]] = [
    ["211", "22", "324", "486"],
    ["212", "213", "331"],
    ["23"],
    ["334", "335"],
    [
      "111CA", "113FF", "311FT", "313TT", "315AL", "321", "322", "323", "325", "326", "327", "332", "333", "3361MV",
      "3364OT", "337", "339", "Used",
    ],
    ["42", "441", "445", "452", "4A0", "481", "482", "483", "484", "485", "487OS", "493"],
    ["511", "512", "513", "514", "5415"],
    ["521CI", "523", "524", "525"],
    ["HS"],
    ["ORE", "532RL", "5411", "5412OP", "55", "561", "562"],
    ["61", "621", "622", "623", "624"],
    ["711AS", "713", "721", "722", "81", "Other"],
    ["GFE", "GFGD", "GFGN", "GSLE", "GSLG"],
  ]
}
