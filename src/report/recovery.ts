import { age } from '../runtime/progress.js';
import { plural, textOf } from '../runtime/text.js';
import { escapeText, table } from '../runtime/markdown.js';
import { moreOf, SHOWN } from './incident.js';

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
  /** Where the records lie: a wrong store has no open incident, too. */
  readonly place: string;
  readonly incidents: readonly string[];
  readonly obligations: readonly ShownObligation[];
  readonly unrecorded: readonly { readonly resource: string; readonly why: string }[];
  /** What could not be read. */
  readonly unread: readonly { readonly what: string; readonly why: string }[];
  /** True if a plan was given to a rollback, and the newest run of it began nothing. */
  readonly waiting: boolean;
  /** A command line of this program that works where this one was called, from its words. */
  readonly command: (words: readonly string[]) => string;
}

const WORDS = { holds: 'still so', met: 'no longer so', unknown: 'CANNOT BE READ' } as const;

export function recoveryHeadline(status: ShownStatus): string {
  const { environment, place, incidents, obligations, unrecorded, unread, waiting, command } = status;
  const left = obligations.filter(({ reading }) => reading.state !== 'met').length;
  if (left + unrecorded.length > 0) return `"${environment}" is not yet normal: ${left + unrecorded.length} left.`;
  if (unread.length > 0) return `It is unknown whether "${environment}" is normal: ${unread.length} not read.`;
  // An incident is open, and what was approved to end it has not happened.
  if (incidents.length > 0 && waiting)
    return `An incident of "${environment}" is open, and a plan that was given to a rollback is not carried out.`;
  if (obligations.length > 0)
    return `"${environment}" is normal, and "${command(['recover'])}" records ${plural(obligations.length, 'obligation')} as discharged.`;
  if (incidents.length === 0)
    return `No incident of "${environment}" is open in ${place}: nothing is left to be undone or finished.`;
  const them = incidents.length === 1 ? 'incident' : `${incidents.length} incidents`;
  const close = incidents.map((id) => command(['incident', 'close', id, '--reason', 'why']));
  return `"${environment}" is normal. To close the ${them}: ${close.join('; ')}`;
}

/** The obligations that are shown: those that are still so before those that are no longer so, each in their order. */
const shownOf = ({ obligations }: ShownStatus): ShownObligation[] => {
  const isMet = ({ reading }: ShownObligation): boolean => reading.state === 'met';
  if (obligations.length <= SHOWN) return [...obligations];
  return [...obligations.filter((one) => !isMet(one)), ...obligations.filter(isMet)].slice(0, SHOWN);
};

const unrecordedTexts = ({ unrecorded, command }: ShownStatus): string[] =>
  unrecorded.map(
    ({ resource, why }) =>
      `Production of "${resource}" is pinned, and no incident says so: ${why}. To discharge: ${command(['recover', '--deployment', 'latest'])}`,
  );
const dischargeOf = ({ reading, discharge }: ShownObligation, { command }: ShownStatus): string =>
  reading.state === 'met' ? command(['recover']) : discharge;

const unreadText = ({ what, why }: ShownStatus['unread'][number]): string => `CANNOT BE READ: ${what}: ${why}`;

/** For a terminal. */
export function recoveryText(status: ShownStatus, now: Date): string {
  return textOf([
    recoveryHeadline(status),
    ...shownOf(status).flatMap((one) => [
      `  - ${one.what}`,
      `      since ${one.since} (${age(now.getTime() - Date.parse(one.since))}); incident ${one.incident}; id ${one.id}`,
      `      production: ${WORDS[one.reading.state]}: ${one.reading.why}`,
      `      to discharge: ${dischargeOf(one, status)}`,
    ]),
    ...moreOf(status.obligations).map((line) => `  - ${line}`),
    ...unrecordedTexts(status).map((text) => `  - ${text}`),
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
            shownOf(status).map((one) => [
              one.what,
              one.since,
              `${WORDS[one.reading.state]}: ${one.reading.why}`,
              dischargeOf(one, status),
            ]),
          ),
          ...moreOf(status.obligations),
        ]),
    ...unrecordedTexts(status).map(escapeText),
    ...status.unread.map((one) => escapeText(unreadText(one))),
  ].join('\n\n')}\n`;
}
