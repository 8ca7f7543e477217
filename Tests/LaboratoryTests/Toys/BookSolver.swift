import Laboratory

/// The book's equations in plain doubles, written a second time without the ledger and without the closed forms: a
/// period's simultaneous block is iterated until it stands still.
struct BookSolver {
  typealias Values = [String: Double]
  let toy: Toy

  /// The path from an opening row, with the parameters of period 0 and shocks.
  func path(from opening: Values, periods: Int, parameters: Values, shocks: [ToyShock]) -> [Values] {
    var (rows, before) = ([opening], parameters)
    for period in 1...max(periods, 1) where period <= periods {
      var now = before
      for shock in shocks where shock.period == period { now[shock.name] = shock.value }
      rows.append(step(now, before, rows[period - 1]))
      before = now
    }
    return rows
  }

  /// The row after `s` when parameters were `q` and are `p`.
  func step(_ p: Values, _ q: Values, _ s: Values) -> Values {
    let (p, q, s) = (Lookup(p), Lookup(q), Lookup(s))
    switch toy {
    case .SIM: return sim(p, s)
    case .PC: return pc(p, q, s)
    case .LP1: return lp1(p, q, s)
    case .BMW: return bmw(p, q, s)
    }
  }

  private func sim(_ p: Lookup, _ s: Lookup) -> Values {
    func C(_ Y: Double) -> Double { p["alpha1"] * (Y - p["theta"] * Y) + p["alpha2"] * s["H"] }
    let Y = iterate { C($0) + p["G"] }
    let T = p["theta"] * Y
    return [
      "Y": Y, "C": C(Y), "G": p["G"], "T": T, "YD": Y - T, "H": s["H"] + p["G"] - T, "N": Y / p["W"],
    ]
  }

  private func pc(_ p: Lookup, _ q: Lookup, _ s: Lookup) -> Values {
    let interest = q["r"] * s["B_h"]
    func T(_ Y: Double) -> Double { p["theta"] * (Y + interest) }
    func YD(_ Y: Double) -> Double { Y - T(Y) + interest }
    func C(_ Y: Double) -> Double { p["alpha1"] * YD(Y) + p["alpha2"] * s["V"] }
    let Y = iterate { C($0) + p["G"] }
    let V = s["V"] + YD(Y) - C(Y)
    let B_h = V * (p["lambda0"] + p["lambda1"] * p["r"]) - p["lambda2"] * YD(Y)
    let B_s = s["B_s"] + p["G"] + q["r"] * s["B_s"] - T(Y) - q["r"] * s["B_cb"]
    let B_cb = B_s - B_h
    return [
      "Y": Y, "C": C(Y), "G": p["G"], "T": T(Y), "YD": YD(Y), "V": V, "B_h": B_h, "H_h": V - B_h, "B_s": B_s,
      "B_cb": B_cb, "H_s": s["H_s"] + B_cb - s["B_cb"], "r": p["r"],
    ]
  }

  private func lp1(_ p: Lookup, _ q: Lookup, _ s: Lookup) -> Values {
    let interest = q["r_b"] * s["B_h"] + s["BL_h"]
    let C = p["alpha1"] * s["YD_r"] + p["alpha2"] * s["V"]
    let Y = C + p["G"]
    let T = p["theta"] * (Y + interest)
    let YD_r = Y - T + interest
    let (price, ER) = (p["p_bL"], 1 / p["p_bL"])
    let CG = (price - s["p_bL"]) * s["BL_h"]
    let V = s["V"] + YD_r - C + CG
    let V_e = s["V"] + s["YD_r"] - C + CG
    let billShare = p["lambda20"] + p["lambda22"] * p["r_b"] - p["lambda23"] * ER
    let bondShare = p["lambda30"] - p["lambda32"] * p["r_b"] + p["lambda33"] * ER
    let B_h = V_e * billShare - p["lambda24"] * s["YD_r"]
    let BL_h = (V_e * bondShare - p["lambda34"] * s["YD_r"]) / price
    let paid = p["G"] + q["r_b"] * s["B_s"] + s["BL_h"]
    let B_s = s["B_s"] + paid - T - q["r_b"] * s["B_cb"] - price * (BL_h - s["BL_h"])
    let B_cb = B_s - B_h
    return [
      "Y": Y, "C": C, "G": p["G"], "T": T, "YD_r": YD_r, "V": V, "V_e": V_e, "CG": CG, "B_h": B_h, "BL_h": BL_h,
      "H_h": V - B_h - price * BL_h, "B_s": B_s, "B_cb": B_cb, "H_s": s["H_s"] + B_cb - s["B_cb"], "r_b": p["r_b"],
      "p_bL": price,
    ]
  }

  private func bmw(_ p: Lookup, _ q: Lookup, _ s: Lookup) -> Values {
    let DA = p["delta"] * s["K"]
    let K_T = p["kappa"] * s["Y"]
    let I = p["gamma"] * (K_T - s["K"]) + DA
    func WB(_ Y: Double) -> Double { Y - q["r_l"] * s["L"] - DA }
    func YD(_ Y: Double) -> Double { WB(Y) + q["r_l"] * s["M"] }
    func C(_ Y: Double) -> Double { p["alpha0"] + p["alpha1"] * YD(Y) + p["alpha2"] * s["M"] }
    let Y = iterate { C($0) + I }
    return [
      "Y": Y, "C": C(Y), "I": I, "K": s["K"] + I - DA, "K_T": K_T, "DA": DA, "WB": WB(Y), "YD": YD(Y),
      "L": s["L"] + I - DA, "M": s["M"] + YD(Y) - C(Y), "N": Y / p["pr"], "r_l": p["r_l"],
    ]
  }

  /// The fixed point of a contraction.
  private func iterate(_ f: (Double) -> Double) -> Double {
    var (Y, last) = (f(0), -Double.infinity)
    for _ in 0..<20_000 where Y != last { (last, Y) = (Y, f(Y)) }
    return Y
  }

  /// Values by name; a name nobody set poisons what is computed from it.
  struct Lookup {
    let values: Values
    init(_ values: Values) { self.values = values }
    subscript(name: String) -> Double { values[name] ?? .nan }
  }
}

extension ToyTable {
  /// A row by column name, without the period.
  func row(_ period: Int) -> BookSolver.Values {
    BookSolver.Values(uniqueKeysWithValues: zip(columns, rows[period]).dropFirst().map { ($0, $1) })
  }

  /// The largest error of any column in any period against another path, relative to the value or, for values near
  /// zero, to `floor` times the largest value of the row.
  func error(against path: [BookSolver.Values], floor: Double) -> Double {
    var worst = path.count == rows.count ? 0.0 : .infinity
    for (period, wanted) in path.enumerated() where period < rows.count {
      let scale = columns.dropFirst().map { abs(wanted[$0] ?? .infinity) }.max() ?? 0
      for (column, got) in row(period) {
        let value = wanted[column] ?? .nan
        let error = abs(got - value) / max(abs(value), floor * scale, .leastNormalMagnitude)
        worst = error <= worst ? worst : error
      }
    }
    return worst
  }
}
