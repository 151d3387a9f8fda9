import fc from 'fast-check';
import { NOT_USED } from '../../src/providers/cloudfront/plan.js';
import provider from '../../src/providers/cloudfront/index.js';
import { CloudFrontSandbox } from '../sandbox/aws/cloudfront.js';
import {
  CODE_SECRET,
  configMutations,
  CloudFrontFixture,
  functionMutations,
  ORIGIN_SECRET,
  startingConfig,
  STARTING_CODE,
} from '../sandbox/aws/cloudfront-fixture.js';
import { testContext } from '../support/context.js';
import { conformance } from './suite.js';

conformance({
  name: 'cloudfront against our emulator',
  provider,
  // An invalidation replaces nothing, and of a function that is not used the plan knows no code.
  writesOver: ({ id, before }, now) => id === 'invalidate' || [before, now.before].includes(NOT_USED),
  keepsNothing: 'seldom: a distribution counts as one object, and most mutations change it',
  async start() {
    const sandbox = await new CloudFrontSandbox().start();
    const scene = new CloudFrontFixture(sandbox.url);
    const ctx = testContext({
      env: {
        AWS_ACCESS_KEY_ID: 'AKIATEST',
        AWS_SECRET_ACCESS_KEY: 'aws-secret-4471c0ffee',
        AWS_ENDPOINT_URL_CLOUDFRONT: sandbox.url,
        AWS_MAX_ATTEMPTS: '1',
        // Fingerprints are slow on purpose; a key makes them fast, so that 200 cases take seconds.
        REWIND_FINGERPRINT_KEY: 'fingerprint-key-for-tests-0123456789',
      },
    });
    const config = {
      id: 'subject',
      provider: 'cloudfront' as const,
      distribution: 'EMEDIA0001',
      invalidate: ['/*'],
      wait: 60,
      'poll-seconds': 0.01,
    };
    /** The scene's distributions get ids that stay the same in every case. */
    const make = async (id: string, reference: string, used: Parameters<typeof startingConfig>[1]): Promise<void> => {
      const made = sandbox.distributions.get(await scene.createDistribution(startingConfig(reference, used)));
      if (!made) throw new Error('nothing was created');
      sandbox.distributions.delete(made.id);
      sandbox.distributions.set(id, { ...made, id });
    };
    return {
      config,
      ctx,
      async reset() {
        sandbox.clearFaults();
        sandbox.distributions.clear();
        sandbox.functions.clear();
        // Short, but long enough that a restore has to wait for it.
        sandbox.deployMs = 3;
        for (const name of ['redirect', 'headers', 'spare', 'unrelated'])
          await scene.createFunction(name, STARTING_CODE);
        await make(config.distribution, 'media', [
          ['viewer-request', 'redirect'],
          ['viewer-response', 'headers'],
        ]);
        await make('EOTHER0001', 'other', []);
      },
      resume: async () => sandbox.clearFaults(),
      mutations: fc.oneof(
        { weight: 3, arbitrary: configMutations() },
        { weight: 2, arbitrary: functionMutations(['redirect', 'headers']) },
        {
          weight: 1,
          arbitrary: fc.constant({ do: 'associate' as const, associations: [['viewer-request', 'spare']] as const }),
        },
      ),
      mutate: (mutation) => scene.mutate(config.distribution, mutation),
      outside: async () => [
        sandbox.distributions.get('EOTHER0001'),
        sandbox.functions.get('spare'),
        sandbox.functions.get('unrelated'),
      ],
      writes: () => sandbox.writes,
      secrets: [ORIGIN_SECRET, CODE_SECRET, 'aws-secret-4471c0ffee'],
      crashAfterWrite: (n) => sandbox.crashAfterWrite(n),
      async close() {
        scene.close();
        await sandbox.stop();
      },
    };
  },
});
