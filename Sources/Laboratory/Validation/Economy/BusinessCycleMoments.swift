/// Moments of the US business cycle that the model is held against: Hodrick-Prescott cycles of quarterly data,
/// 1984Q1-2019Q4.
///
/// Bands are the fifth and ninety-fifth percentiles of a moving-block bootstrap, widened to hold the value itself where
/// blocks bias it, as they do autocorrelations. Series: FRED-QD, vintage 2025-02 (BEA, BLS, Federal Reserve Board).
/// Y real GDP, C consumption, I fixed investment, N payrolls, W real compensation an hour, LP output an hour, U
/// unemployment, PI inflation of the GDP deflator, R the federal funds rate. Hours are left out: the model has none.
enum BusinessCycleMoments {
  struct Moment: Sendable {
    let name: String
    let value, low, high: Double
  }

  static let sample = "1984Q1-2019Q4"

  static let all: [Moment] = [
    Moment(name: "sd_Y_pct", value: 1.0415, low: 0.8089, high: 1.2378),
    Moment(name: "relsd_C_Y", value: 0.8647, low: 0.7957, high: 0.9388),
    Moment(name: "relsd_I_Y", value: 4.1086, low: 3.5188, high: 4.8552),
    Moment(name: "relsd_N_Y", value: 0.9599, low: 0.7854, high: 1.0426),
    Moment(name: "relsd_W_Y", value: 1.013, low: 0.7685, high: 1.3086),
    Moment(name: "relsd_LP_Y", value: 0.8459, low: 0.7103, high: 1.0277),
    Moment(name: "sd_U_pp", value: 0.6912, low: 0.4829, high: 0.8507),
    Moment(name: "sd_PI_pp", value: 0.7305, low: 0.613, high: 0.823),
    Moment(name: "sd_R_pp", value: 1.1008, low: 0.863, high: 1.2727),
    Moment(name: "corr_C_Y", value: 0.8787, low: 0.8009, high: 0.9226),
    Moment(name: "corr_I_Y", value: 0.8733, low: 0.8165, high: 0.9239),
    Moment(name: "corr_N_Y", value: 0.7697, low: 0.6927, high: 0.8271),
    Moment(name: "corr_W_Y", value: -0.0849, low: -0.2375, high: 0.1826),
    Moment(name: "corr_LP_Y", value: -0.1385, low: -0.2785, high: 0.101),
    Moment(name: "corr_U_Y", value: -0.8432, low: -0.8864, high: -0.7546),
    Moment(name: "corr_PI_Y", value: 0.2626, low: 0.1042, high: 0.4972),
    Moment(name: "corr_R_Y", value: 0.6384, low: 0.473, high: 0.7617),
    Moment(name: "ac1_Y", value: 0.8854, low: 0.7351, high: 0.8854),
    Moment(name: "ac1_C", value: 0.8458, low: 0.6993, high: 0.8458),
    Moment(name: "ac1_I", value: 0.9428, low: 0.7992, high: 0.9428),
    Moment(name: "ac1_N", value: 0.9367, low: 0.7777, high: 0.9367),
    Moment(name: "ac1_U", value: 0.9507, low: 0.8031, high: 0.9507),
    Moment(name: "ac1_PI", value: 0.3868, low: 0.1467, high: 0.4866),
    Moment(name: "ac1_R", value: 0.922, low: 0.7905, high: 0.922),
    Moment(name: "ac2_Y", value: 0.725, low: 0.4788, high: 0.725),
    Moment(name: "ac4_Y", value: 0.3475, low: 0.0089, high: 0.4178),
    Moment(name: "corr_U(t+-4)_Y(t)", value: -0.308, low: -0.3995, high: 0.0593),
    Moment(name: "corr_PI(t+-4)_Y(t)", value: 0.2061, low: -0.0198, high: 0.3068),
    Moment(name: "corr_U(t+-3)_Y(t)", value: -0.4558, low: -0.499, high: -0.1305),
    Moment(name: "corr_PI(t+-3)_Y(t)", value: 0.1824, low: -0.0156, high: 0.3158),
    Moment(name: "corr_U(t+-2)_Y(t)", value: -0.6063, low: -0.6131, high: -0.3506),
    Moment(name: "corr_PI(t+-2)_Y(t)", value: 0.2254, low: 0.0525, high: 0.3727),
    Moment(name: "corr_U(t+-1)_Y(t)", value: -0.7414, low: -0.7452, high: -0.5682),
    Moment(name: "corr_PI(t+-1)_Y(t)", value: 0.2524, low: 0.085, high: 0.4315),
    Moment(name: "corr_U(t+1)_Y(t)", value: -0.8631, low: -0.8648, high: -0.681),
    Moment(name: "corr_PI(t+1)_Y(t)", value: 0.2381, low: 0.0928, high: 0.4197),
    Moment(name: "corr_U(t+2)_Y(t)", value: -0.8058, low: -0.8058, high: -0.5325),
    Moment(name: "corr_PI(t+2)_Y(t)", value: 0.1103, low: -0.0413, high: 0.2809),
    Moment(name: "corr_U(t+3)_Y(t)", value: -0.6848, low: -0.6848, high: -0.3411),
    Moment(name: "corr_PI(t+3)_Y(t)", value: 0.0207, low: -0.137, high: 0.226),
    Moment(name: "corr_U(t+4)_Y(t)", value: -0.5386, low: -0.5459, high: -0.1348),
    Moment(name: "corr_PI(t+4)_Y(t)", value: -0.1023, low: -0.2495, high: 0.1557),
    Moment(name: "okun_dU_per_pct_Y", value: -0.5596, low: -0.639, high: -0.4366),
  ]
}
