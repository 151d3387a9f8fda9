// Jest's sequencer: the longest suites start first, so that no worker is left with a long one at the end. Jest itself
// orders by the durations of the last run, which a clean checkout does not have.
import sequencer from '@jest/test-sequencer';

/** Slowest first; all others follow in Jest's order. */
const LONGEST = [
  'e2e/kill',
  'conformance/postgres-in-place',
  'conformance/postgres',
  'e2e/laws',
  'integration/postgres-round-trip',
  'conformance/prisma',
  'e2e/undo',
  'e2e/postgres-in-place-kill',
  'integration/s3-bucket-failures',
  'integration/readiness-pull-requests',
  'e2e/incident-commands',
  'integration/vercel-failures',
  'conformance/cloudfront',
  'integration/corruption',
  'e2e/kill-anywhere',
  'e2e/recover-random',
  'e2e/recover-commands',
  'e2e/undo-random',
  'integration/postgres-restore',
  'integration/choosing',
  'e2e/bad-input',
  'integration/rds-snapshot',
  'integration/cloudfront-failures',
  'e2e/recover',
  'conformance/stripe-webhooks',
  'conformance/rds-snapshot',
  'e2e/kill-swap',
  'integration/postgres-backup-liveness',
  'conformance/unleash',
  'conformance/vercel-deployment',
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
