import { setMaxListeners } from 'node:events';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context, Logger, Masker } from '../runtime/context.js';
import { createContext } from '../runtime/create-context.js';
import { createMasker } from '../runtime/mask.js';
import { scratchFolder } from '../runtime/scratch.js';
import { indented } from '../runtime/text.js';
import { readWorkflowRun, type WorkflowRun } from '../services/github/workflow-run.js';
import { repositoryRoot } from './repository-root.js';
import type { CommonInputs, Inputs } from './flags.js';
import type { Invocation } from './invocation.js';
import type { Project } from './project.js';
import type { OutputName } from './result.js';

export type { Project } from './project.js';

/** One run of the program: its inputs and its shared context. */
export interface Session<I extends CommonInputs = CommonInputs> {
  readonly inputs: I;
  readonly context: Context;
  /** Absolute path of a file named relative to the repository. */
  path(relative: string): string;
  /** Loads the configuration, the store and the providers in scope. */
  open(): Promise<Project>;
  /** The current run of GitHub Actions; null outside of Actions. */
  readonly run: WorkflowRun | null;
  /** Sets an output of the action immediately, so that later steps have it even if this step is stopped. */
  setOutput(name: OutputName, value: string): void;
  /** The same run with other inputs and further variables, e.g. keys that were made just now. Close it, too. */
  again<J extends CommonInputs>(inputs: J, env: Readonly<Record<string, string>>): Session<J>;
  close(): void;
}

/** What stops a run in order. SIGHUP: the terminal or the SSH connection went away. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Variables that are always secret. Masked before any output, even if unused. */
const SECRET_NAME =
  /(TOKEN|SECRET|PASSWORD|PASSWD|API_KEY|ROUTING_KEY|ACCESS_KEY|IDENTITY|WEBHOOK_URL|DATABASE_URL|SMTP_URL|FINGERPRINT_KEY|SIGNING_KEY|APPROVAL_KEY|^PGPASSWORD$|^REWIND_ENV_)/;

export function createSession(
  invocation: Invocation,
  log: Logger,
  onSecret?: (secret: string) => void,
  emit?: (name: string, value: string) => void,
): Session<Inputs> {
  const masker = createMasker(onSecret);
  for (const secret of invocation.secrets) masker.add(secret);
  for (const [name, value] of Object.entries(invocation.env)) {
    if (SECRET_NAME.test(name) && value !== undefined) masker.add(value);
  }
  const stop = new AbortController();
  // Every request in flight listens to the signal, so hundreds of listeners are no leak.
  setMaxListeners(0, stop.signal);
  const onSignal = (signal: NodeJS.Signals): void => {
    // At once, so that nobody sends a second signal, which would end the program in the middle of a step.
    log.warn(`${signal}: cancelled. No new step starts; the running step ends safely. Please wait.`);
    stop.abort(new Error('the run was cancelled'));
  };
  for (const signal of SIGNALS) process.once(signal, onSignal);
  const scratch = scratchFolder();
  const context = createContext({
    env: invocation.env,
    log: redacting(log, masker),
    masker,
    signal: stop.signal,
    scratch,
    root: repositoryRoot(invocation.root, invocation.inputs.config),
    mayInstall: invocation.inputs.installClient === true,
  });
  const path = (relative: string): string => resolve(invocation.root, relative);
  return {
    inputs: invocation.inputs,
    context,
    path,
    // Also set if a step calls the command line: it needs the approval too.
    run: readWorkflowRun(invocation.env),
    setOutput: (name, value) => emit?.(name, value),
    again: (inputs, env) => ({
      ...createSession(
        { ...invocation, inputs: { ...inputs }, env: { ...invocation.env, ...env } },
        log,
        onSecret,
        emit,
      ),
      inputs,
    }),
    // Loads YAML, schemas and HTTP only when needed, so that usage errors appear immediately.
    open: async () => {
      const [{ openProject }, { callerLabel }] = await Promise.all([import('./project.js'), import('./caller.js')]);
      const project = await openProject(invocation, context, path);
      emit?.('label', callerLabel(project.config.environment, invocation.inputs.config));
      return project;
    },
    close: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

function redacting(log: Logger, masker: Masker): Logger {
  const shown = (message: string): string => indented(masker.redact(message));
  return {
    debug: (message) => log.debug(shown(message)),
    info: (message, at) => log.info(shown(message), at),
    warn: (message, at) => log.warn(shown(message), at),
    error: (message, at) => log.error(shown(message), at),
  };
}
