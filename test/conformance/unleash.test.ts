import provider from '../../src/providers/unleash/index.js';
import { mutations, PERSON, UnleashFixture, SECRET } from '../sandbox/unleash/fixture.js';
import { UnleashSandbox } from '../sandbox/unleash/server.js';
import { testContext } from '../support/context.js';
import { conformance } from './suite.js';

const TOKEN = '*:*.4471c0ffee-unleash-admin';

conformance({
  name: 'unleash against our emulator',
  provider,
  // The plan itself creates what is absent, and a switch has only two values.
  writesOver: ({ before, params: { kind } }) => before === null || kind === 'turn-on' || kind === 'turn-off',
  async start() {
    const sandbox = await new UnleashSandbox().start();
    sandbox.tokens.set(TOKEN, 'admin');
    const scene = new UnleashFixture(sandbox.url, TOKEN);
    let writes = 0;
    return {
      config: {
        id: 'subject',
        provider: 'unleash' as const,
        project: 'default',
        environment: 'production',
        'gate-timeout-seconds': 30,
      },
      ctx: testContext({ env: { UNLEASH_API_TOKEN: TOKEN, UNLEASH_URL: sandbox.url }, http: { backoffMs: 1 } }),
      async reset() {
        sandbox.crashAfterWrite(0);
        sandbox.model.reset();
        sandbox.model.projects.set('other', { environments: ['production'] });
        await scene.reset();
        await scene.call('POST', 'projects/other/features', { name: 'theirs', type: 'release' });
        await scene.call('POST', 'projects/other/features/theirs/environments/production/on');
        writes = sandbox.writes;
      },
      resume: async () => sandbox.crashAfterWrite(0),
      mutations,
      mutate: (mutation) => scene.mutate(mutation),
      outside: async () => [
        await scene.outside(),
        sandbox.model.features.get('theirs'),
        // The other environment of a flag is lost when the flag is deleted; its switch never goes on by itself.
        ['checkout', 'limits'].map((name) => sandbox.model.features.get(name)?.environments.get('development')),
      ],
      writes: () => sandbox.writes - writes,
      secrets: [TOKEN, SECRET, PERSON],
      crashAfterWrite: (n) => sandbox.crashAfterWrite(n),
      close: () => sandbox.stop(),
    };
  },
});
