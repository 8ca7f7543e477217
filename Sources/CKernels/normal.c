#include "include/CKernels.h"
#include "normal.h"

double penstock_normal_cdf(double x) { return normal_cdf_inline(x); }

double penstock_normal_quantile(double p) { return normal_quantile_inline(p); }
