import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { outsideOf } from '../../src/commands/drill/game-day/outside.js';
import {
  GAME_DAY_PARTS,
  gameDayRecord,
  gameDayRecordOf,
  playedGame,
  scoreGame,
  type GameDayPart,
  type PlayedGame,
} from '../../src/engine/game-day.js';
import { drawFault, faultOf, GAME_DAY_FAULT_NAMES } from '../../src/engine/game-day-faults.js';
import { gameDayMarkdown, gameDayText } from '../../src/report/game-day.js';
import { HOSTILE } from '../support/hostile.js';

type Step = PlayedGame['steps'][number];
const code: Step = { option: 'code', recommended: true, decideMs: 60_000, done: true, tookMs: 200_000 };
const flags: Step = { ...code, option: 'flags', recommended: false, done: false };
const sorry: Step = { ...code, option: 'mitigate', recommended: false };
const nothing: Step = { option: 'nothing', recommended: false, decideMs: null, done: false, tookMs: null };

const watch = {
  level: 'roll-back',
  detectMs: 30_000,
  evidence: [{ criterion: 'critical-functionality', probe: 'home' }],
};
const good: PlayedGame = {
  version: 1,
  fault: 'errors',
  auto: false,
  clock: 5,
  watch,
  recommended: ['code'],
  steps: [code],
  recovery: 'recovered',
  left: { folder: '/tmp/game', pids: [1] },
};
const game = (given: Partial<PlayedGame> = {}): PlayedGame => ({ ...good, ...given });
const record = (given: Partial<PlayedGame> = {}, clean: boolean | null = true) =>
  gameDayRecordOf(game(given), {
    startedAt: '2026-11-27T00:00:00.000Z',
    endedAt: '2026-11-27T00:05:00.000Z',
    seed: 7,
    clean,
  });
const pointsOf = (given: Partial<PlayedGame>, part: GameDayPart, clean: boolean | null = true): number | null =>
  scoreGame({ ...game(given), clean }).find((one) => one.part === part)?.points ?? null;

describe('the score', () => {
  test('all is right and quick: all points', () => {
    expect(record()).toMatchObject({ verdict: 'passed', points: 100, measured: 100 });
    expect(Object.values(GAME_DAY_PARTS).reduce<number>((sum, of) => sum + of, 0)).toBe(100);
  });

  test.each<[string, Partial<PlayedGame>, Partial<Record<GameDayPart, number | null>>, string]>([
    ['not found', { watch: { ...watch, level: 'healthy', evidence: [] } }, { detection: 0, evidence: 0 }, 'failed'],
    [
      'no clear verdict',
      { watch: { ...watch, level: 'inconclusive' } },
      { detection: null, evidence: null },
      'unverified',
    ],
    ['no verdict', { watch: null }, { detection: null, evidence: null }, 'unverified'],
    ['another fault named', { fault: 'login' }, { detection: 20, evidence: 0 }, 'failed'],
    ['another criterion of the same probe', { fault: 'slow' }, { evidence: 0 }, 'failed'],
    ['wrong, then right', { steps: [flags, code] }, { decision: 0, speed: 0, recovery: 18.9 }, 'failed'],
    ['eased, then right', { steps: [sorry, code] }, { decision: 30, speed: 10 }, 'passed'],
    ['eased only', { steps: [sorry], recovery: 'not-recovered' }, { decision: 0, speed: 0, recovery: 0 }, 'failed'],
    ['nothing done', { steps: [nothing], recovery: 'not-recovered' }, { decision: 0, speed: 0, recovery: 0 }, 'failed'],
    ['no choice', { steps: [], recovery: 'not-recovered' }, { decision: null, speed: null, recovery: 0 }, 'failed'],
    ['nothing recommended', { recommended: [] }, { decision: null, speed: null }, 'unverified'],
    ['played by the program', { steps: [{ ...code, decideMs: null }] }, { decision: 30, speed: null }, 'passed'],
    ['probes could not tell', { recovery: 'inconclusive' }, { recovery: null }, 'unverified'],
    ['not watched', { recovery: 'not-watched' }, { recovery: null }, 'unverified'],
    [
      'rows restored at once',
      { fault: 'corrupted-rows', steps: [{ ...code, option: 'restore', recommended: false }] },
      { decision: 30 },
      'failed',
    ],
  ])('%s', (_name, given, parts, verdict) => {
    for (const [part, points] of Object.entries(parts)) {
      expect([part, pointsOf(given, part as GameDayPart)]).toEqual([part, points]);
    }
    expect(record(given).verdict).toBe(verdict);
  });

  test('something is left, or nobody could look', () => {
    expect([record({}, false).verdict, pointsOf({}, 'tidiness', false)]).toEqual(['failed', 0]);
    expect([record({}, null).verdict, pointsOf({}, 'tidiness', null)]).toEqual(['unverified', null]);
  });

  const time = fc.nat({ max: 3_000_000 });
  const step: fc.Arbitrary<Step> = fc.record({
    option: fc.constantFrom('code', 'flags', 'mitigate', 'restore', 'nothing'),
    recommended: fc.boolean(),
    decideMs: fc.option(time),
    done: fc.boolean(),
    tookMs: fc.option(time),
  });
  const played: fc.Arbitrary<PlayedGame> = fc.record({
    version: fc.constant(1 as const),
    fault: fc.constantFrom(...GAME_DAY_FAULT_NAMES),
    auto: fc.boolean(),
    clock: fc.constant(5),
    watch: fc.option(
      fc.record({
        level: fc.constantFrom('healthy', 'inconclusive', 'watch', 'mitigate', 'roll-back'),
        detectMs: time,
        evidence: fc.array(
          fc.constantFrom(...GAME_DAY_FAULT_NAMES).map((name) => {
            const { criterion, probe } = faultOf(name);
            return { criterion, probe };
          }),
        ),
      }),
    ),
    recommended: fc.subarray(['code', 'restore']),
    steps: fc.array(step, { maxLength: 4 }),
    recovery: fc.constantFrom('recovered', 'not-recovered', 'inconclusive', 'not-watched'),
    left: fc.constant(good.left),
  });

  test('no part that was not measured counts as points, and none makes a game pass', () => {
    fc.assert(
      fc.property(played, fc.option(fc.boolean()), (one, clean) => {
        const made = gameDayRecordOf(one, { startedAt: '', endedAt: '', seed: null, clean });
        const measured = made.scores.filter(({ points }) => points !== null);
        expect(made.measured).toBe(measured.reduce((sum, { of }) => sum + of, 0));
        expect(made.points).toBeCloseTo(
          measured.reduce((sum, { points }) => sum + (points ?? 0), 0),
          5,
        );
        expect(made.points).toBeLessThanOrEqual(made.measured);
        const open = made.scores.filter(({ points, part }) => points === null && part !== 'speed');
        if (open.length > 0) expect(made.verdict).not.toBe('passed');
        // Recovery has points only for a proof, detection only for a verdict.
        const of = (part: GameDayPart): number => made.scores.find((score) => score.part === part)?.points ?? 0;
        if (one.recovery !== 'recovered') expect(of('recovery')).toBe(0);
        if (one.watch === null) expect(of('detection') + of('evidence')).toBe(0);
        if (clean !== true) expect(of('tidiness')).toBe(0);
        if (one.steps.every(({ decideMs }) => decideMs === null)) expect(of('speed')).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  test('more time never earns more', () => {
    fc.assert(
      fc.property(played, fc.record({ detect: time, decide: time, took: time }), (one, more) => {
        const slower: PlayedGame = {
          ...one,
          watch: one.watch && { ...one.watch, detectMs: one.watch.detectMs + more.detect },
          steps: one.steps.map((own) => ({
            ...own,
            decideMs: own.decideMs === null ? null : own.decideMs + more.decide,
            tookMs: own.tookMs === null ? null : own.tookMs + more.took,
          })),
        };
        const quick = scoreGame({ ...one, clean: true });
        const slow = scoreGame({ ...slower, clean: true });
        slow.forEach(({ points }, at) => {
          expect(points === null).toBe(quick[at]?.points === null);
          expect(points ?? 0).toBeLessThanOrEqual(quick[at]?.points ?? 0);
        });
      }),
      { numRuns: 150 },
    );
  });
});

describe('the report', () => {
  test('a wrong decision is told with what would have been right', () => {
    const text = gameDayText(record({ steps: [flags, code] }));
    expect(text).toContain('Decision: flags back. That was not what the evidence called for. It called for: code and');
    expect(text).toContain('All steps: flags back, then code and configuration back');
    expect(text).toContain('Fault: errors: the home page answers 500 (seed 7).');
  });

  test('what was not measured is said, and the sum says how much', () => {
    const text = gameDayText(record({ watch: null, recovery: 'inconclusive', steps: [] }, null));
    expect(text).toContain('could not be measured in full: 0 of 100 points; 100 points were not measured');
    for (const word of ['Detection', 'Whether the evidence', 'Recovery', 'Whether something']) {
      expect(text).toMatch(new RegExp(`${word}.*was not measured`));
    }
    expect(gameDayMarkdown(record({ watch: null }))).toContain('| not measured | 20 |');
  });

  test('no text of a person or a service gets into a result', () => {
    for (const text of HOSTILE) {
      const one = game({ watch: { ...watch, level: text } });
      const two = game({ steps: [{ ...code, option: text }] });
      const three = game({ watch: { ...watch, evidence: [{ criterion: text, probe: 'home' }] } });
      for (const hostile of [one, two, three]) expect(playedGame.safeParse(hostile).success).toBe(false);
      expect(gameDayRecord.safeParse({ ...record(), fault: text }).success).toBe(false);
    }
    expect(gameDayRecord.safeParse(record()).success).toBe(true);
  });
});

test('a seed draws the same fault each time, and seeds in a row draw all of them', () => {
  const drawn = Array.from({ length: 60 }, (_, seed) => drawFault(seed));
  expect(drawn).toEqual(Array.from({ length: 60 }, (_, seed) => drawFault(seed)));
  expect(new Set(drawn).size).toBe(GAME_DAY_FAULT_NAMES.length);
  expect(drawn.slice(0, 7)).not.toEqual([...GAME_DAY_FAULT_NAMES]);
  expect(GAME_DAY_FAULT_NAMES).toContain(drawFault(999_999_999));
});

describe('what a configuration names beside this machine', () => {
  const local = { resources: [{ id: 'db', provider: 'postgres', url: 'postgresql://a:b@127.0.0.1:5432/shop' }] };

  test('a database and a probe on loopback are this machine', () => {
    const probes = [{ url: 'http://127.0.0.1:8080/' }, { url: 'http://[::1]/' }, { url: 'http://shop.localhost/' }];
    expect(outsideOf({ ...local, probes })).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    [
      'a resource of a service',
      { resources: [{ id: 'web', provider: 'vercel-deployment', project: 'p' }] },
      'resource "web" (vercel-deployment)',
    ],
    [
      'a credential',
      { resources: [{ id: 'db', provider: 'postgres', url: '${DATABASE_URL}' }] },
      'a value of the environment (${DATABASE_URL})',
    ],
    ['an address', { ...local, probes: [{ url: 'https://shop.example.com/' }] }, 'an address (shop.example.com)'],
    [
      'an address that looks like loopback',
      { ...local, x: 'http://127.0.0.1.example.com/' },
      'an address (127.0.0.1.example.com)',
    ],
    ['loopback as a user name', { ...local, x: 'http://127.0.0.1@shop.example.com/' }, 'an address (shop.example.com)'],
    ['an address within a text', { ...local, x: 'curl https://shop.example.com/a' }, 'an address (shop.example.com)'],
    ['an address that no parser reads', { ...local, x: 'http://[bad/' }, 'an address (unreadable)'],
    ['what is no resource', { resources: [null] }, 'resource 1, which cannot be read'],
  ])('%s', (_name, document, found) => {
    expect(outsideOf(document)).toEqual([found]);
  });
});
