import { text } from 'node:stream/consumers';
import { messageOf, RewindError } from '../runtime/errors.js';
import { mapLimited } from '../runtime/flow.js';
import type { Store } from '../store/store.js';
import { parseJournal, unreadableLine, type JournalEntry } from './journal.js';
import { parsePlan, type Plan } from './plan.js';
import { inOrder } from '../runtime/text.js';

/**
 * Files of one rollback, under `rollbacks/<environment>/<digest of its plan>/`:
 *   plan.json       the approved plan
 *   journal.jsonl   what was begun and ended, of all its runs
 *   lift-….json     of a mitigation: what its lift without a person acts on, signed
 */
const folderOf = (environment: string, digest: string): string => `rollbacks/${environment}/${digest}`;

/** Key of a file of a rollback in the store. */
export const rollbackFile = (environment: string, digest: string, name: string): string =>
  `${folderOf(environment, digest)}/${name}`;

const PLAN = 'plan.json';
const JOURNAL = 'journal.jsonl';

/** Journals that are read at once. */
const JOURNALS_AT_ONCE = 8;

/** Digests of the plans that were carried out, or of which a rollback was begun. In no order. */
export async function rollbackDigests(store: Store, environment: string): Promise<string[]> {
  const objects = await store.list(`rollbacks/${environment}`);
  const digests = new Set(objects.map(({ key }) => key.split('/')[2] ?? ''));
  return [...digests].filter((digest) => /^[0-9a-f]{64}$/.test(digest));
}

/** @throws RewindError plan-unreadable, plan-mismatch also for a plan that lies in the place of another one */
export async function readApprovedPlan(store: Store, environment: string, digest: string): Promise<Plan | undefined> {
  const content = await read(store, rollbackFile(environment, digest, PLAN));
  if (content === undefined) return undefined;
  let plan: Plan;
  try {
    plan = parsePlan(JSON.parse(content));
  } catch (error) {
    throw planUnreadable(environment, digest, `cannot be read: ${messageOf(error)}`, error);
  }
  if (plan.digest === digest && plan.environment === environment) return plan;
  throw new RewindError(
    'plan-mismatch',
    `In the place of the plan ${digest.slice(0, 12)} of "${environment}", the store has the plan ${plan.digest.slice(0, 12)} of "${plan.environment}".`,
    { remedy: 'Find out who wrote to the store.' },
  );
}

/** @param problem what is wrong with the file, e.g. "is missing" */
export const planUnreadable = (environment: string, digest: string, problem: string, cause?: unknown): RewindError =>
  new RewindError(
    'plan-unreadable',
    `The plan of the rollback ${digest.slice(0, 12)} in the store (${rollbackFile(environment, digest, PLAN)}) ${problem.replace(/\.$/, '')}.`,
    {
      cause,
      remedy:
        'Bring the file back from a backup of the store, or use the version of Rewind that wrote it. Otherwise make a new plan: "rewind list" shows the snapshot that was taken before the rollback.',
    },
  );

/**
 * The journal of a rollback as the store has it: written as a whole, so that no crash leaves a part of a line.
 * @throws RewindError journal-unreadable: without a line, what the rollback changed is unknown
 */
export async function readJournal(store: Store, environment: string, digest: string): Promise<JournalEntry[]> {
  const content = await journalText(store, environment, digest);
  const line = unreadableLine(content);
  if (line === null) return parseJournal(content);
  throw new RewindError(
    'journal-unreadable',
    `Line ${line} of the journal of the rollback ${digest.slice(0, 12)} cannot be read: the file ${rollbackFile(environment, digest, JOURNAL)} in the store is damaged, or another version of Rewind wrote it. What this rollback changed is unknown.`,
  );
}

/** What can be read of a journal. */
export const readableJournal = async (store: Store, environment: string, digest: string): Promise<JournalEntry[]> =>
  parseJournal(await journalText(store, environment, digest));

const journalText = async (store: Store, environment: string, digest: string): Promise<string> =>
  (await read(store, rollbackFile(environment, digest, JOURNAL))) ?? '';

/** The journals of the other rollbacks of the environment, as far as they can be read: none of them stops this one. */
export async function otherJournals(
  store: Store,
  environment: string,
  digest: string,
): Promise<(readonly JournalEntry[])[]> {
  const digests = (await rollbackDigests(store, environment)).filter((one) => one !== digest);
  return mapLimited(digests, JOURNALS_AT_ONCE, (one) => readableJournal(store, environment, one));
}

/**
 * Copies an approved plan and its journal into the store. The plan is written until that succeeds once, because it does not
 * change. One copy at a time: an older journal must not replace a newer one.
 * @param entries the journal as it is now
 * @returns what makes one more copy; rejects with the errors of the store
 */
export function copiesOf(store: Store, plan: Plan, entries: () => readonly JournalEntry[]): () => Promise<void> {
  const put = (name: string, content: string) =>
    store.put(rollbackFile(plan.environment, plan.digest, name), Buffer.from(content));
  let hasPlan = false;
  const copy = async (): Promise<void> => {
    if (!hasPlan) await put(PLAN, `${JSON.stringify(plan, null, 2)}\n`);
    hasPlan = true;
    const lines = entries().map((entry) => `${JSON.stringify(entry)}\n`);
    await put(JOURNAL, lines.join(''));
  };
  let last = Promise.resolve();
  return () => (last = last.then(copy, copy));
}

async function read(store: Store, key: string): Promise<string | undefined> {
  const found = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
  return found ? text(await store.open(key)) : undefined;
}

/** Union, sorted by time: the two copies of one journal overlap. */
export function mergeJournals(first: readonly JournalEntry[], second: readonly JournalEntry[]): JournalEntry[] {
  const all = new Map([...first, ...second].map((entry) => [JSON.stringify(entry), entry]));
  return [...all.values()].sort((a, b) => inOrder(a.at, b.at));
}
