#include "elementary.h"
#include "include/CKernels.h"

PENSTOCK_CLONES
void penstock_exp_each(double *numbers, int64_t n) {
  PENSTOCK_LANES
  for (int64_t i = 0; i < n; i++) numbers[i] = exp_inline(numbers[i]);
}

PENSTOCK_CLONES
void penstock_log_each(double *numbers, int64_t n) {
  PENSTOCK_LANES
  for (int64_t i = 0; i < n; i++) numbers[i] = log_inline(numbers[i]);
}
