import { z } from 'zod';
import type { Comparison } from './live-plan.js';
import { describe, keyOf, type PlannedChange, type Recovery } from './plan.js';
import type { PlanDatabaseMode } from './change.js';
import { isOtherObject, sidesOf } from './other-object.js';
import { nameOf, type PlannedMitigation } from './mitigation.js';
import { plural } from '../runtime/text.js';

const reason = z.enum([
  // Differences
  'changed',
  'by-hand',
  'database-mode',
  'database-by-hand',
  'later',
  // Not compared
  'out-of-scope',
  'not-in-snapshot',
  'not-configured',
  'other-object',
  'unreadable',
  'unreadable-value',
]);

export const REASONS_OF_CLAIMS = reason.options;

const remainder = z.strictObject({
  resource: z.string(),
  /** `changed`: differs. `by-hand`: differs, and only a person can restore it. `database-mode`: differs, left by choice. `database-by-hand`: left, and no mode restores it without a person. `later`: differs, because somebody changed it after the deploy; it stays. */
  reason,
  detail: z.string(),
});
export type Remainder = z.infer<typeof remainder>;

const verdict = z.enum(['equal', 'partly-compared', 'differs', 'not-compared']);
export const VERDICTS_OF_CLAIMS = verdict.options;

export const claimSchema = z.strictObject({
  /**
   * `equal`: every resource was compared and is equal. `partly-compared`: what was compared is equal, something was not
   * compared. `differs`: a difference is known, also one that is left by choice. `not-compared`: nothing was compared.
   */
  verdict,
  /** The whole claim in one line, without a full stop. */
  sentence: z.string(),
  /** Ids of the resources that were read and equal the snapshot. */
  equal: z.array(z.string()),
  /** Ids of the resources that were read and compared: the equal ones and the different ones. */
  compared: z.array(z.string()),
  differs: z.array(remainder),
  notCompared: z.array(remainder),
});

/** What Rewind says about production after it looked. Never more than what was compared. */
export type Claim = z.infer<typeof claimSchema>;

export interface ClaimFacts {
  readonly environment: string;
  readonly snapshot: string;
  /** Ids of all resources of the configuration, in its order. */
  readonly configured: readonly string[];
  /** Ids of the resources in the snapshot. */
  readonly captured: readonly string[];
  /** Ids, or null for all. */
  readonly scope: readonly string[] | null;
  readonly database: PlanDatabaseMode;
  /** Set for a recovery: the deployments in production are compared with these, not with those of the snapshot. */
  readonly recovers?: Recovery | undefined;
  /** Set for a mitigation: what is live is compared with itself with the measure. */
  readonly mitigates?: PlannedMitigation | undefined;
  /** The comparison, or why there is none. */
  readonly live: Comparison | { readonly notRead: string };
}

/** Law 10: a claim is never larger than its proof. Pure. */
export function claimOf(facts: ClaimFacts): Claim {
  const all = [...facts.configured, ...facts.captured.filter((id) => !facts.configured.includes(id))];
  const equal: string[] = [];
  const compared: string[] = [];
  const differs: Remainder[] = [];
  const notCompared: Remainder[] = [];
  for (const resource of all) {
    const missing = whyNotCompared(resource, facts);
    if (missing) {
      notCompared.push(missing);
      continue;
    }
    compared.push(resource);
    const found = differencesOf(resource, facts);
    differs.push(...found);
    if (found.length === 0) equal.push(resource);
    if ('notRead' in facts.live) continue;
    for (const blind of facts.live.blind.filter((entry) => entry.resource === resource)) {
      notCompared.push({ resource, reason: 'unreadable-value', detail: blind.what });
    }
  }
  const verdict =
    differs.length > 0
      ? 'differs'
      : compared.length === 0
        ? 'not-compared'
        : notCompared.length > 0
          ? 'partly-compared'
          : 'equal';
  const lists = { equal, compared, differs, notCompared };
  return { verdict, sentence: sentenceOf(facts, all.length, lists), ...lists };
}

function whyNotCompared(resource: string, facts: ClaimFacts): Remainder | undefined {
  const { configured, captured, scope, live } = facts;
  if (!configured.includes(resource)) {
    return { resource, reason: 'not-configured', detail: 'in the snapshot, but no longer in the configuration' };
  }
  if (scope !== null && !scope.includes(resource)) return { resource, reason: 'out-of-scope', detail: 'out of scope' };
  if (!captured.includes(resource)) return { resource, reason: 'not-in-snapshot', detail: 'not in the snapshot' };
  if ('notRead' in live) return { resource, reason: 'unreadable', detail: live.notRead };
  const failure = live.failures.find((error) => error.resource === resource);
  if (failure) return { resource, reason: 'unreadable', detail: failure.message };
  const { manual, notSelected, later } = live.plan;
  const other = [...manual, ...notSelected, ...later].find(
    (change) => change.resource === resource && isOtherObject(change),
  );
  return other && { resource, reason: 'other-object', detail: sidesOf(other) };
}

function differencesOf(resource: string, { live }: ClaimFacts): Remainder[] {
  if ('notRead' in live) return [];
  const own = (changes: readonly PlannedChange[], why: Remainder['reason']): Remainder[] =>
    changes
      .filter((change) => change.resource === resource)
      .map((change) => ({ resource, reason: why, detail: detailOf(change, why) }));
  return [
    ...own(live.plan.changes, 'changed'),
    ...own(live.plan.manual, 'by-hand'),
    ...own(
      live.plan.notSelected.filter(({ manual }) => manual === undefined),
      'database-mode',
    ),
    ...own(
      live.plan.notSelected.filter(({ manual }) => manual !== undefined),
      'database-by-hand',
    ),
    ...own(live.plan.later, 'later'),
  ];
}

/** A change that another database mode would make has its difference in `before`; its `after` says what that mode does. */
function detailOf(change: PlannedChange, why: Remainder['reason']): string {
  const text = why === 'database-mode' || why === 'later' ? (change.before ?? 'absent') : describe(change);
  return `${change.target}: ${text}`;
}

/** Differences of one reason that a sentence describes; of the others it counts them by resource. */
const DESCRIBED = 10;
/** What is said of the others. */
const MORE: Partial<Record<Remainder['reason'], string>> = {
  changed: 'further differences',
  'by-hand': 'further ones to restore by hand',
  'database-mode': 'further ones left as they are',
  'database-by-hand': 'further ones left to a person',
  later: 'further ones kept as they are',
};

type Lists = Pick<Claim, 'equal' | 'compared' | 'differs' | 'notCompared'>;

function sentenceOf(facts: ClaimFacts, total: number, { equal, differs, notCompared }: Lists): string {
  const { environment, database, recovers, mitigates } = facts;
  const chosen = Object.entries(recovers?.deployments ?? {}).map(([id, deployment]) => `${id}: ${deployment}`);
  const snapshot = `${facts.snapshot}${chosen.length === 0 ? '' : `, with the chosen deployment (${chosen.join(', ')})`}`;
  if (mitigates?.lifts !== false && equal.length === total && notCompared.length === 0) {
    return `"${environment}" equals snapshot ${snapshot} (${plural(total, 'resource')} compared)`;
  }
  const each = (why: Remainder['reason'], say: (entry: Remainder) => string): string[] => {
    const all = differs.filter((entry) => entry.reason === why);
    const more = new Map<string, number>();
    for (const { resource } of all.slice(DESCRIBED)) more.set(resource, (more.get(resource) ?? 0) + 1);
    const counts = [...more].map(([id, times]) => `${id} (${times})`).join(', ');
    return [...all.slice(0, DESCRIBED).map(say), ...(counts === '' ? [] : [`${MORE[why] ?? why}: ${counts}`])];
  };
  const isUndo = !('notRead' in facts.live) && facts.live.plan.undoes !== null;
  const since = mitigates !== undefined ? 'mitigation' : isUndo ? 'rollback' : 'deploy';
  const parts = [
    mitigates?.lifts === false
      ? `the measure ${nameOf(mitigates)} is in effect in ${equal.length === 0 ? 'no resource' : equal.join(', ')} of "${environment}"`
      : `${equal.length} of ${plural(total, 'resource')} of "${environment}" ${equal.length === 1 ? 'equals' : 'equal'} snapshot ${snapshot}`,
    ...each('changed', ({ resource, detail }) => `${resource} differs: ${brief(detail)}`),
    ...each('by-hand', ({ resource, detail }) => `${resource} must be restored by hand: ${brief(detail)}`),
    ...each(
      'database-mode',
      ({ resource, detail }) =>
        `${resource} left as it is ${recovers === undefined ? `by choice (--database ${database})` : 'in a recovery'}: ${brief(detail)}`,
    ),
    ...each(
      'database-by-hand',
      ({ resource, detail }) =>
        `${resource} left as it is (${recovers === undefined ? `--database ${database}` : 'a recovery'}; only a person can restore it): ${brief(detail)}`,
    ),
    ...each(
      'later',
      ({ resource, detail }) =>
        `${resource} kept as it is, because it was changed after the ${since}: ${brief(detail)}`,
    ),
    // A mitigation says nothing of what is out of its scope.
    ...grouped(
      mitigates?.lifts === false ? notCompared.filter(({ reason: why }) => why !== 'out-of-scope') : notCompared,
    ),
  ];
  return parts.join('; ');
}

/** One clause for each reason: "not compared: cdn, media (out of scope)". */
function grouped(entries: readonly Remainder[]): string[] {
  const byDetail = new Map<string, string[]>();
  for (const { resource, detail } of entries) {
    const text = brief(detail);
    byDetail.set(text, [...(byDetail.get(text) ?? []), resource]);
  }
  return [...byDetail].map(([detail, ids]) => `not compared: ${ids.join(', ')} (${detail})`);
}

function brief(text: string): string {
  const line = text.replaceAll('\n', ', ');
  return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}

/**
 * The present value of a change's object, by a comparison that was made after it.
 * @returns undefined if it was not read again
 */
export function presentValue(change: PlannedChange, live: ClaimFacts['live']): string | undefined {
  if ('notRead' in live || live.failures.some(({ resource }) => resource === change.resource)) return undefined;
  const { changes, manual, notSelected, later } = live.plan;
  const found = [...changes, ...manual, ...notSelected, ...later].find((other) => keyOf(other) === keyOf(change));
  return (found ? found.before : change.after) ?? 'absent';
}
