import { commandLine } from '../../cli/command-line.js';
import type { Caller } from '../../config/callers.js';
import { codeBlock, codeSpan, details, escapeText, tableOfMarkup } from '../../runtime/markdown.js';
import { shellWord } from '../../runtime/shell-word.js';
import { oneLine, plural } from '../../runtime/text.js';
import type { RunbookFacts } from './facts.js';

/** Outside text as one inert line. */
export const plain = (text: string): string => escapeText(oneLine(text).trim());

/** Outside text as code. */
export const code = (text: string): string => codeSpan(oneLine(text));

/** Several of them. */
export const codes = (texts: readonly string[]): string => texts.map(code).join(', ');

/** Commands, one a line. No line of them can look like a mark of ours. */
export const commands = (...lines: readonly string[]): string =>
  codeBlock('sh', lines.join('\n').replaceAll('<!--', '<!\u200b--'));

/** The start of a workflow, and the same on a command line: a person runs one of them. */
export const either = (form: string | null, lines: readonly string[]): string =>
  commands(...(form === null ? lines : lines.length === 0 ? [form] : [form, '# or on a command line:', ...lines]));

export const list = (...items: readonly (string | false | null)[]): string =>
  items.flatMap((item) => (item === false || item === null ? [] : [`- ${item.replaceAll('\n', '\n  ')}`])).join('\n');

export const paragraphs = (...texts: readonly (string | false | null)[]): string =>
  texts.filter((text) => text !== false && text !== null && text !== '').join('\n\n');

/** What the configuration or the repository lacks, and how to add it. */
export const missing = (what: string, remedy: string): string => `> ⚠️ **Missing:** ${what} ${remedy}`;

/** A command line of Rewind that works in the root of the repository. */
export const rewind = ({ configFile }: Pick<RunbookFacts, 'configFile'>, ...words: readonly string[]): string =>
  commandLine({ inputs: { config: configFile } }, words);

/** The page on which a person starts a workflow, or its name if the repository is unknown. */
export function workflowLink({ repository }: Pick<RunbookFacts, 'repository'>, { file, name }: Caller): string {
  const text = `**${plain(name)}**`;
  if (repository === null) return `${text} (${code(file)})`;
  return `[${text}](${pageOf(repository, `actions/workflows/${encodeURIComponent(file)}`)})`;
}

/** The settings of the environments. */
export const settingsLink = ({ repository }: Pick<RunbookFacts, 'repository'>): string =>
  repository === null
    ? 'Settings → Environments'
    : `[Settings → Environments](${pageOf(repository, 'settings/environments')})`;

/** The issues with a label, as a word of a sentence. */
export const issuesLink = ({ repository }: Pick<RunbookFacts, 'repository'>, label: string): string =>
  repository === null ? 'issue' : `[issue](${pageOf(repository, `issues?q=is%3Aissue+label%3A${label}`)})`;

/** The releases of Rewind that the workflows name; null: none does. */
export function releasesLink({ repository, callers }: Pick<RunbookFacts, 'repository' | 'callers'>): string | null {
  const page = rewindPage({ repository, callers }, 'releases');
  return page === null ? null : `[release](${page})`;
}

/** A page of the repository of Rewind that the workflows name; null: none does. */
export function rewindPage(
  { repository, callers }: Pick<RunbookFacts, 'repository' | 'callers'>,
  page: string,
): string | null {
  const program = callers.find(({ source }) => source !== null)?.source ?? null;
  return program === null ? null : `${repository?.server ?? 'https://github.com'}/${program}/${page}`;
}

export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const pageOf = ({ server, name }: NonNullable<RunbookFacts['repository']>, page: string): string =>
  `${server}/${name}/${page}`;

/** The same start of a workflow with GitHub's command line. Inputs that the workflow does not have are left out. */
export function startCommand(
  { repository }: Pick<RunbookFacts, 'repository'>,
  { file, inputs }: Caller,
  fields: Readonly<Record<string, string>>,
): string {
  const known = new Set(inputs?.map(({ name }) => name));
  const words = Object.entries(fields).flatMap(([name, value]) => (known.has(name) ? ['-f', `${name}=${value}`] : []));
  const target = repository === null ? [] : ['--repo', repositoryWord(repository)];
  return ['gh', 'workflow', 'run', file, ...target, ...words].map(shellWord).join(' ');
}

const repositoryWord = ({ server, name }: NonNullable<RunbookFacts['repository']>): string =>
  server === 'https://github.com' ? name : `${server.replace(/^https?:\/\//, '')}/${name}`;

/** All settings of an entry, so that nothing of the configuration is hidden. @param but keys that the text names */
export function settings(entry: object, but: readonly string[] = []): string {
  const rows = leavesOf(entry)
    .filter(({ path }) => !but.includes(path))
    .map(({ path, value }) => [code(path), code(value)]);
  return rows.length === 0 ? '' : tableOfMarkup(['Setting', 'Value'], rows);
}

/** The same behind a click. */
export function foldedSettings(summary: string, entry: object, but: readonly string[] = []): string {
  const rows = settings(entry, but);
  return rows === '' ? '' : details(summary, rows);
}

/** Each value with its path, e.g. `steps[0].name`. An empty list or mapping has none. */
function leavesOf(value: unknown, path = ''): { readonly path: string; readonly value: string }[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => leavesOf(one, `${path}[${index}]`));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) => leavesOf(one, path === '' ? key : `${path}.${key}`));
  }
  if (value === undefined) return [];
  // With its line breaks and quotes, which a code span would lose.
  const text = typeof value === 'string' && !/[\n\t]|^\s|\s$|^$/.test(value) ? value : JSON.stringify(value);
  return [{ path, value: text }];
}

/** Names of variables that the values of an entry read, as `${NAME}`; sorted. */
export const variablesIn = (entry: object): string[] =>
  [
    ...new Set(
      leavesOf(entry).flatMap(({ value }) =>
        [...value.matchAll(/\$\{([A-Z_][A-Z0-9_]*)\}/g)].map(([, name]) => name ?? ''),
      ),
    ),
  ].sort();

/** `a`, `a and b`, `a, b and c` */
export const joined = (parts: readonly string[], last = 'and'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`;

/** 90 → "90 minutes", 120 → "2 hours", 2880 → "2 days" */
export const lasting = (minutes: number): string =>
  minutes % 1440 === 0
    ? plural(minutes / 1440, 'day')
    : minutes % 60 === 0
      ? plural(minutes / 60, 'hour')
      : plural(minutes, 'minute');

/** 0.001 → "0.1 %" */
export const percent = (share: number): string => `${Number((share * 100).toPrecision(12))} %`;
