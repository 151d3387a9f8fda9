import type { PlannedChange } from '../engine/plan.js';
import { codeSpan, escapeText, lineOf, table } from '../runtime/markdown.js';
import { age } from '../runtime/progress.js';
import { plural } from '../runtime/text.js';
import type { Pull } from '../services/github/pulls.js';
import { by } from './plan-text.js';

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

/** For a terminal. */
export function suspectLines(suspects: Suspects, now: Date): string[] {
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

/** For a job summary. */
export function suspectMarkdown(suspects: Suspects, now: Date): string[] {
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
    ...(data.length === 0 ? [] : [data.map((one) => `- ${lineOf(dataText(one))}`).join('\n')]),
    ...(hazards.length === 0
      ? []
      : [`Schema, as old code meets it:\n\n${hazards.map((text) => `- ${lineOf(text)}`).join('\n')}`]),
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
