import { headText } from '../incident/chain.js';
import { openObligations, statusOf } from '../incident/status.js';
import { seconds } from '../runtime/progress.js';
import { oneLine, visible } from '../runtime/text.js';
import { sameRollback, timeText, type ContactsAt, type Line, type Text, type Told } from './phases.js';

/** The text for the team: what happened, who approved it, what is not yet normal, how to go on, and whom to call. */
export function internalText(told: Told, contactsAt: ContactsAt = () => []): Text {
  const { entry, entries } = told;
  const [first] = entries;
  const last = entries.at(-1);
  if (first?.kind !== 'opened' || last === undefined) throw new Error('a record begins with the entry "opened"');
  const { title, severity } = first.data;
  const said = saidOf(told);
  return {
    headline: { text: visible(oneLine(`[${told.phase}] ${title}`)), from: [entry.seq, first.seq] },
    lines: [
      ...(said === null ? [] : [line(said, entry.seq)]),
      line(`Time: ${timeText(entry.at)}, by ${entry.by}`, entry.seq),
      line(
        `Incident ${first.incident} (${severity ?? 'no severity'}) of ${first.environment}, open since ${timeText(first.at)}`,
        first.seq,
      ),
      ...(told.phase === 'opened' ? [] : aboutRollback(told)),
      ...notNormal(told),
      ...(told.phase === 'closed' ? [] : contactsAt(new Date(entry.at))).map(({ name, role, reach }) =>
        line(`Contact: ${name}, ${role}: ${reach}`, entry.seq),
      ),
      line(`Head of the record: ${headText({ seq: last.seq, hash: last.hash })}`, last.seq),
    ],
  };
}

const line = (text: string, ...from: number[]): Line => ({ text: visible(oneLine(text)), from });

/** What the entry itself says, besides its phase. */
function saidOf({ entry }: Told): string | null {
  switch (entry.kind) {
    case 'mitigated':
    case 'lifted':
    case 'rolled-back':
    case 'recovered':
      return entry.data.title;
    case 'verified':
      return entry.data.statement;
    case 'closed':
      return `Closed: ${entry.data.reason}`;
    default:
      return null;
  }
}

function aboutRollback(told: Told): Line[] {
  const { entry, entries, phase } = told;
  const [plan, approved] = [sameRollback(told, 'planned'), sameRollback(told, 'approved')];
  const [verified, observed] = [sameRollback(told, 'verified'), sameRollback(told, 'observed')];
  const failed = 'failed' in entry.data ? entry.data.failed : [];
  const [first] = entries;
  return [
    ...(approved === undefined ? [] : [line(approved.data.how, approved.seq)]),
    ...(failed.length === 0 ? [] : [line(`Not done: ${failed.join(', ')}`, entry.seq)]),
    // The next run lifts what is left; applying the mitigation again does not end it.
    ...(phase !== 'failed' || plan === undefined || entry.kind === 'lifted'
      ? []
      : [line(`To finish it: ${plan.data.command}`, plan.seq)]),
    ...(phase !== 'verified' || verified === undefined || first === undefined
      ? []
      : [
          line(
            `From the first entry to here: ${seconds((Date.parse(entry.at) - Date.parse(first.at)) / 1000)}`,
            first.seq,
            entry.seq,
          ),
        ]),
    ...(observed === undefined
      ? []
      : [
          line(
            `Watched for ${observed.data.minutes} min: ${observed.data.areas.map(({ area, state }) => `${area} ${state.replaceAll('-', ' ')}`).join(', ')}`,
            observed.seq,
          ),
        ]),
  ];
}

function notNormal({ entries }: Told): Line[] {
  return openObligations(statusOf(entries)).map(({ id, what, discharge, since }) => {
    // An obligation to finish a rollback is calculated; the approval is its entry.
    const from = entries.findLast((one) =>
      one.kind === 'obligation'
        ? one.data.id === id
        : one.kind === 'approved' && id.endsWith(one.data.digest.slice(0, 12)),
    );
    return line(
      `Not yet normal since ${timeText(since)}: ${what} To discharge: ${discharge}`,
      ...(from === undefined ? [] : [from.seq]),
    );
  });
}
