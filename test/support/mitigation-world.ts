import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { readSigningKey, signContent } from '../../src/engine/signature.js';
import { LaunchDarklySandbox, type SandboxProject } from '../sandbox/launchdarkly/server.js';
import { FINGERPRINT_KEY } from './context.js';
import type { ProgramOptions, ProgramResult } from './program.js';
import { runWarm } from './program-host.js';
import { signingKeyPair } from './signing-key.js';

interface More {
  readonly resources?: string;
  readonly sections?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Incident {
  readonly obligations: readonly { readonly id: string; readonly discharged: unknown }[];
}

/** A shop with feature flags, its configuration with mitigations, and the program. The flags of `NORMAL` are on. */
export class MitigationWorld {
  readonly snapshots = signingKeyPair();
  readonly approver = signingKeyPair();
  service!: LaunchDarklySandbox;
  shop!: SandboxProject;
  root = '';
  private identity = '';
  private more: Readonly<Record<string, string>> = {};

  /** @param more lines of the configuration besides those of the production flags, and variables */
  start = async ({ resources = '', sections = '', env = {} }: More = {}): Promise<void> => {
    this.more = env;
    this.identity = await generateIdentity();
    this.service = await new LaunchDarklySandbox().start();
    this.service.tokens.set('api-writer', 'writer');
    this.root = mkdtempSync(join(tmpdir(), 'rewind-mitigate-'));
    mkdirSync(join(this.root, '.github'));
    writeFileSync(
      this.config,
      `version: 1
environment: production
store: { kind: directory, path: .rewind/store }
seal: { recipients: [${await identityToRecipient(this.identity)}] }
sign: { keys: [${this.snapshots.publicKey}], approval-keys: [${this.approver.publicKey}] }
resources:
  - { id: flags, provider: launchdarkly, project: shop, environment: production }
${resources}mitigations:
  - { id: checkout-off, kind: flags-off, resources: [flags], flags: [checkout], tags: [risky], minutes: 30 }
  - { id: sorry, kind: maintenance, resources: [flags], flag: maintenance }
  - { id: typo, kind: flags-off, resources: [flags], flags: [checkuot] }
  - { id: more, kind: scale-up, resources: [flags], max: 4 }
${sections}`,
    );
    this.shop = this.service.addProject('shop', ['production', 'staging']);
    for (const key of ['checkout', 'theme', 'banner', 'maintenance', 'calm']) this.service.addFlag(this.shop, { key });
    const banner = this.shop.flags.get('banner');
    if (banner) banner.tags = ['risky'];
    for (const key of ['checkout', 'theme', 'banner']) this.person(key, 'turnFlagOn');
    await this.ok('snapshot');
  };

  stop = async (): Promise<void> => {
    await this.service.stop();
    rmSync(this.root, { recursive: true, force: true });
  };

  get config(): string {
    return join(this.root, '.github/rewind.yml');
  }

  /** Somebody switches a flag. */
  person = (key: string, kind: 'turnFlagOn' | 'turnFlagOff'): void =>
    this.service.patch(this.shop, key, 'production', [{ kind }]);

  environment = (): Record<string, string> => ({
    LAUNCHDARKLY_API_URL: this.service.url,
    LAUNCHDARKLY_ACCESS_TOKEN: 'api-writer',
    REWIND_IDENTITY: this.identity,
    REWIND_FINGERPRINT_KEY: FINGERPRINT_KEY,
    REWIND_SIGNING_KEY: this.snapshots.secret,
    REWIND_APPROVAL_KEY: this.approver.secret,
    ...this.more,
  });

  run = (args: readonly string[], options: Partial<ProgramOptions> = {}): Promise<ProgramResult> =>
    runWarm(args, { cwd: this.root, env: this.environment(), ...options });

  ok = async (...args: string[]): Promise<ProgramResult> => {
    const result = await this.run(args);
    if (result.status !== 0) throw new Error(`${args.join(' ')}: ${result.status}\n${result.stdout}\n${result.stderr}`);
    return result;
  };

  /** Of the plan that a command makes. */
  digestOf = async (...args: string[]): Promise<string> =>
    (await this.ok(...args, '--json')).json<{ digest: string }>().digest;

  lift = (): Promise<ProgramResult> => this.run(['mitigate', '--lift-expired']);

  /** Keys of the flags that are on. */
  on = (): string[] =>
    [...this.shop.flags]
      .flatMap(([key, flag]) => (flag.environments.get('production')?.on === true ? [key] : []))
      .sort();

  /** The kinds of the open obligations. */
  open = async (): Promise<string[]> => {
    const { incidents } = (await this.ok('incident', 'list', '--json')).json<{ incidents: Incident[] }>();
    return incidents.flatMap(({ obligations }) =>
      obligations.flatMap(({ id, discharged }) => (discharged === null ? [id.replace(/:[0-9a-f]{12}$/, '')] : [])),
    );
  };

  /** Plans a measure and applies it. @returns the digest of its plan */
  mitigated = async (...args: string[]): Promise<string> => {
    const digest = await this.digestOf('mitigate', ...args);
    await this.ok('rollback', '--digest', digest);
    return digest;
  };

  /** Where the store keeps the files of a rollback. */
  folderOf = (digest: string): string => join(this.root, '.rewind/store/rollbacks/production', digest);

  /** As if a mitigation had begun two hours earlier. */
  age = (digest: string, hours = 2): void => {
    const older = (at: string): string => new Date(Date.parse(at) - hours * 3_600_000).toISOString();
    for (const path of [
      join(this.folderOf(digest), 'journal.jsonl'),
      join(this.root, `.rewind/journal/${digest}.jsonl`),
    ]) {
      writeFileSync(path, readFileSync(path, 'utf8').replace(/(?<="at":")[^"]+/g, older));
    }
    this.resign(digest, (statement) => statement.replace(/(?<="(begunAt|until)":")[^"]+/g, older));
  };

  /** Signs again what the approved job signed of a mitigation, with other content or another key. */
  resign = (digest: string, change: (statement: string) => string, key = this.approver): void => {
    for (const name of readdirSync(this.folderOf(digest)).filter((one) => one.startsWith('lift-'))) {
      const path = join(this.folderOf(digest), name);
      const statement = change((JSON.parse(readFileSync(path, 'utf8')) as { statement: string }).statement);
      const { plan, environment, begunAt } = JSON.parse(statement) as Record<string, string>;
      const comment = `rewind lift of ${plan} in ${environment}, begun ${begunAt}`;
      const signature = signContent(Buffer.from(statement), readSigningKey(key.secret), comment);
      writeFileSync(path, JSON.stringify({ statement, signature }));
    }
  };
}
