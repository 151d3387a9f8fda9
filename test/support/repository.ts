import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import type { ProgramOptions, ProgramResult } from './program.js';
import { FINGERPRINT_KEY } from './context.js';
import { runWarm } from './program-host.js';

/** What .github/rewind.yml says beside `version`, `environment` and `seal`. */
export interface Configuration {
  /** One YAML mapping each; further lines of it are indented here. */
  readonly resources: readonly string[];
  /** Lines of further sections. */
  readonly sections?: readonly string[];
  /** The folder of the store in the repository; "artifact": GitHub's artifacts. */
  readonly store?: string;
}

export interface RepositoryOptions extends Configuration {
  /** For every run; REWIND_IDENTITY and REWIND_FINGERPRINT_KEY are set unless they are given here. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A repository of its own, in which the program runs. */
export interface Repository {
  readonly root: string;
  /** The path of its .github/rewind.yml. */
  readonly configFile: string;
  /** What each run gets; a test may change it. */
  readonly env: Record<string, string | undefined>;
  /** Writes .github/rewind.yml again. */
  readonly configure: (configuration: Configuration) => void;
  /** @param options.env beside the environment of the repository */
  readonly run: (args: readonly string[], options?: Partial<ProgramOptions>) => Promise<ProgramResult>;
  /** @throws when the program ends with another status than 0, with what it printed */
  readonly ok: (...args: string[]) => Promise<ProgramResult>;
  /** The digest that a command with --json tells. */
  readonly digestOf: (...args: string[]) => Promise<string>;
  readonly remove: () => void;
}

/** Makes one with a new age identity, which seals its snapshots and opens them. */
export async function makeRepository(options: RepositoryOptions): Promise<Repository> {
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  const root = mkdtempSync(join(tmpdir(), 'rewind-repository-'));
  const configFile = join(root, '.github/rewind.yml');
  const env: Repository['env'] = { REWIND_IDENTITY: identity, REWIND_FINGERPRINT_KEY: FINGERPRINT_KEY, ...options.env };
  mkdirSync(join(root, '.github'));

  const configure = ({ resources, sections = [], store = '.rewind/store' }: Configuration): void => {
    const lines = [
      'version: 1',
      'environment: production',
      ...sections,
      store === 'artifact' ? 'store: { kind: artifact }' : `store: { kind: directory, path: ${store} }`,
      `seal: { recipients: [${recipient}] }`,
      'resources:',
      ...resources.map((resource) => `  - ${resource.trim().replaceAll('\n', '\n    ')}`),
    ];
    writeFileSync(configFile, `${lines.join('\n')}\n`);
  };
  configure(options);

  const run: Repository['run'] = (args, more = {}) =>
    runWarm(args, { cwd: root, ...more, env: { ...env, ...more.env } });
  const ok: Repository['ok'] = async (...args) => {
    const result = await run(args);
    if (result.status === 0) return result;
    throw new Error(`${args.join(' ')}: ${String(result.status)}\n${result.stdout}\n${result.stderr}`);
  };
  return {
    ...{ root, configFile, env, configure, run, ok },
    digestOf: async (...args) => (await ok(...args, '--json')).json<{ digest: string }>().digest,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
