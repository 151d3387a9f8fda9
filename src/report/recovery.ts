import { age } from '../runtime/progress.js';
import { textOf } from '../runtime/text.js';
import { escapeText, table } from './markdown.js';

/** An open obligation, and what production says of it. */
export interface ShownObligation {
  readonly id: string;
  readonly what: string;
  readonly since: string;
  readonly discharge: string;
  readonly incident: string;
  readonly reading: { readonly state: 'holds' | 'met' | 'unknown'; readonly why: string };
}

export interface ShownStatus {
  readonly environment: string;
  readonly incidents: readonly string[];
  readonly obligations: readonly ShownObligation[];
  readonly unrecorded: readonly { readonly resource: string; readonly why: string }[];
  /** What could not be read. */
  readonly unread: readonly { readonly what: string; readonly why: string }[];
}

const WORDS = { holds: 'still so', met: 'no longer so', unknown: 'CANNOT BE READ' } as const;

export function recoveryHeadline({ environment, incidents, obligations, unrecorded, unread }: ShownStatus): string {
  const left = obligations.filter(({ reading }) => reading.state !== 'met').length;
  if (left + unrecorded.length > 0) return `"${environment}" is not yet normal: ${left + unrecorded.length} left.`;
  if (unread.length > 0) return `Nobody can say whether "${environment}" is normal: ${unread.length} not read.`;
  if (obligations.length > 0)
    return `"${environment}" is normal, and "rewind recover" writes ${obligations.length} obligation(s) off.`;
  return incidents.length === 0
    ? `No incident of "${environment}" is open: nothing is left to be undone or finished.`
    : `"${environment}" is normal. To close the incident: rewind incident close ${incidents[0] ?? ''} --reason "why"`;
}

const unrecordedText = ({ resource, why }: ShownStatus['unrecorded'][number]): string =>
  `Production of "${resource}" is pinned, and no incident says so: ${why}. To discharge: rewind recover --deployment latest`;

const unreadText = ({ what, why }: ShownStatus['unread'][number]): string => `CANNOT BE READ: ${what}: ${why}`;

/** For a terminal. */
export function recoveryText(status: ShownStatus, now: Date): string {
  return textOf([
    recoveryHeadline(status),
    ...status.obligations.flatMap(({ id, what, since, incident, reading, discharge }) => [
      `  - ${what}`,
      `      since ${since} (${age(now.getTime() - Date.parse(since))}); incident ${incident}; id ${id}`,
      `      production: ${WORDS[reading.state]}: ${reading.why}`,
      `      to discharge: ${reading.state === 'met' ? 'rewind recover' : discharge}`,
    ]),
    ...status.unrecorded.map((one) => `  - ${unrecordedText(one)}`),
    ...status.unread.map((one) => `  - ${unreadText(one)}`),
  ]);
}

/** For a job summary. */
export function recoveryMarkdown(status: ShownStatus): string {
  return `${[
    `## ${escapeText(recoveryHeadline(status))}`,
    ...(status.obligations.length === 0
      ? []
      : [
          table(
            ['What', 'Since', 'Production', 'To discharge'],
            status.obligations.map(({ what, since, reading, discharge }) => [
              what,
              since,
              `${WORDS[reading.state]}: ${reading.why}`,
              reading.state === 'met' ? 'rewind recover' : discharge,
            ]),
          ),
        ]),
    ...status.unrecorded.map((one) => escapeText(unrecordedText(one))),
    ...status.unread.map((one) => escapeText(unreadText(one))),
  ].join('\n\n')}\n`;
}
