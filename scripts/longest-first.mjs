// Jest's sequencer: the longest suites start first, so that no worker is left with a long one at the end. Jest itself
// orders by the durations of the last run, which a clean checkout does not have.
import sequencer from '@jest/test-sequencer';

/** Slowest first; all others follow in Jest's order. */
const LONGEST = [
  'e2e/game-day',
  'integration/drill-checks',
  'integration/drill-bad-snapshots',
  'integration/drill',
  'integration/drill-killed',
  'e2e/kill',
  'conformance/postgres-in-place',
  'conformance/postgres',
  'conformance/prisma',
  'e2e/laws',
  'integration/postgres-round-trip',
  'e2e/kill-anywhere',
  'integration/readiness-pull-requests',
  'conformance/cloudfront',
  'e2e/postgres-in-place-kill',
  'integration/vercel-failures',
  'e2e/undo',
  'conformance/s3-bucket',
  'integration/s3-bucket-failures',
  'integration/corruption',
  'e2e/undo-random',
  'integration/postgres-restore',
  'conformance/rds-snapshot',
  'integration/rds-snapshot',
  'integration/lost-answers',
  'conformance/unleash',
  'e2e/incident-commands',
  'e2e/recover-commands',
  'e2e/kill-swap',
  'conformance/stripe-webhooks',
  'integration/recover-flags',
  'conformance/vercel-deployment',
  'e2e/monitor',
  'conformance/vercel-project',
  'integration/cloudfront-failures',
  'integration/postgres-backup-liveness',
  'integration/kept-replication',
  'integration/drill-checks',
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
