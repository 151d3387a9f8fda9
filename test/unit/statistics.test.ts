import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  betaCdf,
  betaQuantile,
  lnBeta,
  lowerCount,
  mannWhitney,
  normalUpper,
  orderStatistic,
  upperRate,
} from '../../src/probes/statistics.js';

/** What SciPy says; written by statistics.py. */
const scipy = JSON.parse(readFileSync(new URL('./fixtures/statistics.json', import.meta.url), 'utf8')) as {
  readonly cdf: readonly [number, number, number, number][];
  readonly quantile: readonly [number, number, number, number][];
  readonly lnBeta: readonly [number, number, number][];
  readonly normal: readonly [number, number][];
  readonly whitney: readonly [number[], number[], number][];
};

/** Largest difference, absolute, or relative where the value is above 1. */
const worst = (differences: readonly (readonly [ours: number, theirs: number])[]): number =>
  Math.max(...differences.map(([ours, theirs]) => Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs))));

describe('functions of statistics equal SciPy to 1e-9', () => {
  test('the fixtures are many, and most comparisons of two groups have ties', () => {
    expect(scipy.cdf.length + scipy.quantile.length).toBeGreaterThanOrEqual(60);
    expect(scipy.whitney.length).toBeGreaterThanOrEqual(60);
    const tied = scipy.whitney.filter(([a, b]) => new Set([...a, ...b]).size < a.length + b.length);
    expect(tied.length).toBeGreaterThanOrEqual(50);
  });

  test('Beta: distribution', () => {
    expect(worst(scipy.cdf.map(([x, a, b, value]) => [betaCdf(x, a, b), value]))).toBeLessThan(1e-9);
  });
  test('Beta: quantile', () => {
    expect(worst(scipy.quantile.map(([p, a, b, value]) => [betaQuantile(p, a, b), value]))).toBeLessThan(1e-9);
  });
  test('Beta: logarithm of the function', () => {
    expect(worst(scipy.lnBeta.map(([a, b, value]) => [lnBeta(a, b), value]))).toBeLessThan(1e-9);
  });
  test('normal: upper tail, also relative to a tiny value', () => {
    expect(worst(scipy.normal.map(([z, value]) => [normalUpper(z) / value, 1]))).toBeLessThan(1e-9);
  });
  test('Mann–Whitney, one-sided, with ties', () => {
    expect(worst(scipy.whitney.map(([later, earlier, p]) => [mannWhitney(later, earlier), p]))).toBeLessThan(1e-9);
  });
});

describe('bounds and order statistics', () => {
  test('nothing is known after no sample, and no failure in 60 allows 4.9 %', () => {
    expect(upperRate(0, 0)).toBe(1);
    expect(upperRate(3, 3)).toBe(1);
    expect(upperRate(0, 60)).toBeCloseTo(0.0487, 4);
  });
  test('lower bound of a count: exact values are 3.285 of 7 and 657.06 of 700', () => {
    expect(lowerCount(0)).toBe(0);
    expect(lowerCount(7)).toBeCloseTo(3.285, 1);
    expect(lowerCount(700)).toBeCloseTo(657.06, 1);
  });
  test('two groups without any difference', () => expect(mannWhitney([5, 5, 5], [5, 5])).toBe(1));
  test('the median of an even number is its lower middle, the 95th percentile of 60 the 57th value', () => {
    expect(orderStatistic([1, 2, 3, 4], 0.5)).toBe(2);
    expect(
      orderStatistic(
        Array.from({ length: 60 }, (_, index) => index + 1),
        0.95,
      ),
    ).toBe(57);
  });
});
