import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Logger, Masker } from './context.js';
import { loadConfig } from './config/load.js';
import type { RewindConfig } from './config/schema.js';
import { createMasker } from './core/mask.js';
import { loadResources, type Resource } from './core/resources.js';
import type { SnapshotOrigin } from './core/snapshot.js';
import { openStore } from './core/store/open.js';
import type { Store } from './core/store/store.js';
import type { Inputs, Invocation } from './inputs.js';
import { createContext, createCredentials, type RuntimeParts } from './runtime.js';
import { VERSION } from './version.js';

/** One run of the program: inputs, and the parts that every command is made of. */
export interface Session {
  readonly inputs: Inputs;
  readonly parts: RuntimeParts;
  /** Absolute path of a file named relative to the repository. */
  path(relative: string): string;
  /** Loads the configuration, the store and the providers in scope. */
  open(): Promise<Project>;
  close(): void;
}

/** What is configured, ready for use. */
export interface Project {
  readonly config: RewindConfig;
  readonly store: Store;
  readonly resources: readonly Resource[];
  readonly origin: SnapshotOrigin;
  /** age identities at hand (REWIND_IDENTITY, one a line); none in jobs that were not approved. */
  readonly identities: readonly string[];
}

/** Names whose values are secrets in any case; masked before anything can print, used or not. */
const SECRET_NAME =
  /(TOKEN|SECRET|PASSWORD|PASSWD|API_KEY|ROUTING_KEY|ACCESS_KEY|IDENTITY|WEBHOOK_URL|DATABASE_URL|SMTP_URL|FINGERPRINT_KEY|^PGPASSWORD$|^REWIND_ENV_)/;

export function createSession(invocation: Invocation, log: Logger, announce?: (secret: string) => void): Session {
  const masker = createMasker(announce);
  for (const [name, value] of Object.entries(invocation.env)) {
    if (SECRET_NAME.test(name) && value !== undefined && !/^(true|false|\d{0,3})$/.test(value)) masker.add(value);
  }
  const stop = new AbortController();
  const onSignal = (): void => stop.abort(new Error('the run was cancelled'));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const scratch = mkdtempSync(join(tmpdir(), 'rewind-'));
  const parts: RuntimeParts = {
    env: invocation.env,
    log: redacting(log, masker),
    masker,
    signal: stop.signal,
    scratch,
    root: invocation.root,
  };
  const path = (relative: string): string => resolve(invocation.root, relative);
  return {
    inputs: invocation.inputs,
    parts,
    path,
    open: () => openProject(invocation, parts, path),
    close: () => {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

async function openProject(
  invocation: Invocation,
  parts: RuntimeParts,
  path: (file: string) => string,
): Promise<Project> {
  const { env, inputs } = invocation;
  const config = loadConfig(inputs.config, path(inputs.config));
  const resources = await loadResources(config.resources, inputs.scope);
  const identity = createCredentials(env, parts.masker).get('REWIND_IDENTITY');
  return {
    config,
    resources,
    store: await openStore(config.store, createContext(parts, { id: '', salt: '' })),
    origin: {
      environment: config.environment,
      repository: env.GITHUB_REPOSITORY ?? null,
      commit: env.GITHUB_SHA ?? null,
      run:
        env.GITHUB_RUN_ID === undefined
          ? null
          : `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID}`,
      version: VERSION,
    },
    identities: (identity ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('AGE-')),
  };
}

function redacting(log: Logger, masker: Masker): Logger {
  return {
    debug: (message) => log.debug(masker.redact(message)),
    info: (message) => log.info(masker.redact(message)),
    warn: (message) => log.warn(masker.redact(message)),
    error: (message) => log.error(masker.redact(message)),
  };
}
