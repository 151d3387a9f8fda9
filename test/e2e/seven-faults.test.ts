import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Entry } from '../../src/incident/entry.js';
import type { Verdict } from '../../src/probes/verdict.js';
import { mapLimited } from '../../src/runtime/flow.js';
import { FAULTS, sellBefore, SHOP_SCHEMA, ShopApp, shopProbes, type ShopFault } from '../sandbox/shop/app.js';
import { StripeSandbox } from '../sandbox/stripe/server.js';
import type { Deployment, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { FAST_CLOCK, fastNow } from '../support/fast-clock.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { sourcesAfter } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';
import { selfSigned, WatchedServer } from '../support/watched-server.js';

// Real times are measured here, and a busy machine may slow one of them down: what fails twice is wrong.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

/**
 * A shop with seven faults, each in a deployment of its own, watched by the program as a process whose time runs ten times
 * as fast: real HTTP, a real PostgreSQL, and the doubles of Stripe and Vercel. The snapshot takes the baselines of the good
 * deployment. Each probe runs in each watch, so the other probes show that they stay quiet.
 */
const EVERY = { check: 3, reading: 10 };
/** Real milliseconds between two customers: 2.5 s of the program. */
const CUSTOMER_MS = 250;
let postgres: TestPostgres;
let vercel: VercelSandbox;
let project: Project;
let neutral: WatchedServer;
let repository: Repository;
/** What is closed at the end. */
const open: { close(): Promise<void> }[] = [];
let watched: Map<ShopFault | null, { readonly app: ShopApp; readonly env: Record<string, string> }>;
let next: Deployment;

const configFor = (app: ShopApp, store: string): void =>
  repository.configure({
    store,
    sections: [
      `monitor: { minutes: 2, neutral: "${neutral.url()}", allow-private: true }`,
      'criteria:',
      '  baseline-samples: 24',
      // Latencies are those of a busy machine, times ten.
      '  latency: { warm-up-seconds: 10, tail: { add-ms: 3000, of: 10 }, body: { add-ms: 3000, of: 10 } }',
      ...shopProbes(app, EVERY),
    ],
    resources: [`{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`],
  });

beforeAll(async () => {
  [postgres, vercel] = await Promise.all([startPostgres(), new VercelSandbox().start()]);
  vercel.now = fastNow;
  neutral = await new WatchedServer().start();
  const stripes: StripeSandbox[] = [];
  const backend = async (database: string, account?: StripeSandbox) => {
    const stripe = account ?? (await new StripeSandbox().start());
    stripe.time = fastNow;
    stripes.push(stripe);
    await postgres.createDatabase(database);
    await postgres.query(database, SHOP_SCHEMA);
    return {
      stripe,
      now: fastNow,
      query: (sql: string) => postgres.query(database, sql),
      env: { DATABASE_URL: postgres.url(database), STRIPE_API_KEY: 'sk_test_sandbox', STRIPE_API_URL: stripe.url },
    };
  };
  const good = await backend('good');
  sellBefore(good.stripe, fastNow(), 4);
  // Faults that reach the database or Stripe have their own, so that the other watches do not see them.
  const backends = new Map<ShopFault | null, typeof good>([
    ['payments failing', await backend('failing')],
    ['payments silent', await backend('silent')],
    ['corrupted rows', await backend('corrupted', good.stripe)],
  ]);
  watched = new Map(
    await Promise.all(
      [null, ...FAULTS].map(async (fault) => {
        const { env, ...behind } = backends.get(fault) ?? good;
        const app = await new ShopApp(behind, () => fault).start();
        if (fault === null || backends.has(fault)) app.open(CUSTOMER_MS);
        open.push(app);
        return [fault, { app, env }] as const;
      }),
    ),
  );
  const certificate = selfSigned('IP:127.0.0.1');
  const before = await new ShopApp(good, () => null, certificate).start();
  open.push(before, neutral, ...[...new Set(stripes)].map((one) => ({ close: () => one.stop() })));

  project = vercel.addProject(
    'shop',
    [...watched.values()].map(({ app }) => app.host),
  );
  vercel.release(project, { url: before.host });
  repository = await makeRepository({ resources: [], env: { ...vercel.env } });
  const file = join(repository.root, 'previous.pem');
  writeFileSync(file, certificate.cert);
  repository.env.NODE_EXTRA_CA_CERTS = file;
  const healthy = watched.get(null);
  if (healthy === undefined) throw new Error('no healthy shop');
  configFor(healthy.app, 'store');
  const command = sourcesAfter(FAST_CLOCK);
  const taken = await repository.run(['snapshot', '--json'], { command, env: healthy.env });
  expect([taken.status, taken.status === 0 ? '' : taken.stderr + taken.stdout]).toEqual([0, '']);
  expect(taken.stdout + taken.stderr).not.toContain('cannot judge the deploy');
  next = vercel.release(project);
}, 60_000);
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
  await Promise.all([vercel.stop(), postgres.stop()]);
  repository.remove();
});

interface Found {
  readonly status: number | null;
  readonly level: string;
  readonly suspect: string | null;
  /** Criterion, probe and rule of what led to the verdict. */
  readonly by: readonly (readonly string[])[];
  /** Probes that ask for more than a look. */
  readonly alarmed: readonly string[];
  /** Verdicts in the incident record. */
  readonly recorded: readonly string[];
}

async function watch(fault: ShopFault | null): Promise<{ readonly found: Found; readonly verdict: Verdict }> {
  const { app, env } = watched.get(fault) ?? {};
  if (app === undefined) throw new Error('no shop');
  const name = `watch-${(fault ?? 'healthy').replaceAll(' ', '-')}`;
  cpSync(join(repository.root, 'store'), join(repository.root, name), { recursive: true });
  configFor(app, name);
  const config = `.github/${name}.yml`;
  cpSync(repository.configFile, join(repository.root, config));
  // `healthy` needs 60 samples of each check.
  const minutes = fault === null ? '4' : '2';
  const args = ['monitor', '--config', config, '--out', `out/${name}`, '--json'];
  args.push('--minutes', minutes, '--deployment', next.id);
  const result = await repository.run(args, { command: sourcesAfter(FAST_CLOCK), ...(env && { env }) });
  const { verdict } = result.json<{ verdict: Verdict }>();
  const alarmed = verdict.probes.filter(({ level }) => level === 'mitigate' || level === 'roll-back');
  const found = {
    status: result.status,
    level: verdict.level,
    suspect: verdict.suspect,
    by: verdict.criteria.flatMap(({ criterion, level, decisive }) =>
      level === verdict.level && level !== 'healthy' && decisive !== null
        ? [[criterion, decisive.probe, decisive.rule]]
        : [],
    ),
    alarmed: alarmed.map(({ probe }) => probe),
    recorded: verdictsIn(name),
  };
  return { found, verdict };
}

function verdictsIn(store: string): string[] {
  const folder = join(repository.root, store, 'incidents/production');
  const [id] = readdirSync(join(repository.root, store)).includes('incidents') ? readdirSync(folder) : [];
  if (id === undefined) return [];
  return readdirSync(join(folder, id))
    .filter((name) => /^\d+\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, id, name), 'utf8')) as Entry)
    .flatMap((entry) => (entry.kind === 'verdict' ? [`${entry.data.level} ${entry.data.probe}`] : []));
}

/** A machine that is too busy is late, and the verdict says so: then the watch is repeated, alone. */
const MORE = 4;
const isDelayed = ({ found: { level }, verdict }: Awaited<ReturnType<typeof watch>>): boolean =>
  level === 'inconclusive' || (level !== 'roll-back' && verdict.probes.some(({ doubts }) => doubts.includes('late')));

test('each of seven faults is found by its probe and its rule, and a good deployment is healthy', async () => {
  const all = [null, ...FAULTS];
  const seen = new Map(await mapLimited(all, 3, async (fault) => [fault, await watch(fault)] as const));
  for (const [fault, first] of seen) {
    let last = first;
    for (let more = 0; more < MORE && isDelayed(last); more += 1) last = await watch(fault);
    seen.set(fault, last);
  }
  const found = new Map([...seen].map(([fault, last]) => [fault ?? 'healthy', last.found]));
  const worse = (level: string, criterion: string, probe: string, rule: unknown) => ({
    status: 3,
    level,
    suspect: 'deploy',
    by: [[criterion, probe, rule]],
    alarmed: [probe],
    recorded: expect.arrayContaining([`${level} ${probe}`]),
  });
  const functionality = 'critical-functionality';
  expect(Object.fromEntries(found)).toEqual({
    healthy: { status: 0, level: 'healthy', suspect: null, by: [], alarmed: [], recorded: [] },
    '500s': worse('roll-back', functionality, 'home', 'failures'),
    slow: worse('mitigate', 'performance', 'home', expect.stringMatching(/^slow-(tail|body)$/)),
    'login broken': worse('roll-back', functionality, 'login', 'failures'),
    'payments failing': worse('roll-back', 'payments', 'payments', 'failures'),
    'payments silent': worse('mitigate', 'payments', 'payments', 'silence'),
    'corrupted rows': worse('roll-back', 'data-integrity', 'orders', 'assertion'),
    'CDN checksum': worse('roll-back', functionality, 'asset', 'failures'),
  });
}, 300_000);
