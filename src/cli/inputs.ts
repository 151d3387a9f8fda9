import { parseArgs, parseEnv } from 'node:util';
import { RewindError } from '../runtime/errors.js';
import { DATABASE_MODES } from '../engine/provider.js';
import { APPROVAL_KINDS, REASONS, SNAPSHOT_ID } from '../engine/vocabulary.js';

export const COMMANDS = [
  'check',
  'snapshot',
  'list',
  'show',
  'plan',
  'rollback',
  'verify',
  'migrate',
  'readiness',
  'guard',
  'record',
] as const;
export type Command = (typeof COMMANDS)[number];

/** A flag of the command line, and an input of the action of the same name. */
interface InputDefinition {
  readonly type: 'string' | 'boolean';
  readonly description: string;
  readonly default?: string;
  /** Default in the action, where it is another one than on a command line. */
  readonly actionDefault?: string;
}

/** The one list of flags and inputs: action.yml, the sub-action and the README tables are held against it by a test. */
export const INPUTS = {
  config: { type: 'string', description: 'Path of the configuration file.', default: '.github/rewind.yml' },
  scope: { type: 'string', description: 'Resource ids, comma-separated; all when left out.' },
  snapshot: { type: 'string', description: 'Snapshot id, or "latest".', default: 'latest' },
  database: {
    type: 'string',
    description: 'What happens to the database: none, down (down migrations) or restore.',
    default: 'none',
  },
  'confirm-data-loss': {
    type: 'string',
    description: 'Name of the database whose newer data may be lost, typed by the operator.',
  },
  plan: {
    type: 'string',
    description: 'Plan file: written by "plan", read by "rollback".',
    default: '.rewind/plan.json',
  },
  digest: { type: 'string', description: 'Digest of the plan that was read and approved; needed by "rollback".' },
  reason: {
    type: 'string',
    description: 'Why: for a snapshot pre-deploy, manual or drill; for a rollback, free text for the report.',
  },
  out: { type: 'string', description: 'Directory for the plan, the journal and the report.', default: '.rewind' },
  environment: {
    type: 'string',
    description: 'GitHub environment that the workflow uses; must be the one of the configuration.',
  },
  approval: {
    type: 'string',
    description: 'rollback: "reviewed", or "expedited" when the plan said that it needs no review.',
    default: 'reviewed',
  },
  incident: { type: 'string', description: 'rollback, record: number of the issue that is told the outcome.' },
  base: {
    type: 'string',
    description: 'readiness: the commit or branch that the change is compared with.',
    default: 'origin/main',
  },
  'install-client': {
    type: 'boolean',
    description: 'Install the PostgreSQL client of the version of the server by apt where it is missing.',
    actionDefault: 'true',
  },
  json: { type: 'boolean', description: 'One JSON document on stdout; everything else goes to stderr.' },
  'exit-code': { type: 'boolean', description: 'plan: exit with status 3 when there are changes.' },
  restorable: {
    type: 'boolean',
    description: 'verify: restore the database into a scratch place and compare, instead of only reading it.',
  },
  to: { type: 'string', description: 'migrate down: go back to this migration (it stays applied).' },
  'dry-run': { type: 'boolean', description: 'migrate: show what would be done, and do nothing.' },
  force: { type: 'boolean', description: 'migrate generate: replace an existing down.sql.' },
} as const satisfies Record<string, InputDefinition>;

export type InputName = keyof typeof INPUTS;

/** Everything that a run was asked to do; parsed, defaults filled in. */
export interface Inputs {
  readonly command: Command;
  /** Words after the command, e.g. `down 1`. */
  readonly args: readonly string[];
  readonly config: string;
  readonly scope: readonly string[] | null;
  readonly snapshot: string;
  readonly database: (typeof DATABASE_MODES)[number];
  readonly confirmDataLoss: string | null;
  readonly plan: string;
  readonly digest: string | null;
  readonly reason: string | null;
  readonly out: string;
  readonly environment: string | null;
  readonly approval: (typeof APPROVAL_KINDS)[number];
  readonly incident: number | null;
  readonly base: string;
  readonly installClient: boolean;
  readonly json: boolean;
  readonly exitCode: boolean;
  readonly restorable: boolean;
  readonly to: string | null;
  readonly dryRun: boolean;
  readonly force: boolean;
}

/** What inputs.ts, and nothing else, reads from the process. */
export interface Invocation {
  readonly inputs: Inputs;
  /** True when GitHub started us as (part of) an action rather than a person on a command line. */
  readonly action: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Values that are secrets whatever their names are: those of REWIND_SECRETS. */
  readonly secrets: readonly string[];
  readonly root: string;
}

/** GitHub started us as (part of) an action: no words on the command line, and inputs in the environment. */
export function runsAsAction(): boolean {
  return process.argv.length <= 2 && process.env.GITHUB_ACTIONS === 'true' && process.env.INPUT_COMMAND !== undefined;
}

/** @throws RewindError input-invalid, with every problem */
export function readInvocation(): Invocation {
  const words = process.argv.slice(2);
  const action = runsAsAction();
  const bundle = bundled(process.env.REWIND_SECRETS ?? '');
  const token = process.env['INPUT_GITHUB-TOKEN'] ?? process.env.INPUT_GITHUB_TOKEN;
  const env: Invocation['env'] = {
    ...(action && token ? { GITHUB_TOKEN: token } : {}),
    ...bundle,
    ...given(process.env),
  };
  return {
    inputs: action ? fromAction(env) : fromArguments(words),
    action,
    env,
    secrets: Object.values(bundle),
    root: env.GITHUB_WORKSPACE !== undefined && action ? env.GITHUB_WORKSPACE : process.cwd(),
  };
}

/** A workflow sets what it does not have to the empty string: that is as good as not set. */
function given(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

/**
 * Lines of `NAME=value` in one secret. A reusable workflow must name each secret that it takes: this one carries those
 * whose names only the configuration knows (`${NAME}`, REWIND_ENV_…).
 */
function bundled(text: string): Record<string, string> {
  const names = /^[A-Z][A-Z0-9_]*$/;
  return Object.fromEntries(
    Object.entries(parseEnv(text)).flatMap(([name, value]) =>
      names.test(name) && value !== undefined && value !== '' ? [[name, value] as const] : [],
    ),
  );
}

/** The environment as Actions sets it: input `exit-code` is INPUT_EXIT-CODE; a composite maps it to INPUT_EXIT_CODE. */
export function fromAction(env: Readonly<Record<string, string | undefined>>): Inputs {
  const read = (name: string): string | undefined => {
    const upper = name.toUpperCase();
    return env[`INPUT_${upper}`] ?? env[`INPUT_${upper.replaceAll('-', '_')}`];
  };
  const [command, ...args] = (read('command') ?? '').trim().split(/\s+/);
  const values: Record<string, string | boolean | undefined> = {};
  const problems: string[] = [];
  for (const [name, definition] of Object.entries<InputDefinition>(INPUTS)) {
    const value = read(name)?.trim();
    if (value === undefined || value === '') continue;
    if (definition.type === 'boolean' && !['true', 'false'].includes(value)) {
      problems.push(`${name}: "${value}" is neither true nor false`);
    }
    values[name] = definition.type === 'boolean' ? value === 'true' : value;
  }
  return toInputs(command, args, values, problems);
}

export function fromArguments(words: readonly string[]): Inputs {
  const options = Object.fromEntries(
    Object.entries<InputDefinition>(INPUTS).map(([name, { type }]) => [name, { type }] as const),
  );
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new RewindError('input-invalid', error instanceof Error ? error.message : String(error), { cause: error });
  }
  const [command, ...args] = parsed.positionals;
  return toInputs(command, args, parsed.values as Record<string, string | boolean | undefined>, []);
}

/** One of the words, or a problem. */
function oneOf<T extends string>(words: readonly T[], value: string | null | undefined): T | undefined {
  return words.find((word) => word === value);
}

function toInputs(
  given: string | undefined,
  args: readonly string[],
  values: Readonly<Record<string, string | boolean | undefined>>,
  problems: string[],
): Inputs {
  const text = (name: InputName): string | null => {
    const value = values[name] ?? (INPUTS[name] as InputDefinition).default;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const flag = (name: InputName): boolean => values[name] === true;
  const command = oneOf(COMMANDS, given);
  const database = oneOf(DATABASE_MODES, text('database'));
  const snapshot = text('snapshot') ?? 'latest';
  const approval = oneOf(APPROVAL_KINDS, text('approval'));
  const incident = /^(?:#|https:\/\/.*\/(?:issues|pull)\/)?(\d{1,9})$/.exec(text('incident') ?? '')?.[1] ?? null;
  const digest = text('digest');
  if (command === undefined) {
    problems.push(`command: "${given ?? ''}" is not a command; use one of ${COMMANDS.join(', ')}`);
  }
  if (database === undefined) problems.push(`database: must be one of ${DATABASE_MODES.join(', ')}`);
  if (snapshot !== 'latest' && !SNAPSHOT_ID.test(snapshot)) {
    problems.push('snapshot: must be "latest" or an id that "rewind list" shows');
  }
  if (approval === undefined) problems.push(`approval: must be one of ${APPROVAL_KINDS.join(', ')}`);
  if (text('incident') !== null && incident === null) {
    problems.push('incident: must be the number or the address of an issue of this repository');
  }
  if (digest !== null && !/^[0-9a-f]{64}$/.test(digest)) {
    problems.push('digest: must be the 64 hexadecimal digits that "rewind plan" printed');
  }
  if (args.length > 0 && command !== 'migrate' && command !== 'show')
    problems.push(`"${args.join(' ')}" is not understood here`);
  const reason = text('reason');
  if (command === 'snapshot' && reason !== null && !(REASONS as readonly string[]).includes(reason)) {
    problems.push(`reason: must be one of ${REASONS.filter((name) => name !== 'pre-rollback').join(', ')}`);
  }
  if (command === undefined || database === undefined || approval === undefined || problems.length > 0) {
    throw new RewindError('input-invalid', 'The command line (or the inputs of the action) cannot be used.', {
      problems,
    });
  }
  return {
    command,
    database,
    snapshot,
    digest,
    args,
    config: text('config') ?? '',
    scope:
      text('scope')
        ?.split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '') ?? null,
    confirmDataLoss: text('confirm-data-loss'),
    plan: text('plan') ?? '',
    reason,
    out: text('out') ?? '',
    environment: text('environment'),
    approval,
    incident: incident === null ? null : Number(incident),
    base: text('base') ?? '',
    installClient: flag('install-client'),
    json: flag('json'),
    exitCode: flag('exit-code'),
    restorable: flag('restorable'),
    to: text('to'),
    dryRun: flag('dry-run'),
    force: flag('force'),
  };
}
