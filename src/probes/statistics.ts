/** The functions of statistics that the verdict needs, held to SciPy by tests to 1e-9. Pure. */

// Read once: the loops below run thousands of times a second, and tests run in a context where globals are slow.
const { abs, ceil, exp, log, log1p, max, sqrt } = Math;

/** Natural logarithm of the gamma function, x > 0. Stirling's series, after the recursion to x ≥ 15. */
function lnGamma(x: number): number {
  let shift = 1;
  let y = x;
  while (y < 15) {
    shift *= y;
    y += 1;
  }
  const z = 1 / (y * y);
  const series = (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z / 1188)))) / y;
  return (y - 0.5) * log(y) - y + 0.5 * log(2 * Math.PI) + series - log(shift);
}

/** Natural logarithm of the beta function. */
export const lnBeta = (a: number, b: number): number => lnGamma(a) + lnGamma(b) - lnGamma(a + b);

/** Distribution function of Beta(a, b) at x: the regularized incomplete beta function. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(a * log(x) + b * log1p(-x) - lnBeta(a, b));
  // The continued fraction converges fast on this side of the mean only.
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Lentz's method. It needs about √max(a, b) steps. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number): number => (abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let sum = d;
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    sum *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const factor = c * d;
    sum *= factor;
    if (abs(factor - 1) < 1e-15) break;
  }
  return sum;
}

/** The x at which Beta(a, b) has the probability p below it. By bisection: it is needed a few times a watch. */
export function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (betaCdf(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Upper bound of a rate after k of n, by Clopper and Pearson. 1 if nothing is known. */
export const upperRate = (k: number, n: number, confidence = 0.95): number =>
  k >= n ? 1 : betaQuantile(confidence, k + 1, n - k);

/** Lower bound of the mean of a Poisson count, by Byar: below the exact one, by less than 1 % from 3 events on. */
export function lowerCount(events: number): number {
  if (events === 0) return 0;
  const z = 1.6448536269514722;
  return events * max(0, 1 - 1 / (9 * events) - z / (3 * sqrt(events))) ** 3;
}

/** P(Z > z) of the standard normal distribution. */
export function normalUpper(z: number): number {
  if (z < 0) return 1 - normalUpper(-z);
  const density = exp((-z * z) / 2) / sqrt(2 * Math.PI);
  if (z > 3) {
    let fraction = z;
    for (let level = 100; level >= 1; level -= 1) fraction = z + level / fraction;
    return density / fraction;
  }
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 - density * sum;
}

/**
 * Mann–Whitney, one-sided: the probability that `later` lies above `earlier` by chance as far as it does. The normal
 * approximation with the corrections for ties and for continuity; 1 if the values do not differ at all.
 */
export function mannWhitney(later: readonly number[], earlier: readonly number[]): number {
  const all = [...later.map((value) => ({ value, mine: true })), ...earlier.map((value) => ({ value, mine: false }))];
  all.sort((a, b) => a.value - b.value);
  const n = all.length;
  let ranks = 0;
  let ties = 0;
  for (let start = 0, end = 0; start < n; start = end) {
    while (end < n && all[end]?.value === all[start]?.value) end += 1;
    const size = end - start;
    ties += size ** 3 - size;
    for (let index = start; index < end; index += 1) if (all[index]?.mine === true) ranks += (start + end + 1) / 2;
  }
  const pairs = later.length * earlier.length;
  const variance = (pairs / 12) * (n + 1 - ties / (n * (n - 1)));
  if (!(variance > 0)) return 1;
  const above = ranks - (later.length * (later.length + 1)) / 2;
  return normalUpper((above - pairs / 2 - 0.5) / sqrt(variance));
}

/** Rank (from 1) of the order statistic that stands for a quantile of n values. */
export const rankOf = (quantile: number, n: number): number => max(1, ceil(quantile * n - 1e-9));

/** The value of that rank. @param sorted at least one, ascending */
export const orderStatistic = (sorted: readonly number[], quantile: number): number =>
  sorted[rankOf(quantile, sorted.length) - 1] ?? Number.NaN;
