import type { Option } from '../engine/option.js';
import type { PlannedChange } from '../engine/plan.js';
import type { Pull } from '../services/github/pulls.js';
import { age, seconds } from '../runtime/progress.js';
import { plural, sentences, textOf } from '../runtime/text.js';
import { deployFlagsLines, deployFlagsMarkdown, type ShownDeployFlags } from './deploy-flags.js';
import { codeBlock, codeSpan, escapeText, table } from '../runtime/markdown.js';
import { riskText } from './risk.js';
import { ruleText } from './verdict.js';

/** One finding of a watch. */
export interface Evidence {
  /** ISO 8601 */
  readonly at: string;
  readonly level: string;
  readonly criterion: string;
  readonly probe: string;
  readonly rule: string;
  readonly bad: number;
  readonly total: number;
  /** Normal rate; null: the rule has none. */
  readonly normal: number | null;
  readonly evidence: number | null;
  readonly threshold: number | null;
}

/** What is broken, from an incident or from the file of a watch. */
export interface Broken {
  readonly incident: { readonly id: string; readonly title: string } | null;
  /** Level of the last verdict; null: no verdict. */
  readonly level: string | null;
  /** ISO 8601: the first verdict; without one, the opening of the incident. */
  readonly since: string;
  /** Id of the deployment that was watched; null: unknown. */
  readonly deployment: string | null;
  readonly suspect: 'deploy' | 'shared' | null;
  /** A rollback after the last verdict was verified at this time (ISO 8601); null: none. */
  readonly restoredAt: string | null;
  /** Oldest first. */
  readonly evidence: readonly Evidence[];
}

/** The code between two deployments. */
export interface CodeChange {
  readonly base: string;
  readonly head: string;
  /** Page of the comparison. */
  readonly url: string | null;
  readonly total: number;
  /** Newest first, not all. */
  readonly commits: readonly {
    readonly sha: string;
    readonly subject: string;
    readonly author: string | null;
    readonly url: string | null;
  }[];
  readonly pulls: readonly Pull[];
}

/** What changed between the snapshot and production. */
export interface Suspects {
  readonly snapshot: { readonly id: string; readonly at: string };
  /** Id of the release capture that tells the deploy's changes from later ones; null: none. */
  readonly release: string | null;
  /** The deployments that are live; null: unknown. */
  readonly production: string | null;
  readonly code: readonly CodeChange[];
  readonly resources: readonly {
    readonly resource: string;
    readonly title: string;
    readonly changes: readonly PlannedChange[];
  }[];
  /** What only a restore returns. It is no suspect: the application goes on writing. */
  readonly data: readonly PlannedChange[];
  /** What old code meets in the schema. */
  readonly hazards: readonly string[];
  /** Ids of the resources that could not be read. */
  readonly unread: readonly string[];
  /** Changes of people after the deploy, which a rollback keeps. */
  readonly later: readonly PlannedChange[];
}

export interface ShownOption extends Option {
  /** A command line; null: Rewind has none. */
  readonly command: string | null;
  /** Inputs of the workflow that do the same; null: it cannot. */
  readonly inputs: Readonly<Record<string, string>> | null;
  /** Page where this workflow is started; null: unknown. */
  readonly page: string | null;
}

export interface ShownDecision {
  readonly environment: string;
  readonly broken: Broken | null;
  /** Null: no snapshot can be compared. */
  readonly suspects: Suspects | null;
  /** The flags that pull requests of the deploy name; null: unknown, and `missing` says why. */
  readonly flags: ShownDeployFlags | null;
  /** In the order in which to consider them. */
  readonly options: readonly ShownOption[];
  /** What is left out, and why. */
  readonly missing: readonly string[];
}

const HARMFUL: ReadonlySet<string | null> = new Set(['mitigate', 'roll-back']);

/** One line: what is broken since when. */
export function decisionHeadline({ environment, broken }: ShownDecision, now: Date): string {
  const production = `"${environment}"`;
  if (broken === null)
    return `Nothing says what is broken in ${production}: no incident is open, and there is no verdict.`;
  const { level, since, incident, evidence, restoredAt } = broken;
  const when = `${since} (${age(now.getTime() - Date.parse(since))} ago)`;
  const newest = evidence.at(-1);
  const what = newest === undefined ? '' : `: ${measured(newest)}`;
  const restored = restoredAt === null ? [] : [`A rollback was verified at ${restoredAt}.`];
  if (HARMFUL.has(level))
    return sentences(`${production} ${restoredAt === null ? 'is' : 'was'} broken since ${when}${what}.`, ...restored);
  if (level !== null) {
    const last = `The last one, of ${when}, is "${level}"${what}.`;
    return sentences(`No verdict says that ${production} is broken. ${last}`, ...restored);
  }
  // Nobody measured when it broke: a rollback opens an incident, too.
  const opened = `An incident of ${production} is open since ${when}, without a verdict: ${incident?.title ?? ''}`;
  return sentences(opened, ...restored);
}

/** "payments, probe checkout: failures, 12 of 30 bad (normal: up to 5.0 %), evidence 14.2 of 9.8" */
function measured({ criterion, probe, rule, bad, total, normal, evidence, threshold }: Evidence): string {
  const usual = normal === null ? '' : ` (normal: up to ${(100 * normal).toFixed(1)} %)`;
  const proof =
    evidence === null || threshold === null ? '' : `, evidence ${evidence.toFixed(1)} of ${threshold.toFixed(1)}`;
  return `${criterion}, probe ${probe}: ${ruleText(rule)}, ${bad} of ${total} bad${usual}${proof}`;
}

const SHARED =
  'The previous deployment fails too: suspect the database or a provider before the code. A rollback of the code alone may not help.';

/** What must be read before the rest. */
function warningsOf({ broken, suspects }: ShownDecision): string[] {
  return [
    ...(broken?.suspect === 'shared' ? [SHARED] : []),
    ...(broken?.deployment != null && suspects?.production != null && !suspects.production.includes(broken.deployment)
      ? [`The verdict is about ${broken.deployment}. Production is ${suspects.production} now.`]
      : []),
  ];
}

const by = (author: string | null | undefined): string =>
  author === null || author === undefined ? 'author unknown' : `by ${author}`;

/** A change as the deploy made it: what was, what is. */
function suspectText({ target, before, after, database, origin, authors }: PlannedChange, known: boolean): string {
  const what =
    database === undefined
      ? `${target}: was ${after ?? 'absent'}, is ${before ?? 'absent'}`
      : `${target}: ${before ?? ''}`;
  if (origin === 'both') {
    return `${what} (the deploy, ${by(authors?.deploy)}, and somebody after it, ${by(authors?.later)})`;
  }
  return known && origin === undefined ? `${what} (origin unknown)` : what;
}

const laterText = (change: PlannedChange): string => `${suspectText(change, false)} (${by(change.authors?.later)})`;

const codeTitle = ({ base, head, total, commits }: CodeChange): string =>
  `${plural(total, 'commit')} from ${base.slice(0, 7)} to ${head.slice(0, 7)}${total > commits.length ? `, the newest ${commits.length}` : ''}`;

const isNothing = ({ code, resources, data, hazards, later }: Suspects): boolean =>
  code.length + resources.length + data.length + hazards.length + later.length === 0;

const dataText = ({ resource, target, before }: PlannedChange): string =>
  `Data, which only a restore returns (${resource}): ${target}: ${before ?? ''}`;

/** Whose differences are listed; or that there are none. */
const originText = (suspects: Suspects): string =>
  isNothing(suspects)
    ? suspects.unread.length === 0
      ? 'No difference was found.'
      : `No difference was found in what could be read. Not read: ${suspects.unread.join(', ')}.`
    : suspects.release === null
      ? 'There is no release capture of this deploy: changes that somebody made after it are in the list, too.'
      : `Release capture ${suspects.release} tells what the deploy changed from what was changed after it.`;

function timeText({ time, backupMs }: Option): string {
  const took =
    time === null
      ? 'not measured'
      : `${seconds(time.ms / 1000)} after the approval, the median of ${plural(time.runs, 'earlier rollback')}`;
  return backupMs === null ? took : `${took}; the backup took ${seconds(backupMs / 1000)}`;
}

function lossText({ kind, losses, rows }: Option): string {
  if (kind === 'dependency' || kind === 'fix') return 'none by itself';
  if (losses.length === 0) return 'none';
  const sum = rows === null ? 'an unknown number of rows' : plural(rows, 'row');
  return `${sum}: ${losses.map(riskText).join('; ')}`;
}

const inputsText = (inputs: Readonly<Record<string, string>>): string =>
  Object.entries(inputs)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');

const NO_OPTION = 'There is no option: Rewind knows no difference that it can take back.';

/** For a terminal. */
export function decisionText(shown: ShownDecision, now: Date): string {
  const { broken, suspects, flags, options, missing } = shown;
  return textOf([
    decisionHeadline(shown, now),
    ...warningsOf(shown).map((line) => `! ${line}`),
    ...(broken?.incident == null ? [] : [`Incident ${broken.incident.id}: ${broken.incident.title}`]),
    ...(broken === null || broken.evidence.length === 0 ? [] : ['', 'Evidence:']),
    ...(broken?.evidence ?? []).map((one) => `  ${one.at}  ${one.level}: ${measured(one)}`),
    ...(suspects === null ? [] : ['', ...suspectLines(suspects, now)]),
    ...deployFlagsLines(flags),
    '',
    options.length === 0 ? NO_OPTION : 'Options, in the order in which to consider them:',
    ...options.flatMap((option, at) => optionLines(option, at + 1)),
    ...(missing.length === 0 ? [] : ['', 'Read this, too:', ...missing.map((line) => `  - ${line}`)]),
  ]);
}

function suspectLines(suspects: Suspects, now: Date): string[] {
  const { snapshot, production, code, resources, data, hazards, later } = suspects;
  const known = suspects.release !== null;
  return [
    `What changed between snapshot ${snapshot.id} (${age(now.getTime() - Date.parse(snapshot.at))} ago) and production${production === null ? '' : ` (${production})`}:`,
    ...code.flatMap((one) => [
      `  ${codeTitle(one)}${one.url === null ? '' : `: ${one.url}`}`,
      ...one.pulls.map(({ number, title, author, url }) => `    #${number} ${title} (${by(author)}) ${url}`),
      ...one.commits.map(
        ({ sha, subject, author, url }) => `    ${sha.slice(0, 7)} ${subject} (${by(author)}) ${url ?? ''}`,
      ),
    ]),
    ...resources.flatMap(({ resource, title, changes }) => [
      `  ${title} (${resource}):`,
      ...changes.map((change) => `    - ${suspectText(change, known)}`),
    ]),
    ...data.map((one) => `  ${dataText(one)}`),
    ...(hazards.length === 0 ? [] : ['  Schema, as old code meets it:', ...hazards.map((text) => `    - ${text}`)]),
    `  ${originText(suspects)}`,
    ...(later.length === 0
      ? []
      : ['Changed after the deploy; a rollback keeps it:', ...later.map((one) => `  - ${laterText(one)}`)]),
  ];
}

function optionLines(option: ShownOption, number: number): string[] {
  const { title, refused, recommended, risks, command, inputs, page } = option;
  return [
    ` ${number}. ${title}${recommended.length === 0 ? '' : '  [recommended]'}`,
    ...refused.map((line) => `      ! not possible now: ${line}`),
    ...recommended.map((line) => `      ${line}`),
    `      time: ${timeText(option)}`,
    `      data at risk: ${lossText(option)}`,
    ...risks.map((line) => `      risk: ${line}`),
    ...(command === null ? [] : [`      $ ${command}`]),
    ...(page === null || inputs === null ? [] : [`      or ${page} with ${inputsText(inputs)}`]),
  ];
}

/** For a job summary. */
export function decisionMarkdown(shown: ShownDecision, now: Date): string {
  const { broken, suspects, flags, options, missing } = shown;
  const mark = broken?.restoredAt == null && HARMFUL.has(broken?.level ?? null) ? '🔴 ' : '';
  return `${[
    `## ${mark}${inLine(decisionHeadline(shown, now))}`,
    ...warningsOf(shown).map((line) => `⚠️ **${inLine(line)}**`),
    ...(broken?.incident == null ? [] : [`Incident ${codeSpan(broken.incident.id)}: ${inLine(broken.incident.title)}`]),
    options.length === 0 ? NO_OPTION : '### Options, in the order in which to consider them',
    ...options.map((option, at) => optionMarkdown(option, at + 1)),
    ...(broken === null || broken.evidence.length === 0
      ? []
      : [
          '### Evidence',
          table(
            ['UTC', 'Verdict', 'What was measured'],
            broken.evidence.map((one) => [one.at, one.level, measured(one)]),
          ),
        ]),
    ...(suspects === null ? [] : suspectMarkdown(suspects, now)),
    ...[deployFlagsMarkdown(flags).trimEnd()].filter((text) => text !== ''),
    ...(missing.length === 0 ? [] : ['### Read this, too', missing.map((line) => `- ${inLine(line)}`).join('\n')]),
  ].join('\n\n')}\n`;
}

/** Text from outside inside a line of a list. */
const inLine = (text: string): string => escapeText(textOf([text]));

function optionMarkdown(option: ShownOption, number: number): string {
  const { title, refused, recommended, risks, command, inputs, page } = option;
  return [
    `**${number}. ${inLine(title)}**${recommended.length === 0 ? '' : ' (recommended)'}`,
    [
      ...refused.map((line) => `- ⛔ not possible now: ${inLine(line)}`),
      ...recommended.map((line) => `- ${inLine(line)}`),
      `- Time: ${inLine(timeText(option))}`,
      `- Data at risk: ${inLine(lossText(option))}`,
      ...risks.map((line) => `- Risk: ${inLine(line)}`),
    ].join('\n'),
    ...(command === null ? [] : [codeBlock('sh', command)]),
    ...(page === null || inputs === null
      ? []
      : [
          `Or start the workflow ${inLine(page)} with ${Object.entries(inputs)
            .map(([name, value]) => `${name}: ${codeSpan(value)}`)
            .join(', ')}.`,
        ]),
  ].join('\n\n');
}

function suspectMarkdown(suspects: Suspects, now: Date): string[] {
  const { snapshot, production, code, resources, data, hazards, later } = suspects;
  const known = suspects.release !== null;
  const of = production === null ? '' : ` (${codeSpan(production)})`;
  return [
    `### What changed between snapshot ${codeSpan(snapshot.id)} (${age(now.getTime() - Date.parse(snapshot.at))} ago) and production${of}`,
    ...code.flatMap((one) => [
      `${escapeText(codeTitle(one))}${one.url === null ? '' : `: ${escapeText(one.url)}`}`,
      table(
        ['What', 'By', 'Link'],
        [
          ...one.pulls.map(({ number, title, author, url }) => [`#${number} ${title}`, author ?? 'unknown', url]),
          ...one.commits.map(({ sha, subject, author, url }) => [
            `${sha.slice(0, 7)} ${subject}`,
            author ?? 'unknown',
            url ?? '',
          ]),
        ],
      ),
    ]),
    ...(resources.length === 0
      ? []
      : [
          table(
            ['Where', 'What'],
            resources.flatMap(({ resource, title, changes }) =>
              changes.map((change) => [`${title} (${resource})`, suspectText(change, known)]),
            ),
          ),
        ]),
    ...(data.length === 0 ? [] : [data.map((one) => `- ${inLine(dataText(one))}`).join('\n')]),
    ...(hazards.length === 0
      ? []
      : [`Schema, as old code meets it:\n\n${hazards.map((text) => `- ${inLine(text)}`).join('\n')}`]),
    escapeText(originText(suspects)),
    ...(later.length === 0
      ? []
      : [
          '### Changed after the deploy; a rollback keeps it',
          table(
            ['What', 'By'],
            later.map((one) => [suspectText(one, false), one.authors?.later ?? 'unknown']),
          ),
        ]),
  ];
}
