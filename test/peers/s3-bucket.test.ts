import type { Clock } from '../../src/runtime/context.js';
import provider from '../../src/providers/s3-bucket/index.js';
import { conformance } from '../conformance/suite.js';
import { testContext } from '../support/context.js';
import { startMoto } from '../support/moto.js';
import { bucketMutations, PlainBucket, REFERER_SECRET, startingSettings } from '../sandbox/aws/s3-fixture.js';

/** Nobody waits for moto: what it does not show at once, it never shows. */
const clock: Clock = { now: () => new Date(), monotonic: () => performance.now(), sleep: async () => undefined };
const SETTINGS = [
  'policy',
  'publicAccessBlock',
  'cors',
  'ownershipControls',
  'versioning',
  'encryption',
  'lifecycle',
  'website',
];

/**
 * Against moto, which nobody here wrote. All eight settings are changed, removed and restored. What moto 5.2 does not do,
 * and what is therefore proven against our emulator only:
 * - refuse a public policy under BlockPublicPolicy, a malformed policy, or a bucket of another owner: it accepts all;
 * - rewrite a policy (a list of one becomes a text, an account id an ARN): it answers what it was sent;
 * - encrypt by default: a new bucket has no encryption at all, which Amazon ended in 2023;
 * - keep `x-amz-transition-default-minimum-object-size` or MfaDelete: it forgets both;
 * - count requests or break off: that nothing is written while reading, and failures, are not seen here.
 */
conformance({
  name: 's3-bucket against moto',
  provider,
  // What closes public access does not wait.
  writesOver: ({ id, closes }) => closes !== undefined || id === 'public-access-block',
  cases: 200,
  crashes: 4,
  async start() {
    const moto = await startMoto();
    const bucket = new PlainBucket(moto.url, 'media');
    const other = new PlainBucket(moto.url, 'other');
    const fill = async (at: PlainBucket): Promise<void> => {
      await at.create();
      for (const [setting, document] of startingSettings(at.name)) await at.set(setting, document);
    };
    await fill(other);
    const ctx = testContext({
      clock,
      env: {
        AWS_ACCESS_KEY_ID: 'AKIATEST',
        AWS_SECRET_ACCESS_KEY: 'aws-secret-4471c0ffee',
        AWS_ENDPOINT_URL_S3: moto.url,
        REWIND_FINGERPRINT_KEY: 'fingerprint-key-for-tests-0123456789',
      },
    });
    return {
      config: { id: 'subject', provider: 's3-bucket' as const, bucket: 'media', region: 'us-east-1' },
      ctx,
      async reset() {
        await bucket.destroy();
        await fill(bucket);
      },
      mutations: bucketMutations('media'),
      mutate: async ({ setting, document }) => {
        await bucket.set(setting, document);
      },
      outside: async () => {
        const found = await Promise.all(SETTINGS.map((setting) => other.get(setting)));
        // A refusal names its request, which is another one each time.
        return found.map(({ status, text }) => (status === 200 ? text : status));
      },
      // moto keeps no count: that nothing is written while reading is proven against our emulator.
      writes: () => 0,
      secrets: [REFERER_SECRET, 'aws-secret-4471c0ffee'],
      close: () => moto.stop(),
    };
  },
});
