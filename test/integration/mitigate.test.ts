import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { LaunchDarklySandbox, type SandboxProject } from '../sandbox/launchdarkly/server.js';
import { runProgram, sourcesAfter, type ProgramOptions, type ProgramResult } from '../support/program.js';
import { runWarm } from '../support/program-host.js';

/** Mitigations of flags as processes: planned, approved, killed, finished, lifted after their time, overtaken by a person. */
let service: LaunchDarklySandbox;
let shop: SandboxProject;
let root: string;
let identity: string;

beforeAll(async () => {
  identity = await generateIdentity();
  service = await new LaunchDarklySandbox().start();
  service.tokens.set('api-writer', 'writer');
  root = mkdtempSync(join(tmpdir(), 'rewind-mitigate-'));
  mkdirSync(join(root, '.github'));
  writeFileSync(
    join(root, '.github/rewind.yml'),
    `version: 1
environment: production
store: { kind: directory, path: .rewind/store }
seal: { recipients: [${await identityToRecipient(identity)}] }
resources:
  - { id: flags, provider: launchdarkly, project: shop, environment: production }
mitigations:
  - { id: checkout-off, kind: flags-off, resources: [flags], flags: [checkout], tags: [risky], minutes: 30 }
  - { id: sorry, kind: maintenance, resources: [flags], flag: maintenance }
  - { id: typo, kind: flags-off, resources: [flags], flags: [checkuot] }
  - { id: more, kind: scale-up, resources: [flags], max: 4 }
`,
  );
  shop = service.addProject('shop', ['production', 'staging']);
  for (const key of ['checkout', 'theme', 'banner', 'maintenance', 'calm']) service.addFlag(shop, { key });
  const banner = shop.flags.get('banner');
  if (banner) banner.tags = ['risky'];
  for (const key of ['checkout', 'theme', 'banner']) person(key, 'turnFlagOn');
  await ok('snapshot');
});
afterAll(async () => {
  await service.stop();
  rmSync(root, { recursive: true, force: true });
});

const person = (key: string, kind: 'turnFlagOn' | 'turnFlagOff'): void =>
  service.patch(shop, key, 'production', [{ kind }]);
const environment = (): Record<string, string> => ({
  LAUNCHDARKLY_API_URL: service.url,
  LAUNCHDARKLY_ACCESS_TOKEN: 'api-writer',
  REWIND_IDENTITY: identity,
});
const run = (args: readonly string[], options: Partial<ProgramOptions> = {}): Promise<ProgramResult> =>
  runWarm(args, { cwd: root, env: environment(), ...options });
async function ok(...args: string[]): Promise<ProgramResult> {
  const result = await run(args);
  if (result.status !== 0) throw new Error(`${args.join(' ')}: ${result.status}\n${result.stdout}\n${result.stderr}`);
  return result;
}
const digestOf = async (...args: string[]): Promise<string> =>
  (await ok(...args, '--json')).json<{ digest: string }>().digest;
const on = (): string[] =>
  [...shop.flags].flatMap(([key, flag]) => (flag.environments.get('production')?.on === true ? [key] : [])).sort();

interface Incident {
  readonly id: string;
  readonly obligations: readonly { readonly id: string; readonly discharged: unknown; readonly until?: string }[];
}
const open = async (): Promise<string[]> => {
  const { incidents } = (await ok('incident', 'list', '--json')).json<{ incidents: Incident[] }>();
  return incidents.flatMap(({ obligations }) =>
    obligations.flatMap(({ id, discharged }) => (discharged === null ? [id.replace(/[0-9a-f]{12}$/, 'DIGEST')] : [])),
  );
};

test('explore', async () => {
  console.log((await run(['mitigate'])).stdout);
  console.log((await run(['mitigate', 'checkout-off'])).stdout);
  const digest = await digestOf('mitigate', 'checkout-off');
  const r = await run(['rollback', '--digest', digest]);
  console.log(r.stdout, r.stderr, on());
  console.log(JSON.stringify((await ok('incident', 'list', '--json')).json(), null, 1));
  console.log((await run(['mitigate', '--lift-expired'])).stdout);
  console.log((await run(['undo', digest])).stdout);
  const r2 = await run(['rollback', '--digest', await digestOf('undo', digest)]);
  console.log(r2.stdout, r2.stderr, on(), await open());
  console.log((await run(['incident', 'list'])).stdout);
});
