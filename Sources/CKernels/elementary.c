#include "include/CKernels.h"
#include "elementary.h"

double penstock_exp(double x) { return exp_inline(x); }

double penstock_log(double x) { return log_inline(x); }

double penstock_pow(double x, double y) { return pow_inline(x, y); }
