import type { Entry } from '../../incident/entry.js';
import { PARTS, partOf, postmortemMarkdown, postmortemTitle, type Part } from '../../report/postmortem.js';
import type { GitHub } from '../../services/github/client.js';
import {
  addSubIssue,
  createIssue,
  editIssue,
  findIssues,
  listSubIssues,
  markerOf,
  type Issue,
} from '../../services/github/issues.js';
import { isUnedited, sealedText } from '../../services/github/unedited.js';

/** Rewind finds its issues by this label. */
const LABEL = 'rewind-postmortem';
/** GitHub rejects longer titles and bodies. */
const LIMITS = { title: 256, body: 65_000 };
/** The clock of GitHub is not ours. */
const CLOCK_MS = 300_000;

/** `kept`: somebody edited it, so Rewind leaves it alone. */
type Outcome = 'created' | 'updated' | 'unchanged' | 'kept';
export interface Published {
  readonly part: 'post-mortem' | Part;
  readonly number: number;
  readonly url: string;
  readonly outcome: Outcome;
}

/**
 * Writes the post-mortem as an issue, and each part as a sub-issue of it. Safe against a kill at any request: a second run
 * finds what the first one made. An issue is edited only while nobody else has edited it.
 * @param entries of a sound record, at least one
 * @throws HttpFailure
 */
export async function publish(github: GitHub, entries: readonly Entry[]): Promise<Published[]> {
  const [first] = entries;
  if (first === undefined) return [];
  const name = `postmortem/${first.incident}`;
  const wanted = [
    {
      part: 'post-mortem' as const,
      marker: markerOf(name),
      title: postmortemTitle(entries),
      body: postmortemMarkdown(entries, { most: LIMITS.body }),
    },
    ...PARTS.map((part) => ({ part, marker: markerOf(`${name}/${part}`), ...partOf(entries, part) })),
  ];
  const since = new Date(Date.parse(first.at) - CLOCK_MS).toISOString();
  const found = await findIssues(
    github,
    LABEL,
    wanted.map(({ marker }) => marker),
    since,
  );
  const issues: (Issue & Published)[] = [];
  for (const { part, marker, title, body } of wanted) {
    const text = sealedText(marker, body.slice(0, LIMITS.body));
    const before = found.get(marker);
    issues.push({
      part,
      ...(before === undefined
        ? {
            ...(await createIssue(github, { title: title.slice(0, LIMITS.title), body: text, label: LABEL })),
            outcome: 'created' as const,
          }
        : { ...before, outcome: await updated(github, before, marker, text) }),
    });
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

async function updated(github: GitHub, { number, body }: Issue, marker: string, text: string): Promise<Outcome> {
  if (!isUnedited(marker, body)) return 'kept';
  if (body.trimEnd() === text.trimEnd()) return 'unchanged';
  await editIssue(github, number, text);
  return 'updated';
}
