import provider from '../../src/providers/s3-bucket/index.js';
import { S3Sandbox } from '../sandbox/aws/s3.js';
import { testContext } from '../support/context.js';
import { bucketMutations, PlainBucket, REFERER_SECRET, startingSettings } from '../sandbox/aws/s3-fixture.js';
import { conformance } from './suite.js';

conformance({
  name: 's3-bucket against our emulator',
  provider,
  writesOver: ({ id, closes }) => closes !== undefined || id === 'public-access-block',
  async start() {
    const s3 = await new S3Sandbox().start();
    const bucket = new PlainBucket(s3.url, 'media');
    const ctx = testContext({
      env: {
        AWS_ACCESS_KEY_ID: 'AKIATEST',
        AWS_SECRET_ACCESS_KEY: 'aws-secret-4471c0ffee',
        AWS_ENDPOINT_URL_S3: s3.url,
        AWS_MAX_ATTEMPTS: '1',
      },
    });
    return {
      config: { id: 'subject', provider: 's3-bucket' as const, bucket: 'media', region: 'us-east-1' },
      ctx,
      async reset() {
        s3.clearFaults();
        s3.buckets.clear();
        for (const name of ['media', 'other'])
          s3.createBucket(name).objects.set('a.txt', { body: 'a', type: 'text/plain' });
        for (const [setting, document] of startingSettings('media')) await bucket.set(setting, document);
      },
      resume: async () => s3.clearFaults(),
      mutations: bucketMutations('media'),
      // Some are refused (a public policy under the block), as they would be for a person.
      mutate: async ({ setting, document }) => {
        await bucket.set(setting, document);
      },
      outside: async () => [s3.buckets.get('other'), s3.buckets.get('media')?.objects],
      writes: () => s3.writes,
      secrets: [REFERER_SECRET, 'aws-secret-4471c0ffee'],
      crashAfterWrite: (n) => s3.crashAfterWrite(n),
      close: () => s3.stop(),
    };
  },
});
