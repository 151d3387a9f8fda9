import type { Entry } from '../../incident/entry.js';
import { PARTS, partOf, postmortemMarkdown, postmortemTitle, type Part } from '../../report/postmortem.js';
import { RewindError } from '../../runtime/errors.js';
import { cutMarkdown } from '../../runtime/markdown-cut.js';
import { cutText } from '../../runtime/text.js';
import type { GitHub } from '../../services/github/client.js';
import {
  addSubIssue,
  createIssue,
  editIssue,
  findIssues,
  findParent,
  isFoundAgain,
  listSubIssues,
  markerOf,
  type Issue,
} from '../../services/github/issues.js';
import { outcomeOf, sealedText, type TextOutcome } from '../../services/github/unedited.js';

/** Rewind finds its issues by this label. */
const LABEL = 'rewind-postmortem';
/** GitHub rejects longer titles and bodies. */
const LIMITS = { title: 256, body: 65_000 };
const REST = 'The option `--file` writes the whole post-mortem.';
/** The clock of GitHub is not ours. */
const CLOCK_MS = 300_000;

export interface Published {
  readonly part: 'post-mortem' | Part;
  readonly number: number;
  readonly url: string;
  readonly outcome: TextOutcome;
}

/**
 * Writes the post-mortem as an issue, and each part as a sub-issue of it. Safe against a kill at any request: a second run
 * finds what the first one made. An issue is edited only while nobody else has edited it.
 * @param entries of a sound record, at least one
 * @param owners a further section of the post-mortem
 * @throws HttpFailure
 */
export async function publish(github: GitHub, entries: readonly Entry[], owners = ''): Promise<Published[]> {
  const [first] = entries;
  if (first === undefined) return [];
  const name = `postmortem/${first.incident}`;
  const wanted = [
    {
      part: 'post-mortem' as const,
      marker: markerOf(name),
      title: postmortemTitle(entries),
      body: `${postmortemMarkdown(entries, { most: LIMITS.body - owners.length })}${owners}`,
    },
    ...PARTS.map((part) => ({ part, marker: markerOf(`${name}/${part}`), ...partOf(entries, part) })),
  ];
  const since = new Date(Date.parse(first.at) - CLOCK_MS).toISOString();
  const found = new Map(
    await findIssues(
      github,
      LABEL,
      wanted.map(({ marker }) => marker),
      since,
    ),
  );
  const [main, ...others] = wanted.map(({ marker }) => marker);
  const [part] = others.flatMap((marker) => found.get(marker) ?? []);
  if (main !== undefined && !found.has(main) && part !== undefined) {
    // Somebody took the label off.
    const parent = await findParent(github, part.number, main);
    if (parent !== null) found.set(main, parent);
  }
  const issues: (Issue & Published)[] = [];
  for (const { part, marker, title, body } of wanted) {
    const text = sealedText(marker, cutMarkdown(body, { most: LIMITS.body, rest: REST }));
    const before = found.get(marker);
    if (before !== undefined) {
      issues.push({ part, ...before, outcome: await updated(github, before, marker, text) });
      continue;
    }
    const made = await createIssue(github, { title: cutText(title, LIMITS.title), body: text, label: LABEL });
    if (!(await isFoundAgain(github, made, marker))) {
      throw new RewindError('api-forbidden', `Issue #${made.number} was created, and a later run would not find it.`, {
        remedy: `GitHub does not say whose token this is. Close ${made.url}, and use the token of a job or of a member.`,
      });
    }
    issues.push({ part, ...made, outcome: 'created' });
  }
  const [parent, ...parts] = issues;
  if (parent !== undefined) {
    const linked = await listSubIssues(github, parent.number);
    for (const { id } of parts) {
      if (!linked.includes(id)) await addSubIssue(github, parent.number, id);
    }
  }
  return issues.map(({ part, number, url, outcome }) => ({ part, number, url, outcome }));
}

async function updated(github: GitHub, { number, body }: Issue, marker: string, text: string): Promise<TextOutcome> {
  const outcome = outcomeOf(marker, body, text);
  if (outcome === 'updated') await editIssue(github, number, text);
  return outcome;
}
