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
                                    const int64_t *restrict permanent, const int64_t *restrict type,
                                    const int64_t *restrict wealth, const int64_t *restrict committed,
                                    int64_t *restrict consumption, const double *restrict shares, int64_t cells,
                                    double half, double months, double scale_factor, int64_t n) {
  double count = number_of_cents(cells);
  PENSTOCK_LANES
  for (int64_t i = 0; i < n; i++) {
    double y = number_of_cents(income[i]), d = number_of_cents(liquid[i]);
    double w = number_of_cents(wealth[i]), k = number_of_cents(committed[i]);
    double p = larger(number_of_cents(permanent[i]), 1.0);
    double cash = (larger(d, 0.0) + months * larger(y, 0.0)) / (months * p);
    double place = cash / (cash + half) * count;
    double cell = smaller(larger(place - 0.5, 0.0) + ROUNDING - ROUNDING, count - 1.0);
    const double *share = shares + type[i] * (cells + 1) + cents_of_number(cell);
    double plan = (share[0] + (place - cell) * (share[1] - share[0])) * (cash + half) * p;
    double target = scale_factor * (plan + w);
    double affordable = larger(d + y - k, 0.0);
    // A target that is not a number (a boundless scale of nothing) spends nothing.
    consumption[i] = cents_of_number(smaller(larger(target - k, 0.0), affordable));
  }
}
