/// The market of Franke and Westerhoff (2012), discrete choice, in plain C: what the Swift core is measured against.
#ifndef FRANKE_WESTERHOFF_LOOP_H
#define FRANKE_WESTERHOFF_LOOP_H

#include <stdint.h>

enum { loop_lanes = 64 };

typedef struct {
  double phi, chi, fundamental_noise, chart_noise, predisposition, herding, misalignment, impact, pace;
} LoopParameters;

/// Walks 64 markets through days 1 to `days`; leaves their log prices.
void loop_walk(const LoopParameters *parameters, uint64_t seed, uint32_t replicate, int32_t days, double *prices);

#endif
