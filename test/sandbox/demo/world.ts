import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { deployMigrations } from '../../support/prisma-deploy.js';
import type { ProgramOptions, ProgramResult } from '../../support/program.js';
import { runWarm } from '../../support/program-host.js';
import { SNAPSHOTS, startServices, type Services } from './services.js';
import type { ConfigStore, Deployment, Project } from '../vercel/model.js';
import { TEAM, VercelSandbox } from '../vercel/server.js';

const APP = fileURLToPath(new URL('./app', import.meta.url));
/** The last migration of the good release. */
const GOOD = '20260915100000_loyalty_points';
const DATABASE = 'shop';
const STORE_IN_S3 = `{ kind: s3, bucket: ${SNAPSHOTS}, region: us-east-1 }`;

export interface WorldOptions {
  /** Command line that runs the program; the sources when left out. */
  readonly command?: readonly string[];
  /** Server to use; one of its own when left out. */
  readonly postgres?: TestPostgres;
  readonly integrity?: 'rows' | 'content';
  /** How the database is restored; by swap when left out. */
  readonly restore?: 'swap' | 'in-place';
  /** Where snapshots lie: in a directory of the repository when left out, else in a bucket of the services. */
  readonly store?: 'directory' | 's3';
  /** All the other services too, as in the demo. */
  readonly services?: boolean;
  /** Rows of the demo, or none for tests that do not need them. */
  readonly seed?: boolean;
}

/** What is compared before and after: what a customer would miss. */
export interface Facts {
  readonly rows: Record<string, number>;
  /** Hash of the loyalty points of all fans; null when the column is gone. */
  readonly loyaltyPoints: string | null;
  readonly deployment: string | null;
  readonly domains: Record<string, string | null>;
  readonly flags: Record<string, unknown>;
  /** What the other services hold, by resource. */
  readonly services: Record<string, unknown>;
}

/** Worlds of this process: two that start in the same millisecond share a server. */
let worlds = 0;

/** A company on one machine: its database, its Vercel account, its repository with Rewind in it. */
export class World {
  private constructor(
    readonly root: string,
    readonly postgres: TestPostgres,
    private readonly ownServer: boolean,
    readonly vercel: VercelSandbox,
    readonly project: Project,
    readonly flags: ConfigStore,
    readonly database: string,
    readonly env: Record<string, string>,
    private readonly command: readonly string[] | undefined,
    readonly services: Services | undefined,
  ) {}

  static async start(options: WorldOptions = {}): Promise<World> {
    const postgres = options.postgres ?? (await startPostgres());
    const vercel = await new VercelSandbox().start();
    const project = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
    project.env = [];
    vercel.addEnv(project, 'DATABASE_URL', 'postgresql://…');
    const flags = vercel.addStore('flags', { maintenance: false, 'new-checkout': false, banner: 'Tour dates are out' });
    const database = options.postgres
      ? `${DATABASE}_${project.id}_${process.pid}_${vercel.now() % 100_000}_${(worlds += 1)}`
      : DATABASE;
    const url = await postgres.createDatabase(database);
    const root = mkdtempSync(join(tmpdir(), 'rewind-demo-'));
    process.once('exit', () => rmSync(root, { recursive: true, force: true }));
    cpSync(APP, root, { recursive: true });
    const services = options.services ? await startServices(vercel, project) : undefined;
    const identity = await generateIdentity();
    const recipient = await identityToRecipient(identity);
    mkdirSync(join(root, '.github'));
    writeFileSync(
      join(root, '.github/rewind.yml'),
      `version: 1
environment: production
store: ${options.store === 's3' ? STORE_IN_S3 : '{ kind: directory, path: .rewind/store }'}
seal: { recipients: [${recipient}] }
resources:
  - { id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }
  - { id: db, provider: postgres, url: "\${DATABASE_URL}", integrity: ${options.integrity ?? 'content'}, restore: ${options.restore ?? 'swap'} }
  - { id: schema, provider: prisma, url: "\${DATABASE_URL}" }
  - { id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }${services?.resources ?? ''}
`,
    );
    const env = {
      DATABASE_URL: url,
      VERCEL_API_URL: vercel.url,
      VERCEL_TOKEN: 'vercel-token-sandbox',
      REWIND_IDENTITY: identity,
      REWIND_FINGERPRINT_KEY: 'fingerprint-key-of-the-demo-0123',
      ...services?.env,
    };
    const world = new World(
      root,
      postgres,
      !options.postgres,
      vercel,
      project,
      flags,
      database,
      env,
      options.command,
      services,
    );
    await deployMigrations(url, join(root, 'prisma/migrations'), GOOD);
    if (options.seed !== false) await postgres.query(database, readFileSync(join(root, 'prisma/seed.sql'), 'utf8'));
    vercel.release(project);
    vercel.release(project);
    return world;
  }

  /** Fans with loyalty points, which the bad release drops. */
  async addFans(count: number): Promise<void> {
    await this.postgres.query(
      this.database,
      `INSERT INTO fans (email, display_name, country, loyalty_points) SELECT 'f' || i || '@example.com', 'F', 'DE', i FROM generate_series(1, ${count}) i`,
    );
  }

  /** Runs the program in the repository. */
  run(args: readonly string[], options: Partial<ProgramOptions> = {}): Promise<ProgramResult> {
    return runWarm(args, {
      cwd: this.root,
      ...(this.command ? { command: this.command } : {}),
      ...options,
      env: { ...this.env, ...options.env },
    });
  }

  /** New code, a migration that drops a column with data, a flag flipped; and customers go on buying. */
  async badRelease(): Promise<Deployment> {
    const deployment = this.vercel.release(this.project);
    await deployMigrations(this.env.DATABASE_URL ?? '', join(this.root, 'prisma/migrations'));
    this.flags.items.set('new-checkout', {
      value: true,
      description: null,
      createdAt: 1,
      updatedAt: this.vercel.now(),
    });
    await this.services?.breakAll();
    await this.sell(12);
    return deployment;
  }

  /** Payments that arrive after the snapshot: what a restore would lose. */
  async sell(count: number): Promise<void> {
    await this.postgres.query(
      this.database,
      `INSERT INTO fans (email, display_name, country) VALUES ('late-' || gen_random_uuid() || '@example.com', 'Late', 'DE');
       INSERT INTO payments (fan_id, cents, currency, status, stripe_id)
       SELECT (SELECT max(id) FROM fans), 500, 'EUR', 'PAID', 'pi_late_' || gen_random_uuid() FROM generate_series(1, ${count})`,
    );
  }

  async facts(): Promise<Facts> {
    const ask = async (sql: string): Promise<Record<string, unknown>> =>
      (await this.postgres.query(this.database, sql))[0] ?? {};
    const rows: Record<string, number> = {};
    for (const table of ['artists', 'fans', 'subscriptions', 'payments']) {
      rows[table] = Number((await ask(`SELECT count(*) FROM ${table}`)).count);
    }
    const { present } = await ask(
      `SELECT count(*)::int AS present FROM pg_attribute WHERE attrelid = 'fans'::regclass AND attname = 'loyalty_points' AND NOT attisdropped`,
    );
    const points =
      present === 1
        ? await ask(`SELECT md5(string_agg(id || ':' || loyalty_points, ',' ORDER BY id)) AS hash FROM fans`)
        : {};
    return {
      rows,
      loyaltyPoints: typeof points.hash === 'string' ? points.hash : null,
      deployment: this.project.production,
      domains: Object.fromEntries([...this.vercel.aliases].map(([name, { deploymentId }]) => [name, deploymentId])),
      flags: Object.fromEntries([...this.flags.items].map(([key, { value }]) => [key, value])),
      services: (await this.services?.facts()) ?? {},
    };
  }

  async stop(): Promise<void> {
    await this.vercel.stop();
    await this.services?.stop();
    if (this.ownServer) await this.postgres.stop();
    else {
      const left = await this.postgres.query(
        'postgres',
        `SELECT datname FROM pg_database WHERE starts_with(datname, '${this.database}')`,
      );
      for (const { datname } of left) await this.postgres.dropDatabase(String(datname));
    }
    rmSync(this.root, { recursive: true, force: true });
  }
}
