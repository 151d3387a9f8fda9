import type { CommitComparison } from '../services/github/compare.js';
import { MOST_COMMITS, type Pull } from '../services/github/pulls.js';
import { details, escapeText, tableOfMarkup } from '../runtime/markdown.js';
import { plural } from '../runtime/text.js';

/** What production has of one deployment more than the snapshot. */
export interface TakenRelease {
  /** Resources whose production it is. */
  readonly resources: readonly string[];
  /** Commits of the snapshot and of production. */
  readonly base: string;
  readonly head: string;
  /** Null: GitHub does not know one of the commits. */
  readonly comparison: CommitComparison | null;
  readonly pulls: readonly Pull[];
}

export interface TakenBack {
  readonly releases: readonly TakenRelease[];
  /** Why it is not known, a sentence; null: it is. */
  readonly missing: string | null;
}

/** Rows of a table. */
const SHOWN = 30;

/**
 * What a rollback takes back, for a job summary; '' if there is nothing to say.
 * @param page of the repository on GitHub, e.g. `https://github.com/acme/shop`
 */
export function takenBackMarkdown({ releases, missing }: TakenBack, page: string, environment: string): string {
  if (missing !== null) return `### What this takes back\n\nUnknown: ${escapeText(missing)}\n\n`;
  if (releases.length === 0) return '';
  const deployments = `${page}/deployments/${encodeURIComponent(environment)}`;
  return `### What this takes back\n\n${releases.map((one) => releaseMarkdown(one, page)).join('\n\n')}\n\n[Deployments of this environment](${deployments})\n\n`;
}

function releaseMarkdown({ resources, base, head, comparison, pulls }: TakenRelease, page: string): string {
  const names = escapeText(resources.join(', '));
  if (comparison === null) {
    return `${names}: GitHub does not know the commit ${link(page, base)} or ${link(page, head)}.`;
  }
  const { total, commits } = comparison;
  const range = /^[0-9a-f]+$/.test(base + head)
    ? `[${base.slice(0, 7)}...${head.slice(0, 7)}](${page}/compare/${base}...${head})`
    : '';
  // A deployment that is older than the snapshot has no commit more.
  const found = plural(pulls.length, 'pull request');
  const where = total > MOST_COMMITS ? ` in the newest ${MOST_COMMITS} of them` : '';
  const facts = `${names}: ${plural(total, 'commit')}, ${found}${where} ${range}`.trim();
  const parts = [
    facts,
    ...(pulls.length === 0
      ? []
      : [
          tableOfMarkup(
            ['Pull request', 'Title', 'By'],
            pulls
              .slice(0, SHOWN)
              .map(({ number, title, author }) => [
                `[#${number}](${page}/pull/${number})`,
                escapeText(title),
                escapeText(author ?? ''),
              ]),
          ),
        ]),
    ...(commits.length === 0
      ? []
      : [
          details(
            `The newest ${Math.min(SHOWN, commits.length)} of ${plural(total, 'commit')}`,
            tableOfMarkup(
              ['Commit', 'Subject', 'By'],
              [...commits]
                .reverse()
                .slice(0, SHOWN)
                .map(({ sha, subject, author }) => [link(page, sha), escapeText(subject), escapeText(author ?? '')]),
            ),
          ),
        ]),
  ];
  return parts.join('\n\n');
}

/** Only a hash becomes part of an address. */
const link = (page: string, sha: string): string =>
  /^[0-9a-f]{7,64}$/.test(sha) ? `[${sha.slice(0, 7)}](${page}/commit/${sha})` : escapeText(sha);
