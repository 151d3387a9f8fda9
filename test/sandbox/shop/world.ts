import { fastClock } from '../../support/fast-clock.js';
import { startPostgres } from '../../support/postgres.js';
import { makeRepository, type Repository } from '../../support/repository.js';
import { WatchedServer } from '../../support/watched-server.js';
import { StripeSandbox } from '../stripe/server.js';
import type { ConfigStore, Deployment, Project } from '../vercel/model.js';
import { TEAM, VercelSandbox } from '../vercel/server.js';
import { sellBefore, SHOP_SCHEMA, ShopApp, shopProbes, type ShopFault } from './app.js';

/** Real milliseconds between two customers. */
const CUSTOMER_MS = 250;
const EVERY = { check: 2, reading: 10 };

export interface ShopWorldOptions {
  /** The time of the programs passes so many times as fast. */
  readonly factor: number;
  /** Minutes of the programs that a rollback is watched. */
  readonly afterMinutes: number;
  /** True: the database of the shop is a resource, too. */
  readonly database?: boolean;
}

/** A shop whose customers buy, its services, and a repository whose configuration watches it. */
export interface ShopWorld {
  readonly repository: Repository;
  readonly vercel: VercelSandbox;
  readonly project: Project;
  /** Process id of its PostgreSQL. */
  readonly serverPid: number;
  readonly flags: ConfigStore;
  /** What runs before the program, so that its time passes faster. */
  readonly clock: string;
  /** Milliseconds since the epoch, as the programs see them. */
  readonly now: () => number;
  /** A new deployment. @param commit one letter @param fault what it does wrong */
  readonly release: (commit: string, fault?: ShopFault) => Deployment;
  close(): Promise<void>;
}

/** Starts it with a good deployment. The shop behaves as the deployment that serves it. */
export async function startShopWorld({ factor, afterMinutes, database = false }: ShopWorldOptions): Promise<ShopWorld> {
  const { now, module: clock } = fastClock(factor);
  const closing: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (let one = closing.pop(); one !== undefined; one = closing.pop()) await one();
  };
  try {
    const postgres = await startPostgres();
    closing.push(() => postgres.stop());
    const vercel = await new VercelSandbox().start();
    closing.push(() => vercel.stop());
    const stripe = await new StripeSandbox().start();
    // The probe compares the time of an answer with the clock of the program.
    stripe.time = now;
    closing.push(() => stripe.stop());
    const neutral = await new WatchedServer().start();
    closing.push(() => neutral.close());
    vercel.now = now;
    sellBefore(stripe, now(), 4);
    const url = await postgres.createDatabase('shop');
    await postgres.query('shop', SHOP_SCHEMA);
    const faults = new Map<string, ShopFault>();
    const fault = (): ShopFault | 'maintenance' | null => {
      const live = vercel.projects.values().next().value?.production ?? '';
      if (vercel.deployments.get(live)?.meta.rewindMaintenance === '1') return 'maintenance';
      return faults.get(live) ?? null;
    };
    const backend = { stripe, now, query: (sql: string) => postgres.query('shop', sql) };
    const app = await new ShopApp(backend, fault).start();
    closing.push(() => app.close());
    const project = vercel.addProject('shop', [app.host]);
    const flags = vercel.addStore('flags', { 'new-checkout': false });
    const release = (commit: string, wrong?: ShopFault): Deployment => {
      const deployment = vercel.release(project, { meta: { githubCommitSha: commit.repeat(40) } });
      if (wrong !== undefined) faults.set(deployment.id, wrong);
      return deployment;
    };
    release('a');
    const repository = await makeRepository({
      sections: [
        `monitor: { minutes: 5, after-rollback-minutes: ${afterMinutes}, neutral: "${neutral.url()}", allow-private: true, mitigation: sorry }`,
        'mitigations: [{ id: sorry, kind: maintenance, resources: [web], minutes: 30 }]',
        'criteria:',
        '  baseline-samples: 24',
        // The latencies of this machine are so many times as long for programs whose time runs faster.
        `  latency: { warm-up-seconds: 10, tail: { add-ms: ${factor * 300} }, body: { add-ms: ${factor * 300} } }`,
        ...shopProbes(app, EVERY),
      ],
      resources: [
        `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
        `{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`,
        ...(database ? ['{ id: db, provider: postgres, url: "${DATABASE_URL}", integrity: rows, restore: swap }'] : []),
      ],
      env: {
        ...vercel.env,
        DATABASE_URL: url,
        STRIPE_API_KEY: 'sk_test_sandbox',
        STRIPE_API_URL: stripe.url,
        GITHUB_ACTOR: 'ada',
      },
    });
    closing.push(() => repository.remove());
    app.open(CUSTOMER_MS);
    return {
      ...{ repository, vercel, project, flags, release, close },
      ...{ serverPid: postgres.pid, clock, now },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
