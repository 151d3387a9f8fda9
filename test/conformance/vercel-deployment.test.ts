import fc from 'fast-check';
import provider from '../../src/providers/vercel-deployment/index.js';
import { config as schema, type Config } from '../../src/providers/vercel-deployment/config.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import type { Project } from '../sandbox/vercel/model.js';
import { testContext } from '../support/context.js';
import { conformance } from './suite.js';

const mutations = fc.constantFrom(
  'release',
  'release twice',
  'pinned release',
  'stray domain',
  'auto-assign off',
  'older deployment',
  'rolled back by hand',
) as fc.Arbitrary<Mutation>;
type Mutation =
  | 'release'
  | 'release twice'
  | 'pinned release'
  | 'stray domain'
  | 'auto-assign off'
  | 'older deployment'
  | 'rolled back by hand'
  | 'rolling release'
  | 'rolled back, then promoted in stages';

const rolling = fc.constantFrom(
  'release',
  'rolled back by hand',
  'rolling release',
  'rolled back, then promoted in stages',
) as fc.Arbitrary<Mutation>;

for (const mode of ['plain', 'rolling releases'] as const) {
  conformance<Config, Awaited<ReturnType<typeof provider.capture>>, Mutation>({
    name: `vercel-deployment, ${mode}`,
    provider,
    writesOver: 'a switch loses nothing: what went live meanwhile is kept as a deployment, and the run names it',
    cases: mode === 'plain' ? 200 : 100,
    ...(mode === 'plain'
      ? { interleavings: 25 }
      : { keepsNothing: 'each of them moves production, which the deploy moved' }),
    async start() {
      const vercel = await new VercelSandbox().start();
      const ctx = testContext({
        env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url },
        http: { backoffMs: 0.5 },
      });
      // The waits of the product are real; here they are not what is tested.
      Object.assign(ctx, { clock: { ...ctx.clock, sleep: async () => undefined } });
      const config: Record<string, unknown> = {
        id: 'subject',
        provider: 'vercel-deployment',
        project: 'prj_x',
        team: TEAM,
      };
      let project: Project;
      let other: Project;
      return {
        get config() {
          return schema.parse(config);
        },
        ctx,
        async reset() {
          vercel.clear();
          project = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com', 'old.shop.example.com']);
          config.project = project.id;
          vercel.release(project);
          vercel.release(project);
          // A domain that the owner has left on an older deployment.
          const [first] = vercel.deployments.keys();
          vercel.aliases.set('old.shop.example.com', {
            deploymentId: first ?? '',
            projectId: project.id,
            redirect: null,
          });
          vercel.addDomain(project, 'moved.example.com', { redirect: 'shop.example.com' });
          other = vercel.addProject('other', ['other.example.com']);
          vercel.release(other);
        },
        mutations: mode === 'plain' ? mutations : rolling,
        async mutate(mutation) {
          if (mutation === 'release') vercel.release(project);
          if (mutation === 'release twice') {
            vercel.release(project);
            vercel.release(project);
          }
          if (mutation === 'pinned release') {
            project.autoAssignCustomDomains = false;
            vercel.release(project);
          }
          if (mutation === 'stray domain') {
            vercel.aliases.set('www.shop.example.com', {
              deploymentId: vercel.addDeployment(project).id,
              projectId: project.id,
              redirect: null,
            });
          }
          if (mutation === 'auto-assign off') project.autoAssignCustomDomains = false;
          if (mutation === 'older deployment') {
            const [first] = [...vercel.deployments.values()].filter(({ projectId }) => projectId === project.id);
            if (first) vercel.serve(project, first);
          }
          if (mutation === 'rolled back by hand' || mutation === 'rolled back, then promoted in stages') {
            const [first] = [...vercel.deployments.values()].filter(({ projectId }) => projectId === project.id);
            if (!first || project.production === null || project.rollingRelease?.state === 'ACTIVE') return;
            project.lastAliasRequest = {
              type: 'rollback',
              jobStatus: 'succeeded',
              requestedAt: vercel.now(),
              fromDeploymentId: project.production,
              toDeploymentId: first.id,
            };
            vercel.serve(project, first);
            project.autoAssignCustomDomains = false;
          }
          if (mode === 'plain') return;
          project.rollingReleaseConfig ??= {
            target: 'production',
            stages: [{ targetPercentage: 10 }, { targetPercentage: 100 }],
          };
          if (mutation === 'rolling release') vercel.startRelease(project, vercel.addDeployment(project));
          if (mutation === 'rolled back, then promoted in stages') {
            const newest = [...vercel.deployments.values()].findLast(({ projectId }) => projectId === project.id);
            if (newest) vercel.startRelease(project, newest);
          }
        },
        outside: async () => [other, vercel.aliases.get('other.example.com'), vercel.aliases.get('moved.example.com')],
        writes: () => vercel.writes,
        secrets: ['vercel-token-sandbox'],
        crashAfterWrite: (n) => vercel.crashAfterWrite(n),
        close: () => vercel.stop(),
      };
    },
  });
}
