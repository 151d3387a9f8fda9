import { listIncidents, readEntries } from '../../incident/record.js';
import { keptSince } from '../../incident/beside.js';
import { statusOf, type ObligationStatus } from '../../incident/status.js';
import { commandLine } from '../../cli/command-line.js';
import type { Project, Session } from '../../cli/session.js';
import { digestOf } from '../../runtime/digest.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import { toJson } from '../../runtime/json.js';
import { shellWord } from '../../runtime/shell-word.js';
import { codeBlock } from '../../runtime/markdown.js';
import { lastOwner } from '../../store/lock-owner.js';
import { pastRollbacks } from '../undo/past-rollbacks.js';
import type { Reading } from '../mitigate/reading.js';
import { dischargeMet } from './obligations.js';
import { readingsOf } from './readings.js';

/** The command that drops a database, as the lock names it: it says whose digest the lock holds. */
export const dropCommand = (name: string, resource: string): string =>
  ['recover', '--drop-database', name, '--scope', resource].map(shellWord).join(' ');

/** As the locks of earlier versions name it: they do not say whose digest it is. */
const ANY_DROP = 'recover --drop-database';

/** What is approved: this very database. @param since as the comment of the database says it (ISO 8601) */
export const digestOfDrop = ({ config: { environment } }: Project, name: string, since: string, resource: string) =>
  digestOf({ drop: name, since, resource, environment });

type Known = ObligationStatus & { readonly incident: string; readonly resource: string };
type ReadKnown = Known & { readonly reading: Reading };

/**
 * The same drop again, when no database of this name is kept: the first one dropped it, or an undo gave it its old name back.
 * The digest must be that of the database of which a record tells, or of the drop that had the lock last: its digest was that of
 * the database itself, whose comment people can edit. The record of an open obligation says then that it is met.
 * @param digest null if nothing was approved yet: then the function throws on a doubt, and otherwise returns null
 * @param live ids of the resources that keep a database of this name
 * @returns null if no record names this database in the scope, or without a digest, if it is gone; also if the digest is of none that
 *   is gone, while another one of this name is there
 * @throws RewindError plan-mismatch; drop-unproven if production does not show that it is gone
 */
export async function goneBefore(
  session: Session,
  project: Project,
  name: string,
  digest: string | null,
  live: ReadonlySet<string>,
) {
  const { scope } = session.inputs;
  const known = (await toldOf(session, project, name)).filter(
    ({ resource }) => !live.has(resource) && (scope === null || scope.includes(resource)),
  );
  if (known.length === 0) return null;
  const told = digest === null ? [] : await sameOf(project, name, digest, known);
  const [own] = told;
  if (own === undefined && live.size > 0) return null;
  const read = await readKnown(session, project, own === undefined ? known : told);
  const open = read.filter(({ discharged }) => discharged === null);
  // Also if another one is in doubt: each is met by its own reading.
  const written = own === undefined ? [] : await dischargeMet(session, project, { obligations: open });
  const asked = open.length > 0 ? open : read.slice(0, 1);
  const doubt = asked.find(({ reading }) => reading.state !== 'met');
  if (doubt !== undefined) throw unproven(session, name, doubt);
  if (digest === null) return null;
  if (own === undefined) {
    const incidents = [...new Set(known.map(({ incident }) => incident))].join(', ');
    throw new RewindError(
      'plan-mismatch',
      `No database "${name}" is kept any more. The record of incident ${incidents} names one whose digest is not ${digest}.`,
      {
        remedy: `This run dropped nothing. "${commandLine(session, ['recover'])}" discharges what production shows as finished.`,
      },
    );
  }
  const why = asked[0]?.reading.why ?? '';
  const before = own.discharged === null ? '' : ` Incident ${own.incident} has said so since ${own.discharged.at}.`;
  const text = `The database "${name}" is not kept any more: ${why}. This run dropped nothing.${before}${written.map(({ incident }) => ` Incident ${incident} says so now.`).join('')}`;
  return {
    exit: 0,
    json: toJson({ database: name, resource: own.resource, digest, dropped: false }),
    text,
    summary: `## Drop of a kept database\n\n${codeBlock('text', text)}`,
    outputs: { verdict: 'not-kept', 'plan-digest': digest, changes: '0' },
  } as const;
}

/** Those that the digest is of, also if it is of the last drop, whose database had another comment than the record says. */
async function sameOf(project: Project, name: string, digest: string, known: readonly Known[]): Promise<Known[]> {
  const same = known.filter(({ what, resource }) => {
    const since = keptSince(what);
    return since !== null && digestOfDrop(project, name, since, resource) === digest;
  });
  if (same.length > 0) return same;
  const last = await lastDrop(project, digest);
  return known.filter(({ resource }) => last === ANY_DROP || last === dropCommand(name, resource));
}

/** What the records tell, and what production says of it now. */
async function readKnown(session: Session, project: Project, known: readonly Known[]): Promise<ReadKnown[]> {
  const past = await pastRollbacks(session, project);
  const readings = await readingsOf(known, { project, ctx: session.context, past });
  return known.flatMap((one, at) => {
    const reading = readings[at];
    return reading === undefined ? [] : [{ ...one, reading }];
  });
}

/** The configuration may lead to another server, so that no database of this name is kept there proves nothing. */
function unproven(
  session: Session,
  name: string,
  { incident, id, resource, discharged, reading }: ReadKnown,
): RewindError {
  const said = discharged === null ? '' : ` The record has said since ${discharged.at} that it is.`;
  return new RewindError(
    'drop-unproven',
    `Incident ${incident} names the database "${name}" of "${resource}", and production does not prove that it is gone: ${reading.why}.${said}`,
    {
      resource,
      remedy: `This run dropped nothing. Set the URL from before the rollback, and run the same command again.${discharged === null ? ` If the database is gone: ${dischargeCommand(session, { incident, id })}` : ''}`,
    },
  );
}

/** The command with which a person writes down that a kept database is gone. */
export const dischargeCommand = (session: Session, { incident, id }: Pick<ReadKnown, 'incident' | 'id'>): string =>
  commandLine(session, ['incident', 'discharge', incident, '--obligation', id, '--reason', 'dropped']);

/** The command that had the lock last, if that was with this digest; else null. */
async function lastDrop({ store, config }: Project, digest: string): Promise<string | null> {
  const owner = await lastOwner(store, config.environment);
  return owner?.digest === digest ? owner.command : null;
}

/** What the records say of databases of this name, newest incident first. A damaged record is a warning. */
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
