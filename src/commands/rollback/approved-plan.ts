import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { planFromLive } from '../../engine/live-plan.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { unwritable } from '../../runtime/files.js';
import { Journal, parseJournal, type JournalEntry } from '../../engine/journal.js';
import { parsePlan, type Plan } from '../../engine/plan.js';
import { choose } from '../../cli/choose.js';
import type { Project } from '../../cli/session.js';
import type { RollbackSession } from './flags.js';

/**
 * Finds the approved plan by its digest: in the plan file, else in the store (from an interrupted run), else by a new plan,
 * which has the same digest if nothing changed.
 * @throws RewindError approval-missing, plan-unreadable, plan-mismatch
 */
export async function approvedPlan(session: RollbackSession, project: Project): Promise<Plan> {
  const { digest, plan: file } = session.inputs;
  if (digest === null)
    throw new RewindError('approval-missing', '--digest is missing. Pass the digest of the approved plan.');
  const path = session.path(file);
  const given = existsSync(path) ? await fromFile(path, file) : undefined;
  // A later plan may have been written over the file; an interrupted run left the approved one in the store.
  const plan =
    given?.digest === digest
      ? given
      : ((await fromStore(project, digest)) ?? given ?? (await planAgain(session, project)));
  if (plan.digest !== digest) {
    throw new RewindError('plan-mismatch', `Plan digest ${plan.digest} does not match the approved digest ${digest}.`);
  }
  if (plan.environment !== project.config.environment) {
    throw new RewindError(
      'plan-mismatch',
      `The plan is for "${plan.environment}"; the configuration is for "${project.config.environment}".`,
    );
  }
  return plan;
}

async function fromFile(path: string, shown: string): Promise<Plan> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new RewindError('plan-unreadable', `${shown} could not be read: ${messageOf(error)}`, { cause: error });
  }
  return parsePlan(content);
}

const folderOf = (project: Project, digest: string): string => `rollbacks/${project.config.environment}/${digest}`;

async function fromStore(project: Project, digest: string): Promise<Plan | undefined> {
  const content = await readFromStore(project, `${folderOf(project, digest)}/plan.json`);
  return content === undefined ? undefined : parsePlan(JSON.parse(content));
}

async function readFromStore({ store }: Project, key: string): Promise<string | undefined> {
  const found = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
  return found ? text(await store.open(key)) : undefined;
}

async function planAgain(session: RollbackSession, project: Project): Promise<Plan> {
  const { inputs, context: ctx } = session;
  const { manifest } = await choose(session, project, inputs.snapshot);
  const resources = [...project.resources, ...project.backups];
  return planFromLive({ ...project, resources, ctx, manifest, database: inputs.database, scope: inputs.scope });
}

/** The journal of this plan, with the entries of earlier runs. */
export interface OpenJournal {
  readonly log: Journal;
  /** Copies plan and journal into the store, so that a run on another machine can continue. */
  persist(): Promise<void>;
}

export async function openJournal(session: RollbackSession, project: Project, plan: Plan): Promise<OpenJournal> {
  const path = session.path(`${session.inputs.out}/journal/${plan.digest}.jsonl`);
  const folder = folderOf(project, plan.digest);
  const local = existsSync(path) ? parseJournal(await readFile(path, 'utf8')) : [];
  const remote = parseJournal((await readFromStore(project, `${folder}/journal.jsonl`)) ?? '');
  const log = createJournal(path, session, merge(remote, local));
  return {
    log,
    persist: async () => {
      const lines = merge(log.previous, log.entries()).map((entry) => JSON.stringify(entry));
      await project.store.put(`${folder}/plan.json`, Buffer.from(`${JSON.stringify(plan, null, 2)}\n`));
      await project.store.put(`${folder}/journal.jsonl`, Buffer.from(`${lines.join('\n')}\n`));
    },
  };
}

/** @throws RewindError input-invalid if the output directory cannot be written */
function createJournal(path: string, session: RollbackSession, previous: readonly JournalEntry[]): Journal {
  try {
    return new Journal(path, session.context.clock, previous);
  } catch (error) {
    throw unwritable('out', path, error);
  }
}

/** Union, sorted by time: the two copies of one journal overlap. */
function merge(first: readonly JournalEntry[], second: readonly JournalEntry[]): JournalEntry[] {
  const all = new Map([...first, ...second].map((entry) => [JSON.stringify(entry), entry]));
  return [...all.values()].sort((a, b) => a.at.localeCompare(b.at));
}
