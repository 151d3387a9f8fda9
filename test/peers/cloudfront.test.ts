import provider from '../../src/providers/cloudfront/index.js';
import { conformance } from '../conformance/suite.js';
import {
  configMutations,
  CloudFrontFixture,
  ORIGIN_SECRET,
  startingConfig,
} from '../sandbox/aws/cloudfront-fixture.js';
import { testContext } from '../support/context.js';
import { startMoto } from '../support/moto.js';

/**
 * Against moto, which nobody here wrote. What moto lacks is proven elsewhere (the official description decides, see
 * cloudfront-spec.test.ts): it cannot update or publish functions, takes any If-Match, and never changes an ETag or the
 * time of the last change.
 */
conformance({
  name: 'cloudfront against moto',
  provider,
  cases: 40,
  keepsNothing: 'seldom: a distribution counts as one object, and most mutations change it',
  crashes: 4,
  async start() {
    const moto = await startMoto();
    const scene = new CloudFrontFixture(moto.url);
    const distribution = await scene.createDistribution(startingConfig('media', []));
    const other = await scene.createDistribution(startingConfig('other', []));
    const ctx = testContext({
      env: {
        AWS_ACCESS_KEY_ID: 'AKIATEST',
        AWS_SECRET_ACCESS_KEY: 'aws-secret-4471c0ffee',
        AWS_ENDPOINT_URL_CLOUDFRONT: moto.url,
        REWIND_FINGERPRINT_KEY: 'fingerprint-key-for-tests-0123456789',
      },
    });
    return {
      config: {
        id: 'subject',
        provider: 'cloudfront' as const,
        distribution,
        invalidate: ['/*'],
        wait: 60,
        'poll-seconds': 0.01,
      },
      ctx,
      async reset() {
        await scene.update(distribution, (config) => Object.assign(config, startingConfig('media', [])));
      },
      mutations: configMutations(),
      mutate: (mutation) => scene.mutate(distribution, mutation),
      outside: async () => (await scene.config(other)).config,
      // moto keeps no count: that nothing is written while reading is proven against our emulator.
      writes: () => 0,
      secrets: [ORIGIN_SECRET, 'aws-secret-4471c0ffee'],
      async close() {
        scene.close();
        await moto.stop();
      },
    };
  },
});
