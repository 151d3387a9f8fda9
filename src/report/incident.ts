import { headText } from '../incident/chain.js';
import type { Content, Entry } from '../incident/entry.js';
import { openObligations, type IncidentStatus, type ObligationStatus } from '../incident/status.js';
import { age, seconds } from '../runtime/progress.js';
import { oneLine, plural, textOf } from '../runtime/text.js';
import { statesText } from './areas.js';
import { codeSpan, escapeText, table } from '../runtime/markdown.js';

/** "Checkout is broken": open for 3 h, 2 of 5 obligations open. */
export function incidentLine(status: IncidentStatus, now: Date): string {
  const open = openObligations(status).length;
  const of = `${open} of ${plural(status.obligations.length, 'obligation')} open`;
  const state = status.closed === null ? `open for ${age(now.getTime() - Date.parse(status.openedAt))}` : 'closed';
  return `${oneLine(status.title)} (${status.severity ?? 'no severity'}): ${state}, ${of}`;
}

/** An incident for a terminal. @param entries its timeline; null to leave it out */
export function incidentText(status: IncidentStatus, entries: readonly Entry[] | null, now: Date): string {
  const open = openObligations(status);
  return textOf([
    `Incident ${status.id}: ${incidentLine(status, now)}`,
    ...(status.closed === null
      ? []
      : [`  closed by ${status.closed.by} at ${status.closed.at}: ${status.closed.reason}`]),
    ...figures(status).map((line) => `  ${line}`),
    ...(open.length === 0 ? ['  No obligation is open.'] : ['', 'Not yet normal, oldest first:']),
    ...open.slice(0, SHOWN).flatMap((obligation) => obligationText(obligation, now)),
    ...moreOf(open).map((line) => `  - ${line}`),
    ...(entries === null
      ? []
      : ['', `${timelineTitle(entries)}:`, ...newest(entries).map((entry) => `  ${entry.at}  ${sentenceOf(entry)}`)]),
    '',
    `Head of the record: ${headText(status.head)}`,
  ]);
}

/** Entries and obligations that are shown: the summary of a job holds 1 MiB. */
export const SHOWN = 100;
const newest = (entries: readonly Entry[]): readonly Entry[] => entries.slice(-SHOWN);
const timelineTitle = ({ length }: readonly Entry[]): string =>
  `Timeline (UTC)${length > SHOWN ? `, the last ${SHOWN} of ${length} entries (--json shows all)` : ''}`;

/** A line about what is not shown, if anything is not. */
export const moreOf = ({ length }: readonly unknown[]): string[] =>
  length > SHOWN ? [`… and ${length - SHOWN} more (--json shows all)`] : [];

function obligationText({ id, what, since, discharge }: ObligationStatus, now: Date): string[] {
  return [
    `  - ${what}`,
    `      since ${since} (${age(now.getTime() - Date.parse(since))}); id ${id}`,
    `      to discharge: ${discharge}`,
  ];
}

function figures({ figures: { deployToRestoredMs, detectedToRestoredMs, approvalWaitMs } }: IncidentStatus): string[] {
  const took = (ms: number): string => seconds(ms / 1000);
  return [
    ...(deployToRestoredMs === null
      ? []
      : [`from the release capture after the deploy to the verified rollback: ${took(deployToRestoredMs)}`]),
    ...(detectedToRestoredMs === null
      ? []
      : [`from the first entry to the verified rollback: ${took(detectedToRestoredMs)}`]),
    ...(approvalWaitMs === null ? [] : [`from the plan to the start of the approved run: ${took(approvalWaitMs)}`]),
  ];
}

/** An incident for a job summary. */
export function incidentMarkdown(status: IncidentStatus, entries: readonly Entry[] | null, now: Date): string {
  const open = openObligations(status);
  return `${[
    `## Incident ${codeSpan(status.id)}`,
    escapeText(incidentLine(status, now)),
    ...figures(status).map((line) => `- ${escapeText(line)}`),
    ...(open.length === 0
      ? ['No obligation is open.']
      : [
          table(
            ['Not yet normal', 'Since', 'To discharge'],
            open.slice(0, SHOWN).map(({ what, since, discharge }) => [what, since, discharge]),
          ),
          ...moreOf(open),
        ]),
    ...(entries === null
      ? []
      : [
          `### ${timelineTitle(entries)}`,
          table(
            ['UTC', 'By', 'What'],
            newest(entries).map((entry) => [entry.at, entry.by, sentenceOf(entry)]),
          ),
        ]),
    `Head of the record: ${codeSpan(headText(status.head))}`,
  ].join('\n\n')}\n`;
}

const TOLD: Readonly<Record<Content<'told'>['step'], string>> = {
  intent: 'about to be sent',
  sent: 'sent',
  'not-sent': 'NOT SENT',
  'perhaps-sent': 'PERHAPS SENT; it is not sent again',
};

/** What an entry says. */
export function sentenceOf(entry: Entry): string {
  switch (entry.kind) {
    case 'opened':
      return `opened by ${entry.by}: ${entry.data.title}`;
    case 'note':
      return `${entry.by}: ${entry.data.text}`;
    case 'verdict': {
      const { level, deployment, criterion, probe, rule, bad, total, suspect } = entry.data;
      const shared = suspect === 'shared' ? '; the previous deployment fails too' : '';
      return `verdict on ${deployment ?? 'production'}: ${level} (${criterion}, probe ${probe}, ${rule}: ${bad} of ${total} bad${shared})`;
    }
    case 'decided':
      return `started ${entry.data.workflow}: ${entry.data.reason}`;
    case 'planned': {
      const { plan, changes, snapshot, database, digest } = entry.data;
      const to = plan === 'rollback' ? ` to snapshot ${snapshot} (database: ${database})` : '';
      return `planned: ${plan}${to}, ${plural(changes, 'change')}, digest ${digest.slice(0, 12)}`;
    }
    case 'approved':
      return entry.data.how;
    case 'mitigated':
    case 'lifted':
    case 'rolled-back':
    case 'recovered':
      return entry.data.title;
    case 'verified':
      return `${entry.data.ok ? 'verified' : 'not verified'}: ${entry.data.statement}`;
    case 'observed':
      return `watched for ${entry.data.minutes} min after the rollback: ${statesText(entry.data.areas)}`;
    case 'obligation':
      return `to be undone or finished: ${entry.data.what}`;
    case 'discharged':
      return `discharged ${entry.data.id}: ${entry.data.how}`;
    case 'told':
      return `message "${entry.data.phase}" to ${entry.data.channel}: ${TOLD[entry.data.step]}`;
    case 'closed':
      return `closed by ${entry.by}: ${entry.data.reason}`;
  }
}
