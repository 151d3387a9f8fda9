import { expect, test } from '@jest/globals';
import { ClockSkew } from '../../src/runtime/clock-skew.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const LIMIT = 300_000;
const answer = (minutes: number, age?: string): Headers =>
  new Headers({
    date: new Date(NOW.getTime() - minutes * 60_000).toUTCString(),
    ...(age === undefined ? {} : { age }),
  });
/** @param answers how far this machine is ahead of each, in minutes, and what its cache says */
const of = (...answers: readonly (readonly [string, number, string?])[]): ClockSkew => {
  const skew = new ClockSkew();
  for (const [service, minutes, age] of answers) skew.heard(service, answer(minutes, age), NOW);
  return skew;
};

test('without an answer, nothing is known', () => {
  const skew = of();
  skew.heard('A', new Headers(), NOW);
  skew.heard('A', new Headers({ date: 'soon' }), NOW);
  expect(skew.beyond(LIMIT)).toBeNull();
});

test('the clock is wrong if no answer comes near it; the nearest one tells by how much', () => {
  expect(of(['A', 61], ['B', 60]).beyond(LIMIT)).toEqual({ ms: 3_600_000, service: 'B', at: NOW });
  expect(of(['A', -61], ['B', -60]).beyond(LIMIT)).toEqual({ ms: -3_600_000, service: 'B', at: NOW });
});

test('one answer near it is enough: the other service is wrong, or its cache', () => {
  expect(of(['A', 60], ['B', 0]).beyond(LIMIT)).toBeNull();
  expect(of(['A', -60], ['B', 4]).beyond(LIMIT)).toBeNull();
  // Two services that contradict each other prove nothing about this machine.
  expect(of(['A', -60], ['B', 60]).beyond(LIMIT)).toBeNull();
});

test('an answer of a cache is as old as the cache says', () => {
  expect(of(['A', 60, '3600']).beyond(LIMIT)).toBeNull();
  expect(of(['A', 61, '60']).beyond(LIMIT)).toEqual({ ms: 3_600_000, service: 'A', at: NOW });
  for (const age of ['-1', 'old', '1e9']) expect(of(['A', 60, age]).beyond(LIMIT)).toBeNull();
});
