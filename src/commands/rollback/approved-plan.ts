import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { planFromLive } from '../../engine/live-plan.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { unwritable } from '../../runtime/files.js';
import { endedIn, Journal, overtakenIn, parseJournal, type JournalEntry } from '../../engine/journal.js';
import { otherwiseConfigured } from '../../engine/configured.js';
import { keyOf, parsePlan, type Plan } from '../../engine/plan.js';
import { programId } from '../../runtime/program.js';
import { copiesOf, mergeJournals, otherJournals, readApprovedPlan, readJournal } from '../../engine/rollback-files.js';
import { parseSelector } from '../../engine/selector.js';
import { choose } from '../../cli/choose.js';
import { findRelease, includedResources } from '../../cli/release.js';
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
  const found =
    given?.digest === digest
      ? given
      : ((await readApprovedPlan(project.store, project.config.environment, digest)) ?? given);
  if (found === undefined && session.inputs.given.has('plan')) {
    throw new RewindError('plan-unreadable', `The file ${file} does not exist. This run changed nothing.`, {
      remedy:
        'Name the file that "rewind plan" wrote: --plan FILE. Without --plan, Rewind plans again, and the digest decides.',
    });
  }
  const plan = found ?? (await remakePlan(session, project));
  if (plan.digest !== digest) {
    throw new RewindError('plan-mismatch', `Plan digest ${plan.digest} does not match the approved digest ${digest}.`, {
      remedy:
        'Name the file of the approved plan with --plan. If another plan was written over it, run the command that made it again (plan, undo or recover), and get that plan approved.',
    });
  }
  if (plan.environment !== project.config.environment) {
    throw new RewindError(
      'plan-mismatch',
      `The plan is for "${plan.environment}"; the configuration is for "${project.config.environment}".`,
    );
  }
  await assertSameChoice(session, project, plan);
  return plan;
}

/**
 * The flags say how the plan is made again; the plan that was found decides. A flag that contradicts it is refused: a
 * narrower scope would leave changes out, and any other would not be what the operator asked for.
 * @throws RewindError plan-mismatch; as `choose` if the snapshot is named by other than its id
 */
async function assertSameChoice(session: RollbackSession, project: Project, plan: Plan): Promise<void> {
  const { inputs } = session;
  const { scope, given } = inputs;
  const covered = plan.scope ?? project.config.resources.map(({ id }) => id);
  if (scope !== null && !(covered.every((id) => scope.includes(id)) && scope.every((id) => covered.includes(id)))) {
    throw contradiction('scope', scope.join(','), `covers ${plan.scope?.join(', ') ?? 'all resources'}`);
  }
  assertConfigured(project, plan);
  await assertSameConfiguration(session, project, plan);
  if (given.has('database') && inputs.database !== plan.database) {
    throw contradiction('database', inputs.database, `has the database mode ${plan.database}`);
  }
  const { includeLaterChanges: later } = inputs;
  const included = includedResources(project, later);
  if (later !== null && [...included].sort().join() !== plan.includeLater.join()) {
    const planned = plan.includeLater.length === 0 ? 'nothing' : plan.includeLater.join(', ');
    throw contradiction('include-later-changes', later.join(','), `includes the later changes of ${planned}`);
  }
  if (!given.has('snapshot')) return;
  const selector = parseSelector(inputs.snapshot);
  // What `latest`, `previous` and `~N` name depends on what is live, which an interrupted run of this plan has changed.
  if (selector === undefined || (selector.kind === 'newest' && (await wasBegun(session, project, plan)))) return;
  const asPlanned = { ...session, inputs: { ...inputs, scope: plan.scope } };
  const named = selector.kind === 'id' ? selector.id : (await choose(asPlanned, project, inputs.snapshot)).manifest.id;
  if (named !== plan.snapshot) {
    throw contradiction('snapshot', inputs.snapshot, `restores the snapshot ${plan.snapshot}`);
  }
}

/**
 * What is no longer configured can neither be changed nor compared, and would count as done.
 * @throws RewindError plan-mismatch
 */
function assertConfigured({ config, resources, backups }: Project, { changes }: Plan): void {
  const known = new Map([
    ...config.resources.map(({ id, provider }) => [id, provider] as const),
    ...[...resources, ...backups].map(({ id, providerId }) => [id, providerId] as const),
  ]);
  const gone = [
    ...new Set(changes.flatMap(({ resource, provider }) => (known.get(resource) === provider ? [] : [resource]))),
  ];
  if (gone.length === 0) return;
  const ids = gone.join(', ');
  throw new RewindError(
    'plan-mismatch',
    `The approved plan changes ${ids}, which the configuration no longer has, or has with another provider. This run changed nothing.`,
    { remedy: `Configure ${ids} again as in the approved plan. Or make a new plan, and get that plan approved.` },
  );
}

/**
 * A change that the configuration no longer covers is not a difference, and would count as done. Of a resource whose
 * changes are done, the configuration may follow what they did, e.g. name the server that was restored.
 * @throws RewindError plan-mismatch
 */
async function assertSameConfiguration(session: RollbackSession, project: Project, plan: Plan): Promise<void> {
  const { inputs } = session;
  const all = otherwiseConfigured(plan, [...project.resources, ...project.backups], await programId());
  if (all.size === 0) return;
  const ended = await endedOf(session, project, plan);
  const isLeft = (id: string): boolean => {
    const own = plan.changes.filter(({ resource }) => resource === id);
    // The report at the end of the first run names what a person does by hand.
    return own.length === 0
      ? plan.manual.some(({ resource }) => resource === id)
      : own.some((change) => !ended.has(keyOf(change)));
  };
  const changed = new Map([...all].filter(([id]) => isLeft(id)));
  if (changed.size === 0) return;
  const problems = [...changed].map(([id, keys]) => `${id}: ${keys.join(', ')}`);
  throw new RewindError(
    'plan-mismatch',
    `${inputs.config} was changed after the plan was made: ${[...changed.keys()].join(', ')}. This run changed nothing.`,
    {
      problems,
      remedy: `Set the named keys in ${inputs.config} as they were. Or make a new plan, and get that plan approved.`,
    },
  );
}

/** The journal of this plan, of the store and of this machine. */
async function journalOf(session: RollbackSession, { store }: Project, { environment, digest }: Plan) {
  return mergeJournals(await readJournal(store, environment, digest), await readLocalJournal(session, digest));
}

const wasBegun = async (session: RollbackSession, project: Project, plan: Plan): Promise<boolean> =>
  (await journalOf(session, project, plan)).some(({ event }) => event === 'run');

/** The keys of the changes that earlier runs of this plan carried out, and no other plan took up since. */
async function endedOf(session: RollbackSession, project: Project, plan: Plan): Promise<ReadonlySet<string>> {
  const entries = await journalOf(session, project, plan);
  const others = await otherJournals(project.store, plan.environment, plan.digest);
  return endedIn(entries, overtakenIn(entries, others, 'begin'));
}

const contradiction = (
  flag: 'scope' | 'database' | 'snapshot' | 'include-later-changes',
  given: string,
  planned: string,
): RewindError =>
  new RewindError(
    'plan-mismatch',
    `The approved plan ${planned}; this command has --${flag} ${given}. This run changed nothing.`,
    { remedy: `Leave --${flag} out. Or make a new plan with --${flag} ${given}, and get that plan approved.` },
  );

async function fromFile(path: string, shown: string): Promise<Plan> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new RewindError('plan-unreadable', `${shown} could not be read: ${messageOf(error)}`, { cause: error });
  }
  return parsePlan(content);
}

async function remakePlan(session: RollbackSession, project: Project): Promise<Plan> {
  const { inputs, context: ctx } = session;
  const chosen = await choose(session, project, inputs.snapshot, true);
  return planFromLive({
    ...project,
    resources: [...project.resources, ...project.backups],
    ctx,
    manifest: chosen.manifest,
    database: inputs.database,
    scope: inputs.scope,
    release: await findRelease(session, project, chosen),
    includeLater: includedResources(project, inputs.includeLaterChanges),
  });
}

/** The journal of this plan, with the entries of earlier runs. */
export interface OpenJournal {
  readonly log: Journal;
  /** Copies plan and journal into the store, so that a run on another machine can continue. */
  persist(): Promise<void>;
}

export async function openJournal(session: RollbackSession, project: Project, plan: Plan): Promise<OpenJournal> {
  const { store } = project;
  const path = journalPath(session, plan.digest);
  const remote = await readJournal(store, plan.environment, plan.digest);
  const log = createJournal(path, session, mergeJournals(remote, await readLocalJournal(session, plan.digest)));
  return { log, persist: copiesOf(store, plan, () => mergeJournals(log.previous, log.entries())) };
}

type WithOut = Pick<RollbackSession, 'path'> & { readonly inputs: { readonly out: string } };

const journalPath = (session: WithOut, digest: string): string =>
  session.path(`${session.inputs.out}/journal/${digest}.jsonl`);

/** The journal of this machine: it may have lines that no run copied to the store. */
export async function readLocalJournal(session: WithOut, digest: string): Promise<JournalEntry[]> {
  const path = journalPath(session, digest);
  return existsSync(path) ? parseJournal(await readFile(path, 'utf8')) : [];
}

/** @throws RewindError input-invalid if the output directory cannot be written */
function createJournal(path: string, session: RollbackSession, previous: readonly JournalEntry[]): Journal {
  try {
    return new Journal(path, session.context.clock, previous);
  } catch (error) {
    throw unwritable('out', path, error);
  }
}
