import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evidenceAbove, evidenceOfChange, evidenceOfLevel, startsOf, Tally } from '../../src/probes/evidence.js';
import { falseRate } from '../support/verdict/bounds.js';

const rate = fc.double({ min: 0.001, max: 0.95, noNaN: true });
const counts = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('evidence that a rate is above p0', () => {
  test('is never NaN, and there is none up to total · p0', () => {
    fc.assert(
      fc.property(rate, counts, (p0, [bad, total]) => {
        const ln = evidenceAbove(p0)(bad, total);
        expect(ln).not.toBeNaN();
        expect(ln).not.toBe(Infinity);
        if (bad <= total * p0) expect(ln).toBe(-Infinity);
      }),
      { numRuns: 500 },
    );
  });

  test('exactly the normal rate is no evidence, although the formula without its guard gives some', () => {
    expect(evidenceAbove(0.5)(1000, 2000)).toBe(-Infinity);
    expect(evidenceAbove(0.6)(0, 2000)).toBe(-Infinity);
  });

  test('is not lowered by one more failure', () => {
    fc.assert(
      fc.property(rate, counts, (p0, [bad, total]) => {
        const evidence = evidenceAbove(p0);
        const before = evidence(bad, total);
        for (const after of [evidence(bad + 1, total + 1), bad < total ? evidence(bad + 1, total) : Infinity])
          expect(after === before || after >= before - 1e-9).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is the integral that it claims to be: the mean likelihood ratio under the prior above p0', () => {
    const [p0, bad, total] = [0.05, 7, 40];
    let [sum, weight] = [0, 0];
    for (let p = p0 + 5e-5; p < 1; p += 1e-4) {
      const prior = 1 / Math.sqrt(p * (1 - p));
      weight += prior;
      sum += prior * (p / p0) ** bad * ((1 - p) / (1 - p0)) ** (total - bad);
    }
    expect(evidenceAbove(p0)(bad, total)).toBeCloseTo(Math.log(sum / weight), 2);
  });

  test.each([0.01, 0.05, 0.124, 0.61])('independent samples at exactly p0 = %p: at most 5 %% false alarms', (p0) => {
    expect(falseRate(p0, 0.05, p0 > 0.5 ? 40 : 150, 7)).toBeLessThanOrEqual(0.05);
  });
});

describe('evidence over starts', () => {
  test('a day of a sample a second has a few hundred starts, dense where they are new', () => {
    const starts = startsOf(86_400, 86_400);
    expect(starts.length).toBeLessThan(500);
    expect(new Set(starts).size).toBe(starts.length);
    expect(starts.slice(0, 60)).toEqual(Array.from({ length: 60 }, (_, age) => 86_399 - age));
    const gaps = starts.slice(1).map((older, index) => ((starts[index] ?? 0) - older) / Math.max(16, 86_400 - older));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1 / 16);
  });

  test('ticks after the planned ones are no starts', () => expect(Math.max(...startsOf(500, 360))).toBeLessThan(360));

  test('the sum over some starts is at most the sum over all', () => {
    const [tally, evidence] = [new Tally(), evidenceAbove(0.05)];
    for (let tick = 0; tick < 300; tick += 1) tally.push(Number(tick > 200 && tick % 3 === 0));
    let all = 0;
    for (let start = 0; start < 300; start += 1) {
      const { bad, total } = tally.since(start);
      all += Math.exp(evidence(bad, total));
    }
    const some = evidenceOfChange(tally, evidence, 300);
    expect(some.ln).toBeLessThanOrEqual(Math.log(all));
    expect(some.ln).toBeGreaterThan(Math.log(all) - 3);
    expect(Math.abs(some.since - 201)).toBeLessThan(8);
  });

  test('nothing is no evidence', () => {
    expect(evidenceOfChange(new Tally(), evidenceAbove(0.05), 360).ln).toBe(-Infinity);
    expect(evidenceOfLevel(new Tally(), evidenceAbove(0.05), 360).ln).toBe(-Infinity);
  });
});
