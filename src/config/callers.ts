import { normalize } from 'node:path/posix';
import { parse } from 'yaml';
import { z } from 'zod';

/** An input of the form "Run workflow". */
export interface CallerInput {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly default: string;
  /** The values of a choice; empty for any other type. */
  readonly options: readonly string[];
}

/** A workflow of the repository that calls Rewind. */
export interface Caller {
  /** Its name in `.github/workflows`. */
  readonly file: string;
  /** Repository of Rewind that it calls, `owner/rewind`; null: it runs a command line only. */
  readonly source: string | null;
  /** As the page "Actions" shows it. */
  readonly name: string;
  /** Commands of Rewind that it is for; `release` is the snapshot just after a deploy. In the order of the file. */
  readonly purposes: readonly string[];
  /** Events that start it. */
  readonly events: readonly string[];
  /** Cron expressions, in UTC. */
  readonly schedules: readonly string[];
  /** The form "Run workflow"; null: nobody can start it by hand. */
  readonly inputs: readonly CallerInput[] | null;
  /** Environments that its calls name, by input: `environment`, `plan-environment`, … Expressions are left out. */
  readonly environments: Readonly<Record<string, string>>;
}

const values = z.record(z.string(), z.unknown()).catch({});
const step = z.looseObject({
  uses: z.string().catch(''),
  run: z.string().catch(''),
  with: values,
});
const job = z.looseObject({
  uses: z.string().catch(''),
  with: values,
  steps: z.array(step.catch({ uses: '', run: '', with: {} })).catch([]),
});
const form = z.looseObject({
  description: z.coerce.string().catch(''),
  required: z.boolean().catch(false),
  default: z.union([z.string(), z.number(), z.boolean()]).transform(String).catch(''),
  options: z.array(z.coerce.string()).catch([]),
});
const dispatch = z.looseObject({ inputs: z.record(z.string(), form.nullable()).catch({}) }).nullable();
const triggers = z.union([
  z.string().transform((event) => ({ [event]: null })),
  z.array(z.string()).transform((events) => Object.fromEntries(events.map((event) => [event, null]))),
  z.record(z.string(), z.unknown()),
]);
const workflow = z.looseObject({
  name: z.string().optional().catch(undefined),
  on: triggers,
  jobs: z.record(z.string(), job.catch({ uses: '', with: {}, steps: [] })),
});
const schedule = z.array(z.looseObject({ cron: z.string() })).catch([]);

/** `OWNER/rewind@…`, `OWNER/rewind/.github/workflows/rollback.yml@…`, `OWNER/rewind/.github/actions/rewind@…` */
const OURS = /^([\w.-]+\/rewind)(?:\/\.github\/(?:actions\/rewind|workflows\/([a-z-]+)\.ya?ml))?@/i;
/** A command line of Rewind in a step. */
const LINE = /(?:^|[\s;&|])rewind(?:@\S+)? +([a-z]+)\b([^\n;&|]*)/g;

interface Call {
  readonly word: string;
  /** `owner/rewind` */
  readonly source: string | null;
  readonly with: Readonly<Record<string, unknown>>;
}

/**
 * What a workflow file calls of Rewind for one configuration. Pure.
 * @param file its name in `.github/workflows`
 * @param text its content, which anybody may have written
 * @param config path of the configuration from the root of the repository, e.g. `.github/rewind.yml`
 * @param standard the path that a call without the input `config` means
 * @returns null: it is not a workflow, or it does not call Rewind for this configuration
 */
export function callerIn(file: string, text: string, config: string, standard: string): Caller | null {
  const parsed = workflow.safeParse(valueOf(text));
  if (!parsed.success) return null;
  const { name, on, jobs } = parsed.data;
  const means = ({ with: given }: Call): boolean => {
    const path = typeof given.config === 'string' && given.config !== '' ? given.config : standard;
    // An expression, e.g. of a matrix, may mean this one.
    return path.includes('${{') || normalize(path) === normalize(config);
  };
  const calls = Object.values(jobs)
    .flatMap((one): Call[] => [
      ...reusable(one),
      ...one.steps.flatMap((each) => [...action(each), ...commandLines(each.run)]),
    ])
    .filter(means);
  if (calls.length === 0) return null;
  const given = dispatch.safeParse(on.workflow_dispatch);
  return {
    file,
    source: calls.find(({ source }) => source !== null)?.source ?? null,
    name: name ?? file,
    purposes: purposesOf(calls.map(({ word }) => word)),
    events: Object.keys(on),
    schedules: schedule.parse(on.schedule).map(({ cron }) => cron),
    inputs: !('workflow_dispatch' in on) || !given.success ? null : inputsOf(given.data),
    environments: Object.fromEntries(calls.flatMap((call) => environmentsOf(call))),
  };
}

function valueOf(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent' });
  } catch {
    return null;
  }
}

function reusable({ uses, with: given }: z.output<typeof job>): Call[] {
  const [, source = null, word] = OURS.exec(uses) ?? [];
  return word === undefined ? [] : [{ word: word.toLowerCase(), source, with: given }];
}

function action({ uses, with: given }: z.output<typeof step>): Call[] {
  const found = OURS.exec(uses);
  if (found === null || found[2] !== undefined || typeof given.command !== 'string') return [];
  return wordsIn(given.command).map((word) => ({
    word: word === 'snapshot' && given.reason === 'release' ? 'release' : word,
    source: found[1] ?? null,
    with: given,
  }));
}

/** The first words of what the input `command` may be: it, or each text of an expression. */
function wordsIn(command: string): string[] {
  const texts = command.includes('${{') ? [...command.matchAll(/'([^']*)'/g)].map(([, text]) => text ?? '') : [command];
  return texts.flatMap((text) => /^\s*([a-z]{3,})\b/.exec(text)?.slice(1, 2) ?? []);
}

const commandLines = (run: string): Call[] =>
  [...run.matchAll(LINE)].map(([, word = '', rest = '']) => {
    const [, path] = /--config[= ]'?"?([^\s'"]+)/.exec(rest) ?? [];
    return { word, source: null, with: path === undefined ? {} : { config: path } };
  });

/** A workflow that plans and applies is for what it plans; the commands beside it are parts of that. */
function purposesOf(words: readonly string[]): string[] {
  const all = [...new Set(words)];
  if (!all.includes('rollback')) return all;
  const parts = ['plan', 'undo', 'mitigate', 'recover', 'rollback', 'record'];
  const purpose = all.includes('plan')
    ? 'rollback'
    : (['mitigate', 'recover'].find((word) => all.includes(word)) ?? 'rollback');
  return [purpose, ...all.filter((word) => !parts.includes(word))];
}

const inputsOf = (given: z.output<typeof dispatch>): CallerInput[] =>
  Object.entries(given?.inputs ?? {}).map(([name, input]) => ({
    name,
    description: input?.description ?? '',
    required: input?.required ?? false,
    default: input?.default ?? '',
    options: input?.options ?? [],
  }));

const environmentsOf = ({ with: given }: Call): [string, string][] =>
  Object.entries(given).flatMap(([key, value]) =>
    /^([a-z]+-)?environment$/.test(key) && typeof value === 'string' && value !== '' && !value.includes('${{')
      ? [[key, value] as [string, string]]
      : [],
  );
