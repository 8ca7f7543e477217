#include "include/CKernels.h"
#include "lanes.h"

#pragma clang fp contract(off)

PENSTOCK_CLONES
int64_t penstock_post(int64_t *restrict balance, const int64_t *restrict amount, int64_t sign, int64_t n) {
  // Unsigned, because signed overflow is undefined; -a is (a ^ -1) - -1, which needs no 64-bit product.
  uint64_t mask = sign < 0 ? UINT64_MAX : 0, sum = 0;
  for (int64_t i = 0; i < n; i++) {
    uint64_t a = (uint64_t)amount[i];
    balance[i] = (int64_t)((uint64_t)balance[i] + ((a ^ mask) - mask));
    sum += a;
  }
  return (int64_t)sum;
}

PENSTOCK_CLONES
int64_t penstock_sum(const int64_t *column, int64_t n) {
  uint64_t sum = 0;
  for (int64_t i = 0; i < n; i++) sum += (uint64_t)column[i];
  return (int64_t)sum;
}

PENSTOCK_CLONES
int64_t penstock_least(const int64_t *column, int64_t n) {
  int64_t least = INT64_MAX;
  for (int64_t i = 0; i < n; i++) least = column[i] < least ? column[i] : least;
  return least;
}

PENSTOCK_CLONES
int64_t penstock_greatest(const int64_t *column, int64_t n) {
  int64_t greatest = INT64_MIN;
  for (int64_t i = 0; i < n; i++) greatest = column[i] > greatest ? column[i] : greatest;
  return greatest;
}

PENSTOCK_CLONES
int64_t penstock_bits(const int64_t *column, int64_t n) {
  int64_t bits = 0;
  for (int64_t i = 0; i < n; i++) bits |= column[i];
  return bits;
}

static inline double larger(double a, double b) { return a > b ? a : b; }
static inline double smaller(double a, double b) { return a < b ? a : b; }

PENSTOCK_CLONES
void penstock_buffer_stock_spending(const int64_t *restrict income, const int64_t *restrict liquid,
                                    const int64_t *restrict wealth, const int64_t *restrict committed,
                                    int64_t *restrict consumption, double mpc_low, double mpc_high,
                                    double ratio_scale, double wealth_effect_monthly, double scale_factor,
                                    int64_t n) {
  PENSTOCK_LANES
  for (int64_t i = 0; i < n; i++) {
    double y = number_of_cents(income[i]), d = number_of_cents(liquid[i]);
    double w = number_of_cents(wealth[i]), k = number_of_cents(committed[i]);
    double buffer = larger(d, 0.0);
    double ratio = buffer / (buffer + ratio_scale * larger(y, 1.0));
    double mpc = mpc_high + (mpc_low - mpc_high) * ratio;
    double target = scale_factor * (mpc * y + wealth_effect_monthly * w);
    double affordable = larger(d + y - k, 0.0);
    // A target that is not a number (a scale of zero against an empty buffer) spends nothing.
    consumption[i] = cents_of_number(smaller(larger(target - k, 0.0), affordable));
  }
}
