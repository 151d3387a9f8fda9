// Jest's sequencer: the longest suites start first, so that no worker is left with a long one at the end. Jest itself
// orders by the durations of the last run, which a clean checkout does not have.
import sequencer from '@jest/test-sequencer';

/** Slowest first; all others follow in Jest's order. */
const LONGEST = [
  'e2e/kill',
  'conformance/postgres-in-place',
  'conformance/postgres',
  'e2e/laws',
  'conformance/prisma',
  'integration/postgres-round-trip',
  'integration/readiness-pull-requests',
  'integration/corruption',
  'e2e/undo',
  'conformance/cloudfront',
  'e2e/bad-input',
  'e2e/hostile-output',
  'e2e/kill-anywhere',
  'e2e/recover-random',
  'e2e/recover-commands',
  'e2e/undo-random',
  'integration/migrate-command',
];
const rank = ({ path }) => {
  const index = LONGEST.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
  return index === -1 ? LONGEST.length : index;
};

export default class LongestFirst extends (sequencer.default ?? sequencer) {
  async sort(tests) {
    return (await super.sort(tests)).sort((a, b) => rank(a) - rank(b));
  }
}
