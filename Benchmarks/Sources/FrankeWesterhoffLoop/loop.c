#include "FrankeWesterhoffLoop.h"

#include "CKernels.h"

#pragma clang fp contract(off)

static inline double whole_cents(double demand) { return (demand * 1e9 * 100 + 0x1.8p52) - 0x1.8p52; }

void loop_walk(const LoopParameters *given, uint64_t seed, uint32_t replicate, int32_t days, double *restrict prices) {
  const LoopParameters q = *given;
  uint32_t markets[loop_lanes];
  double last[loop_lanes], share[loop_lanes], power[loop_lanes], f[loop_lanes], c[loop_lanes];
  for (int i = 0; i < loop_lanes; i++) markets[i] = (uint32_t)i, prices[i] = last[i] = 0, share[i] = 0.5;
  for (int32_t day = 1; day <= days; day++) {
    penstock_fill_normal(f, markets, (uint32_t)day, 300u << 16, replicate, seed, loop_lanes);
    penstock_fill_normal(c, markets, (uint32_t)day, 301u << 16, replicate, seed, loop_lanes);
    for (int i = 0; i < loop_lanes; i++) {
      double p = prices[i], a = q.predisposition + q.herding * (2 * share[i] - 1) + q.misalignment * p * p;
      power[i] = -q.pace * a;
    }
    penstock_exp_each(power, loop_lanes);
    for (int i = 0; i < loop_lanes; i++) {
      double n = share[i], p = prices[i];
      double by_value = n * (q.fundamental_noise * f[i] - q.phi * p);
      double by_chart = (1 - n) * (q.chi * (p - last[i]) + q.chart_noise * c[i]);
      prices[i] = p + q.impact * ((whole_cents(by_value) + whole_cents(by_chart)) / 1e11);
      last[i] = p;
      share[i] = 1 / (1 + power[i]);
    }
  }
}
