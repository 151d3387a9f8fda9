import { whyOf, asRewindError } from '../runtime/errors.js';
import { forResource } from '../runtime/create-context.js';
import { settleResources, type Resource } from '../engine/resources.js';
import { readBuildEvent } from '../services/vercel/build-event.js';
import { heldBack } from './quarantine-status.js';
import type { Project, Session } from './session.js';

/** Whether something lets a deploy go ahead. Anything but `free` stops it. */
export interface DeployRow {
  /** A resource, or one of the words in parentheses below, which no resource has. */
  readonly id: string;
  readonly pin: string;
  readonly why: string;
}

export const COMMIT = '(commit)';
export const EVENT = '(event)';

/** Whether a rollback pins production. A resource that cannot be read is `unknown`. */
export async function pinRows(
  { context }: Pick<Session, 'context'>,
  resources: readonly Resource[],
): Promise<{ readonly rows: DeployRow[]; /** A fix would free it. */ readonly pinned: boolean }> {
  const outcomes = await settleResources(
    resources.filter(({ provider }) => provider.capabilities?.hold !== undefined),
    async ({ id, provider, config }) => provider.capabilities?.hold?.read(config, forResource(context, id)),
  );
  return {
    rows: outcomes.map(({ resource: { id }, value, error }) => {
      if (error !== undefined) return { id, pin: 'unknown', why: `${whyOf(error, id)}.` };
      return { id, pin: value?.pinned ?? 'unknown', why: value?.why ?? '' };
    }),
    // Where production could not be read, the row says what to do: a deploy does not help.
    pinned: outcomes.some(({ value, error }) => error === undefined && value?.pinned !== 'free'),
  };
}

/** Whether the commit was rolled back. A record that cannot be read blocks. */
export async function commitRow(
  session: Pick<Session, 'inputs' | 'context'>,
  project: Pick<Project, 'store' | 'config'>,
  commit: string | null,
): Promise<DeployRow> {
  const id = COMMIT;
  if (commit === null) return { id, pin: 'free', why: 'no commit was checked: name it with --commit' };
  try {
    const { held, why, lift } = await heldBack(session, project, commit);
    if (held) return { id, pin: 'quarantined', why: `${why} ${lift}` };
    const free = `${commit.slice(0, 12)} is not held back`;
    return { id, pin: 'free', why: why === '' ? free : `${free}. ${why}` };
  } catch (error) {
    const { message, remedy } = asRewindError(error);
    return { id, pin: 'unknown', why: `${message} It is unknown which commits are held back. ${remedy}` };
  }
}

/**
 * Whether the event of Vercel that started this run is about a project of the configuration. No row for another run, or
 * without a project of Vercel in the configuration.
 */
export function eventRows({ context }: Pick<Session, 'context'>, { config }: Pick<Project, 'config'>): DeployRow[] {
  const event = readBuildEvent(context.env);
  const known = config.resources.flatMap((one) => ('project' in one && /^prj_/.test(one.project) ? [one.project] : []));
  if (event === null || known.length === 0) return [];
  const { project } = event;
  if (project !== null && known.includes(project.id)) {
    return [{ id: EVENT, pin: 'free', why: `${event.type} of ${project.id}` }];
  }
  if (project === null) return [{ id: EVENT, pin: 'unknown', why: `${event.type} names no project` }];
  const of = `the project ${project.id} (${JSON.stringify(project.name)})`;
  const why = `${event.type} is about ${of}; the configuration has ${[...new Set(known)].join(', ')}`;
  return [{ id: EVENT, pin: 'other-project', why }];
}
