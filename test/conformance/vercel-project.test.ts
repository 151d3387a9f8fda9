import fc from 'fast-check';
import provider from '../../src/providers/vercel-project/index.js';
import type { Config } from '../../src/providers/vercel-project/config.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import type { Project } from '../sandbox/vercel/model.js';
import { testContext } from '../support/context.js';
import { conformance } from './suite.js';

const SECRET = 'npm config set //registry/:_authToken=abcdef0123456789 && npm run build';
const mutations = fc.oneof(
  fc.record({
    kind: fc.constant('setting' as const),
    name: fc.constantFrom(
      'buildCommand',
      'installCommand',
      'rootDirectory',
      'nodeVersion',
      'framework',
      'ssoProtection',
      'trustedIps',
    ),
    value: fc.oneof(
      fc.constant(null),
      fc.string({ maxLength: 20 }),
      fc.constant({ deploymentType: 'all' }),
      fc.constant('22.x'),
    ),
  }),
  fc.record({
    kind: fc.constant('redirect' as const),
    name: fc.constantFrom('www.shop.example.com', 'shop.example.com'),
    to: fc.constantFrom(null, 'elsewhere.example.com'),
  }),
  fc.record({
    kind: fc.constant('add' as const),
    name: fc.constantFrom('new.example.com', 'beta.example.com'),
    branch: fc.constantFrom(null, 'beta'),
  }),
  fc.record({ kind: fc.constant('remove' as const), name: fc.constantFrom('www.shop.example.com', 'old.example.com') }),
  fc.record({ kind: fc.constant('crons' as const), on: fc.boolean() }),
  fc.record({ kind: fc.constant('firewall' as const), version: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    kind: fc.constant('rolling' as const),
    approval: fc.boolean(),
    off: fc.boolean(),
    duration: fc.integer({ min: 1, max: 60 }),
  }),
);
type Mutation = typeof mutations extends fc.Arbitrary<infer T> ? T : never;

conformance<Config, Awaited<ReturnType<typeof provider.capture>>, Mutation>({
  name: 'vercel-project',
  provider,
  async start() {
    const vercel = await new VercelSandbox().start();
    const ctx = testContext({
      env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url, REWIND_FINGERPRINT_KEY: 'k' },
      http: { backoffMs: 0.5 },
    });
    const config = { id: 'subject', provider: 'vercel-project' as const, project: 'prj_x', team: TEAM };
    let project: Project;
    let other: Project;
    return {
      config,
      ctx,
      async reset() {
        vercel.clear();
        project = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
        vercel.addDomain(project, 'old.example.com', { redirect: 'shop.example.com', redirectStatusCode: 308 });
        config.project = project.id;
        Object.assign(project.settings, {
          buildCommand: SECRET,
          ssoProtection: { deploymentType: 'preview' },
          trustedIps: null,
        });
        project.security.firewallConfigVersion = 3;
        project.rollingReleaseConfig = {
          target: 'production',
          stages: [
            { targetPercentage: 10, duration: 5, requireApproval: false },
            { targetPercentage: 100, requireApproval: false },
          ],
        };
        vercel.release(project);
        other = vercel.addProject('other', ['other.example.com']);
      },
      mutations,
      async mutate(mutation) {
        const domain = 'name' in mutation ? project.domains.find(({ name }) => name === mutation.name) : undefined;
        if (mutation.kind === 'setting') project.settings[mutation.name] = mutation.value;
        if (mutation.kind === 'redirect' && domain) domain.redirect = mutation.to;
        if (mutation.kind === 'add' && !domain)
          vercel.addDomain(project, mutation.name, { gitBranch: mutation.branch });
        if (mutation.kind === 'remove' && domain) project.domains.splice(project.domains.indexOf(domain), 1);
        if (mutation.kind === 'crons') project.crons.disabledAt = mutation.on ? null : vercel.now();
        if (mutation.kind === 'firewall') project.security.firewallConfigVersion = mutation.version;
        if (mutation.kind === 'rolling') {
          const stages = [
            {
              targetPercentage: 25,
              ...(mutation.approval ? {} : { duration: mutation.duration }),
              requireApproval: mutation.approval,
            },
            { targetPercentage: 100, requireApproval: false },
          ];
          project.rollingReleaseConfig = mutation.off ? null : { target: 'production', stages };
        }
      },
      outside: async () => [other, project.production, project.autoAssignCustomDomains],
      writes: () => vercel.writes,
      secrets: [SECRET, 'abcdef0123456789', 'vercel-token-sandbox'],
      crashAfterWrite: (n) => vercel.crashAfterWrite(n),
      close: () => vercel.stop(),
    };
  },
});
