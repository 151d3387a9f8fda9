import { DATABASE_MODES } from '../engine/change.js';
import { parseSelector, SELECTORS } from '../engine/selector.js';
import { parseIssueRef, type IssueRef } from '../services/github/issue-ref.js';

/** A flag of the command line, and the input of the action with the same name. */
export interface Flag<T = unknown> {
  readonly description: string;
  /** Name of the value in the help, e.g. `id`; a flag without one is a switch. */
  readonly value?: string;
  readonly default?: string;
  /** Default of the action, if it differs from the default of the command line. */
  readonly actionDefault?: string;
  /** Completes the sentence "--name must be …". */
  readonly allowed: string;
  /** @returns undefined for an invalid value */
  readonly parse: (text: string) => T | undefined;
  /** The value for the command if the flag has neither a value nor a default. */
  readonly absent: T;
}
export type Flags = Readonly<Record<string, Flag>>;

export function text(value: string, description: string): Flag<string | null> {
  return { value, description, allowed: 'a text', parse: (given) => given, absent: null };
}

export function textOr(fallback: string, value: string, description: string): Flag<string> {
  return { ...text(value, description), default: fallback, parse: (given) => given, absent: fallback };
}

export function choice<const T extends string>(
  words: readonly T[],
  fallback: NoInfer<T>,
  description: string,
): Flag<T> {
  return {
    value: words.join('|'),
    description,
    default: fallback,
    allowed: `one of ${words.join(', ')}`,
    parse: (given) => words.find((word) => word === given),
    absent: fallback,
  };
}

export function toggle(description: string): Flag<boolean> {
  return {
    description,
    allowed: 'true or false',
    parse: (given) => (given === 'true' ? true : given === 'false' ? false : undefined),
    absent: false,
  };
}

/** Every command has these. */
export const COMMON_FLAGS = {
  config: textOr('.github/rewind.yml', 'file', 'Configuration file.'),
  scope: {
    ...text('ids', 'Resource ids, comma-separated; all resources if not given.'),
    allowed: 'resource ids, comma-separated',
    parse: listOf,
    absent: null,
  } as Flag<readonly string[] | null>,
  json: toggle('Print one JSON document on stdout; log lines go to stderr.'),
};

/** A person types at least this many digits of a digest. */
const SHORTEST_DIGEST = 12;

/** What a person types to choose a snapshot. */
export const WHICH_SNAPSHOT =
  'Which snapshot: latest, previous, ~N (N before latest), an id, a commit, #PR, a time, a mark, or marked (any mark).';

/** Flags of more than one command; each command picks its own. A flag of only one command is defined with it. */
export const FLAGS = {
  /** Selects what of the later changes a rollback undoes, too. */
  'include-later-changes': {
    ...text(
      'ids',
      'Resource ids, comma-separated: also undo what was changed there after the deploy. "all": everywhere.',
    ),
    allowed: 'resource ids, comma-separated, or all',
    parse: listOf,
    absent: null,
  } as Flag<readonly string[] | null>,
  snapshot: {
    ...textOr('latest', 'snapshot', WHICH_SNAPSHOT),
    allowed: SELECTORS,
    parse: (given: string) => (parseSelector(given) === undefined ? undefined : given),
  },
  database: {
    ...choice(
      DATABASE_MODES,
      'none',
      'What happens to the database: none (it stays as it is), down (run down migrations) or restore (restore the backup).',
    ),
    // So that "none" differs from no mode: "rollback" refuses a mode that contradicts the approved plan.
    actionDefault: '',
  },
  plan: textOr(
    '.rewind/plan.json',
    'file',
    'Plan file. The command that makes the plan writes it; "rollback" reads it.',
  ),
  reason: text('text', 'Why you do it. Appears in the plan and the report.'),
  out: textOr('.rewind', 'directory', 'Directory for what the run writes: journal, result, report, verdict.'),
  environment: text('name', 'GitHub environment of the workflow; must match the configuration.'),
  'plan-environment': text('name', 'GitHub environment of this job, which only reads; its protection is checked.'),
  'confirm-data-loss': {
    ...text('databases', 'Names of the databases whose data may be lost, comma-separated; the operator types them.'),
    allowed: 'names of databases, comma-separated',
    parse: listOf,
    absent: null,
  } as Flag<readonly string[] | null>,
  'typed-digest': {
    ...text('digits', 'First digits of the digest of a plan that a person has read. The plan must have this digest.'),
    allowed: `the first ${SHORTEST_DIGEST} or more of the 64 hexadecimal digits from "rewind plan"`,
    parse: (given: string) => {
      const digits = given.trim().toLowerCase();
      return digits.length >= SHORTEST_DIGEST && /^[0-9a-f]{1,64}$/.test(digits) ? digits : undefined;
    },
  },
  incident: {
    ...text('issue', 'Number or URL of the incident issue.'),
    allowed: 'the number or the URL of an issue of this repository',
    parse: parseIssueRef,
    absent: null,
  } as Flag<IssueRef | null>,
  'override-freeze': {
    ...text('reason', 'Why this deploy is allowed although a freeze or the deploy window forbids it. Recorded.'),
    allowed: 'a reason',
    parse: (given: string) => (given.trim() === '' ? undefined : given.trim()),
  },
  'install-client': {
    ...toggle('Install the matching PostgreSQL client with apt, dnf or apk if it is missing.'),
    actionDefault: 'true',
  },
} as const;

/** Every command has these inputs. */
export type CommonInputs = ValuesOf<typeof COMMON_FLAGS> & {
  /** Words after the command, e.g. `down 1`. */
  readonly args: readonly string[];
  /** Names of the flags that were given; an input of the action at its default does not count. */
  readonly given: ReadonlySet<string>;
};
/** The inputs of a command: each of its flags, parsed, under its name in camel case. */
export type InputsOf<F extends Flags> = CommonInputs & ValuesOf<F>;
type ValuesOf<F extends Flags> = {
  readonly [K in keyof F as CamelCase<K & string>]: F[K] extends Flag<infer T> ? T : never;
};
type CamelCase<S extends string> = S extends `${infer A}-${infer B}` ? `${A}${Capitalize<CamelCase<B>>}` : S;

/** The inputs of any command; only the command knows their types. */
export type Inputs = CommonInputs & Readonly<Record<string, unknown>>;

/** Never an empty list: a command on no resource would report success without a look at production. */
function listOf(given: string): readonly string[] | undefined {
  const ids = given
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  return ids.length === 0 ? undefined : ids;
}
