import { listIncidents, readEntries } from '../../incident/record.js';
import { keptSince } from '../../incident/obligations.js';
import { statusOf, type ObligationStatus } from '../../incident/status.js';
import { commandLine } from '../../cli/command-line.js';
import type { Project, Session } from '../../cli/session.js';
import { digestOf } from '../../runtime/digest.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import { toJson } from '../../runtime/json.js';
import { codeBlock } from '../../runtime/markdown.js';
import { lastOwner } from '../../store/lock.js';
import { pastRollbacks } from '../undo/past-rollbacks.js';
import { dischargeMet } from './obligations.js';
import { readingsOf } from './readings.js';

/** The command, as the lock names it. */
export const DROP = 'recover --drop-database';

/** What is approved: this very database. @param since as the comment of the database says it (ISO 8601) */
export const digestOfDrop = ({ config: { environment } }: Project, name: string, since: string, resource: string) =>
  digestOf({ drop: name, since, resource, environment });

type Known = ObligationStatus & { readonly incident: string; readonly resource: string };

/**
 * The same drop again, when no database of this name is kept: the first one dropped it, or an undo gave it its old name back.
 * The digest must be that of the database of which a record tells, or of the drop that had the lock last: its digest was that of
 * the database itself, whose comment people can edit. The record of an open obligation says then that it is met.
 * @returns null if no record tells of this database, or production does not show that it is gone
 * @throws RewindError plan-mismatch
 */
export async function goneBefore(session: Session, project: Project, name: string, digest: string) {
  const known = await toldOf(session, project, name);
  const same = known.filter(({ what, resource }) => {
    const since = keptSince(what);
    return since !== null && digestOfDrop(project, name, since, resource) === digest;
  });
  const told = same.length === 0 && (await wasBegun(project, digest)) ? known : same;
  const [own] = told;
  if (known.length === 0) return null;
  if (own === undefined) {
    const incidents = [...new Set(known.map(({ incident }) => incident))].join(', ');
    throw new RewindError(
      'plan-mismatch',
      `No database "${name}" is kept any more. The record of incident ${incidents} tells of one whose digest is not ${digest}.`,
      {
        remedy: `This run dropped nothing. "${commandLine(session, ['recover'])}" writes off what production shows as finished.`,
      },
    );
  }
  const past = await pastRollbacks(session, project);
  const [reading] = await readingsOf([own], { project, ctx: session.context, past });
  if (reading?.state !== 'met') return null;
  const open = told.flatMap((one) => (one.discharged === null ? [{ ...one, reading }] : []));
  const written = await dischargeMet(session, project, { obligations: open });
  const before = own.discharged === null ? '' : ` Incident ${own.incident} says so since ${own.discharged.at}.`;
  const text = `The database "${name}" is not kept any more: ${reading.why}. This run dropped nothing.${before}${written.map(({ incident }) => ` Incident ${incident} says so now.`).join('')}`;
  return {
    exit: 0,
    json: toJson({ database: name, resource: own.resource, digest, dropped: false }),
    text,
    summary: `## Drop of a kept database\n\n${codeBlock('text', text)}`,
    outputs: { verdict: 'not-kept', 'plan-digest': digest, changes: '0' },
  } as const;
}

/** True if the drop with this digest had the lock last. */
async function wasBegun({ store, config }: Project, digest: string): Promise<boolean> {
  const owner = await lastOwner(store, config.environment);
  return owner?.command === DROP && owner.digest === digest;
}

/** What the records tell of databases of this name, newest incident first. A damaged record is a warning. */
async function toldOf({ context }: Session, { store, config }: Project, name: string): Promise<Known[]> {
  const told: Known[] = [];
  for (const incident of (await listIncidents(store, config.environment)).reverse()) {
    try {
      const { obligations } = statusOf(await readEntries(store, config.environment, incident));
      for (const one of obligations) {
        const { kind, items, resource } = one;
        if (kind !== 'kept-database' || resource === null || !items.some((item) => item.endsWith(`"${name}"`)))
          continue;
        told.push({ ...one, resource, incident });
      }
    } catch (error) {
      context.log.warn(`${asRewindError(error).message} Run "rewind incident verify".`);
    }
  }
  return told;
}
