#include "SweepKernel.h"

#include <CKernels.h>

#pragma clang fp contract(off)

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define CLONES
#endif

// 2^52 + 2^51: adding it leaves the nearest integer, ties to even, in the low bits of the sum.
#define ROUNDING 0x1.8p52
#define ROUNDING_BITS 0x4338000000000000

static inline int64_t cents(double x) {
  union { double number; int64_t bits; } cell = {.number = x + ROUNDING};
  return cell.bits - ROUNDING_BITS;
}

static inline double number(int64_t cents) {
  union { int64_t bits; double number; } cell = {.bits = cents + ROUNDING_BITS};
  return cell.number - ROUNDING;
}

CLONES
void sweep_fill(const int32_t *restrict wage, const int64_t *restrict deposits, int64_t *restrict wages,
                int64_t *restrict tax, int64_t *restrict consumption, int64_t n) {
#pragma clang loop vectorize(enable) vectorize_width(16) interleave_count(1)
  for (int64_t i = 0; i < n; i++) {
    double w = (double)wage[i], t = 0.217 * w, c = 0.61 * (w - t) + 0.02 * number(deposits[i]);
    wages[i] = cents(w);
    tax[i] = cents(t);
    consumption[i] = cents(c);
  }
}

void sweep_bare(const int32_t *wage, int64_t *deposits, int64_t rows, int64_t block, int64_t *buffers,
                int64_t sums[3]) {
  int64_t *wages = buffers, *tax = buffers + block, *consumption = buffers + 2 * block;
  for (int64_t first = 0; first < rows; first += block) {
    int64_t n = first + block < rows ? block : rows - first;
    sweep_fill(wage + first, deposits + first, wages, tax, consumption, n);
    sums[0] += penstock_post(deposits + first, wages, 1, n);
    sums[1] += penstock_post(deposits + first, tax, -1, n);
    sums[2] += penstock_post(deposits + first, consumption, -1, n);
  }
}
