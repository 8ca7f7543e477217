// The standard normal distribution function and its inverse, without branches.
#ifndef PENSTOCK_NORMAL_H
#define PENSTOCK_NORMAL_H

#include "elementary.h"

#pragma clang fp contract(off)

// Φ(-a) = exp(-a²/2) g(a) for a >= 0, where g(a) (1 + a sqrt(2π)/2) is a polynomial in u = (a - 4)/(a + 4).
//
// The square is kept as a pair: rounding it would cost a²/2 ulp in the exponential.
PENSTOCK_INLINE double normal_cdf_inline(double x) {
  double magnitude = __builtin_fabs(x), a = magnitude > 40.0 ? 40.0 : magnitude;
  Pair square = exact_product(a, a);
  double e = exp_of_pair((Pair){-0.5 * square.head, -0.5 * square.tail});
  double u = (a - 4.0) / (a + 4.0);
  double g = 0x1.ce9a00546c07ap-33;
  g = g * u + -0x1.ebd3895cd021ep-31;
  g = g * u + -0x1.b60e375fdab6fp-29;
  g = g * u + 0x1.fab235cda7f09p-28;
  g = g * u + 0x1.b27c80a82a614p-26;
  g = g * u + -0x1.b602826d302adp-26;
  g = g * u + -0x1.3918030bf5eaep-23;
  g = g * u + 0x1.96ae8699f4da5p-27;
  g = g * u + 0x1.82216c6d606e8p-21;
  g = g * u + 0x1.eb4c1097da83ep-22;
  g = g * u + -0x1.ce478dd0d43cdp-19;
  g = g * u + -0x1.12ad10ce93a8bp-18;
  g = g * u + 0x1.30d5af78264e3p-16;
  g = g * u + 0x1.ab26edbd33091p-16;
  g = g * u + -0x1.ec43843919010p-14;
  g = g * u + -0x1.bfffa1e500fc3p-14;
  g = g * u + 0x1.e1799ded9f9ebp-11;
  g = g * u + -0x1.1085d7acd3c4ap-11;
  g = g * u + -0x1.a34eb74f11bf2p-8;
  g = g * u + 0x1.938cc782ff2dbp-6;
  g = g * u + -0x1.8aa10be55349ap-5;
  g = g * u + 0x1.ba72a2b56d787p-5;
  g = g * u + -0x1.c97a0ed81fcc4p-7;
  g = g * u + -0x1.3fa25843cb26ep-4;
  g = g * u + 0x1.22ab98061c0a9p-1;
  double tail = e * (g / (1.0 + 0x1.40d931ff62706p+0 * a));
  return x > 0.0 ? 1.0 - tail : tail;
}

// Wichura (1988), "Algorithm AS 241", Applied Statistics 37(3), PPND16: one rational function of (p - 1/2)² in the
// middle, two of sqrt(-log min(p, 1 - p)) in the tails. All are computed and one is chosen; the two of the tails have
// the same shape, so the choice is made among their coefficients.
PENSTOCK_INLINE double normal_quantile_inline(double p) {
  double q = p - 0.5, r = 0.180625 - q * q;
  double above = 2.5090809287301226727e3, below = 5.2264952788528545610e3;
  above = above * r + 3.3430575583588128105e4, below = below * r + 2.8729085735721942674e4;
  above = above * r + 6.7265770927008700853e4, below = below * r + 3.9307895800092710610e4;
  above = above * r + 4.5921953931549871457e4, below = below * r + 2.1213794301586595867e4;
  above = above * r + 1.3731693765509461125e4, below = below * r + 5.3941960214247511077e3;
  above = above * r + 1.9715909503065514427e3, below = below * r + 6.8718700749205790830e2;
  above = above * r + 1.3314166789178437745e2, below = below * r + 4.2313330701600911252e1;
  above = above * r + 3.3871328727963666080e0, below = below * r + 1.0;
  double middle = q * above / below;

  double smaller = p < 0.5 ? p : 1.0 - p;
  double root = __builtin_elementwise_sqrt(-log_inline(smaller));
  int far = root > 5.0;
  double t = root - (far ? 5.0 : 1.6);
#define CHOOSE(near_tail, far_tail) (far ? (far_tail) : (near_tail))
  double over = CHOOSE(7.74545014278341407640e-4, 2.01033439929228813265e-7);
  over = over * t + CHOOSE(2.27238449892691845833e-2, 2.71155556874348757815e-5);
  over = over * t + CHOOSE(2.41780725177450611770e-1, 1.24266094738807843860e-3);
  over = over * t + CHOOSE(1.27045825245236838258e0, 2.65321895265761230930e-2);
  over = over * t + CHOOSE(3.64784832476320460504e0, 2.96560571828504891230e-1);
  over = over * t + CHOOSE(5.76949722146069140550e0, 1.78482653991729133580e0);
  over = over * t + CHOOSE(4.63033784615654529590e0, 5.46378491116411436990e0);
  over = over * t + CHOOSE(1.42343711074968357734e0, 6.65790464350110377720e0);
  double under = CHOOSE(1.05075007164441684324e-9, 2.04426310338993978564e-15);
  under = under * t + CHOOSE(5.47593808499534494600e-4, 1.42151175831644588870e-7);
  under = under * t + CHOOSE(1.51986665636164571966e-2, 1.84631831751005468180e-5);
  under = under * t + CHOOSE(1.48103976427480074590e-1, 7.86869131145613259100e-4);
  under = under * t + CHOOSE(6.89767334985100004550e-1, 1.48753612908506148525e-2);
  under = under * t + CHOOSE(1.67638483018380384940e0, 1.36929880922735805310e-1);
  under = under * t + CHOOSE(2.05319162663775882187e0, 5.99832206555887937690e-1);
  under = under * t + 1.0;
#undef CHOOSE
  double tail = over / under;

  double z = __builtin_fabs(q) <= 0.425 ? middle : (q < 0.0 ? -tail : tail);
  z = smaller == 0.0 ? (q < 0.0 ? -INFINITE : INFINITE) : z;
  return p >= 0.0 && p <= 1.0 ? z : NOT_A_NUMBER;
}

#endif
