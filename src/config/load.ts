import { z } from 'zod';
import { PROBE_CONFIGS } from '../probes/adapters/configs.js';
import { PROVIDER_CONFIGS } from '../providers/configs.js';
import { RewindError } from '../runtime/errors.js';
import { resourceId } from '../runtime/fields.js';
import { nearest } from '../runtime/suggest.js';
import { explainIssue, type Issue } from './explain-issue.js';
import { readText } from './read-text.js';
import { rewindConfig, type RewindConfig } from './schema.js';
import { windowProblems } from './window-problems.js';
import { readYaml, type ConfigProblem, type Path, type YamlFile } from './yaml.js';
import { plural } from '../runtime/text.js';

/** A longer list does not help: a mistake in a generator repeats itself in every entry. */
const LISTED = 50;
/** Mistakes that are explained and sorted; the others are only counted. */
const EXPLAINED = 1000;

export type ParsedConfig =
  | { readonly config: RewindConfig }
  /** The first problems in the order of the file, and how many more there are. */
  | { readonly problems: readonly ConfigProblem[]; readonly more: number };

/**
 * Reads, parses and validates rewind.yml; reports all problems at once, each with file, line, key and remedy.
 *
 * @param path the user's path, for messages
 * @param absolute its absolute path
 * @throws RewindError config-not-found, config-invalid
 */
export async function loadConfig(path: string, absolute: string): Promise<RewindConfig> {
  const result = await checkConfig(readText(path, absolute));
  if ('config' in result) return result.config;
  const { problems, more } = result;
  throw new RewindError(
    'config-invalid',
    `${path} has ${plural(problems.length + more, 'mistake')}. Nothing was changed.`,
    {
      problems: [
        ...problems.map(({ line, column, key, message }) => `${path}:${line}:${column}: ${key}: ${message}`),
        ...(more === 0 ? [] : [`… and ${more} more`]),
      ],
    },
  );
}

/** `parseConfig`, and what only the calendar knows: local times that do not exist, places without holidays. */
export async function checkConfig(text: string): Promise<ParsedConfig> {
  const file = readYaml(text);
  if ('problems' in file) return firstOf(file.problems);
  const parsed = parseFile(file);
  // Also beside mistakes elsewhere, so that all are reported at once.
  const section = windowsOnly.safeParse(file.value);
  const found = section.data?.windows === undefined ? [] : await windowProblems(section.data.windows);
  if (found.length === 0) return parsed;
  const problems = found.map(({ path, message }) => {
    const full = ['windows', ...path];
    return { ...file.place(full, 'value'), key: keyText(full), message };
  });
  return 'config' in parsed ? firstOf(problems) : firstOf(sorted([...parsed.problems, ...problems]), parsed.more);
}

const windowsOnly = z.object({ windows: rewindConfig.shape.windows });

/** Checks the text against the schema. Pure. */
export function parseConfig(text: string): ParsedConfig {
  const file = readYaml(text);
  return 'problems' in file ? firstOf(file.problems) : parseFile(file);
}

function parseFile(file: YamlFile): ParsedConfig {
  const parsed = rewindConfig.safeParse(file.value);
  if (parsed.success) return { config: parsed.data };
  const { issues } = parsed.error;
  const explained = issues.slice(0, EXPLAINED).flatMap((issue) => [issue, ...hiddenBy(issue, file.value)]);
  const problems = explained.flatMap((issue) => problemsOf(issue, file));
  return firstOf(sorted(problems), Math.max(0, issues.length - EXPLAINED));
}

const sorted = (problems: readonly ConfigProblem[]): ConfigProblem[] =>
  [...problems].sort((a, b) => a.line - b.line || a.column - b.column);

const firstOf = (problems: readonly ConfigProblem[], others = 0) => ({
  problems: problems.slice(0, LISTED),
  more: Math.max(0, problems.length - LISTED) + others,
});

/** What every entry has, of each provider and of each probe. */
const anyEntry = z.looseObject({ id: resourceId });

/** The schemas of entries, by the key that chooses one, each with the value that it stands for. */
const UNIONS: Readonly<Record<string, readonly { readonly value: string; readonly schema: z.ZodType }[]>> = {
  provider: PROVIDER_CONFIGS.map((schema) => ({ value: schema.shape.provider.value, schema })),
  adapter: PROBE_CONFIGS.map((schema) => ({ value: schema.shape.adapter.value, schema })),
};

/** An unknown provider or adapter hides the other mistakes of its entry. Finds them with the one that was probably meant. */
function hiddenBy(issue: Issue, value: unknown): Issue[] {
  const path = plainPath(issue);
  const key = String(path.at(-1));
  const union = UNIONS[key];
  if (issue.code !== 'invalid_union' || union === undefined) return [];
  const entry = valueAt(value, path.slice(0, -1)) as Readonly<Record<string, unknown>>;
  const chosen = entry[key];
  const meant = nearest(
    typeof chosen === 'string' ? chosen : '',
    union.map((each) => each.value),
  );
  const schema = union.find((each) => each.value === meant)?.schema ?? anyEntry;
  const found = schema.safeParse({ ...entry, [key]: meant }).error?.issues ?? [];
  return found.map((inside) => ({ ...inside, path: [...path.slice(0, -1), ...inside.path] }));
}

function problemsOf(issue: Issue, file: YamlFile): ConfigProblem[] {
  const path = plainPath(issue);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...file.place([...path, key], 'key'),
      key: keyText([...path, key]),
      message: 'unknown key; remove it or correct its spelling',
    }));
  }
  const message = explainIssue(issue, valueAt(file.value, path));
  return [{ ...file.place(path, 'value'), key: keyText(path), message }];
}

const plainPath = (issue: Issue): Path => issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));

function keyText(path: Path): string {
  const text = path.reduce<string>(
    (sum, part) => (typeof part === 'number' ? `${sum}[${part}]` : `${sum}.${part}`),
    '',
  );
  return text.replace(/^\./, '') || 'file';
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, part) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, part) : undefined),
    value,
  );
}
