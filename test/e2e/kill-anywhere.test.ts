import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { killCase, pointsOf } from '../fuzz/kill-case.js';
import { SCENARIOS } from '../fuzz/scenarios.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

/**
 * Law 3 at any write, not only at the lines of the journal: a few of the kills of `npm run fuzz`, which kills 500 times over
 * all providers. The same command must converge, lose no row and leave nobody locked out.
 */
let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

test.each([
  { name: 'neon', seeds: [1, 2] },
  { name: 'later-kept', seeds: [1] },
  { name: 'later-included', seeds: [2] },
  { name: 'swap', seeds: [3] },
])(
  '$name: killed at random writes, the same command converges',
  async ({ name, seeds }) => {
    const subject = await SCENARIOS.find((scenario) => scenario.name === name)?.start(postgres);
    if (subject === undefined) throw new Error(`no scenario ${name}`);
    try {
      const points = await pointsOf(subject);
      // HTTP, files, and with a real database also SQL and what is fed to pg_restore.
      const kinds = new Set(points.map((point) => /^(http|sql|fed|file|write|rename)/.exec(point)?.[1]));
      expect([...kinds]).toEqual(expect.arrayContaining(name === 'swap' ? ['http', 'sql', 'fed', 'write'] : ['http']));
      for (const seed of seeds) {
        const { kills, problems } = await killCase(subject, points, seed, 2);
        expect({ seed, kills, problems }).toEqual({ seed, kills, problems: [] });
        expect(kills.length).toBeGreaterThan(0);
      }
    } finally {
      await subject.stop();
    }
  },
  300_000,
);
