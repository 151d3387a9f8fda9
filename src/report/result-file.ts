import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { RewindError } from '../runtime/errors.js';
import { makeFolder } from '../runtime/files.js';
import { keyOf } from '../engine/plan.js';
import { claimSchema } from '../engine/claim.js';
import { RECOVERIES } from '../engine/vocabulary.js';
import { OUTCOMES } from '../channels/send.js';
import { PHASES } from '../incident/entry.js';
import { AREAS } from '../probes/probe.js';
import { whyOf } from './areas.js';
import { remainingOf, verdictOf, type RollbackFacts } from './outcome.js';

const result = z.strictObject({
  kind: z.literal('rewind-result'),
  ok: z.boolean(),
  verdict: z.enum(['rolled-back', 'not-recovered', 'incomplete']),
  title: z.string(),
  /** True for a plan forwards. */
  recovery: z.boolean(),
  /** What is proven of production, and what is not. */
  claim: claimSchema,
  /** What the probes say of each part of the system; null if none ran. */
  areas: z
    .array(
      z.strictObject({
        area: z.enum(AREAS),
        state: z.enum(RECOVERIES),
        /** Ids of the probes that watch it. */
        probes: z.array(z.string()),
        why: z.string(),
      }),
    )
    .nullable(),
  environment: z.string(),
  snapshot: z.string(),
  digest: z.string(),
  applied: z.array(z.string()),
  /** Changes of the plan that an earlier, interrupted run began and that nothing is left to do of. */
  earlier: z.array(z.string()),
  failed: z.array(
    z.strictObject({
      change: z.string(),
      status: z.string(),
      code: z.string().nullable(),
      message: z.string().nullable(),
    }),
  ),
  /** Number of changes that a new plan would contain; null if production could not be read again. */
  remaining: z.number().nullable(),
  manual: z.array(z.string()),
  /** Command that undoes it; null if it changed nothing. */
  undo: z.string().nullable(),
  /** Snapshot that holds the state before it. */
  before: z.string().nullable(),
  /** What it put aside, e.g. the previous database. */
  kept: z.array(z.strictObject({ resource: z.string(), what: z.string(), since: z.string(), drop: z.string() })),
  /** What went live between the checks and the switch. Results of earlier versions do not have it. */
  meanwhile: z
    .array(
      z.strictObject({ resource: z.string(), expected: z.string(), replaced: z.string(), undoReturns: z.boolean() }),
    )
    .default([]),
  durationMs: z.number(),
  /** Steps, in milliseconds since the program began. */
  timeline: z.array(z.strictObject({ what: z.string(), from: z.number(), to: z.number() })),
  /** The record that the rollback wrote to; null if none was written. */
  incident: z
    .strictObject({
      id: z.string(),
      /** Its head, `SEQ:HASH`. */
      head: z.string(),
      /** Commits that are held back, each with the command that lifts it. */
      quarantined: z.array(z.strictObject({ commit: z.string(), lift: z.string() })),
    })
    .nullable(),
  /** Why the record does not say what this rollback left; null: it does. Results of earlier versions do not have it. */
  unrecorded: z.string().nullable().default(null),
  /** Messages to the channels that this run tried or had to leave; null: there was nothing to tell. */
  told: z
    .strictObject({
      messages: z.array(
        z.strictObject({
          channel: z.string(),
          phase: z.enum(PHASES),
          outcome: z.enum(OUTCOMES),
          code: z.string().nullable(),
          message: z.string().nullable(),
        }),
      ),
      /** Why none of the others was sent; null: nothing hindered it. */
      hindrance: z.string().nullable(),
    })
    .nullable(),
  /** What the rollback switched, one for each deployment that is a resource. */
  deployments: z.array(
    z.strictObject({
      resource: z.string(),
      /** Name of the project, if the service has one. */
      project: z.string().nullable(),
      /** Whether the environment has other deployments, too. */
      isShared: z.boolean(),
      /** Commit that it serves now; null if that is unknown, or the switch failed. */
      commit: z.string().nullable(),
    }),
  ),
  /** Commit that production serves now, of the first deployment; null if it is unknown or the deployment was not switched. */
  commit: z.string().nullable(),
  /** Why it was started, as the operator wrote it; null: no reason was given. */
  reason: z.string().nullable(),
  approval: z.strictObject({
    requestedBy: z.string(),
    kind: z.enum(['reviewed', 'comment', 'digest', 'expedited', 'none', 'covered', 'command line']),
    approvedBy: z.array(z.string()),
    skipped: z.string().nullable(),
    url: z.string().nullable(),
    attempt: z.number().nullable(),
  }),
  /** The files of the report; null: it could not be written. */
  report: z.strictObject({ markdown: z.string().nullable(), html: z.string().nullable() }),
});

/** The outcome of a rollback: the document of `--json`, and the file that `record` reads. */
export type RollbackResult = z.infer<typeof result>;

export function rollbackResult(
  facts: RollbackFacts,
  rest: Pick<RollbackResult, 'title' | 'commit' | 'deployments' | 'incident' | 'report'>,
): RollbackResult {
  const {
    manifest,
    approved,
    outcomes,
    earlier,
    live,
    claim,
    manual,
    undo,
    before,
    kept,
    meanwhile,
    reason,
    approval,
    timeline,
    watched,
    tookMs,
  } = facts;
  const verdict = verdictOf(facts);
  const done = outcomes.filter(({ status }) => status === 'done');
  return {
    kind: 'rewind-result',
    ...rest,
    ok: verdict === 'rolled-back',
    verdict,
    claim,
    areas:
      watched?.areas.map((one) => ({
        area: one.area,
        state: one.state,
        probes: [...one.probes],
        why: whyOf(one, watched),
      })) ?? null,
    environment: manifest.environment,
    snapshot: manifest.id,
    digest: approved.digest,
    recovery: approved.recovers !== undefined,
    applied: done.map(({ change }) => keyOf(change)),
    earlier: earlier.map(keyOf),
    failed: outcomes
      .filter(({ status }) => status !== 'done')
      .map(({ change, status, error }) => ({
        change: keyOf(change),
        status,
        code: error?.code ?? null,
        message: error?.message ?? null,
      })),
    remaining: 'notRead' in live || live.failures.length > 0 ? null : remainingOf(live).length,
    manual: manual.map(keyOf),
    undo,
    before,
    kept: kept.map(({ resource, what, since, drop }) => ({ resource, what, since, drop })),
    meanwhile: meanwhile.map((one) => ({ ...one })),
    unrecorded: facts.unrecorded,
    told: facts.told && {
      messages: facts.told.attempts.map(({ channel, phase, outcome, error }) => ({
        channel,
        phase,
        outcome,
        code: error?.code ?? null,
        message: error?.message ?? null,
      })),
      hindrance: facts.told.hindrance?.message ?? null,
    },
    durationMs: tookMs,
    timeline: [...timeline.entries],
    reason,
    approval: { ...approval, approvedBy: [...approval.approvedBy] },
  };
}

const failure = z.strictObject({
  kind: z.literal('rewind-failure'),
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  problems: z.array(z.string()),
  resource: z.string().nullable(),
  /** The run, and its attempt. */
  approval: z.strictObject({ url: z.string(), attempt: z.number() }),
});

/** Why a rollback stopped without a result: in its place, for `record`. */
export type RollbackFailure = z.infer<typeof failure>;

export const rollbackFailure = (error: RewindError, run: RollbackFailure['approval']): RollbackFailure => ({
  kind: 'rewind-failure',
  code: error.code,
  message: error.message,
  remedy: error.remedy,
  problems: [...error.problems],
  resource: error.resource ?? null,
  approval: run,
});

/** @param text JSON without secrets */
export async function writeResult(path: string, text: string): Promise<void> {
  makeFolder(dirname(path));
  await writeFile(path, `${text}\n`);
}

/** @throws RewindError plan-unreadable */
export function parseResult(content: unknown): RollbackResult | RollbackFailure {
  const parsed = z.discriminatedUnion('kind', [result, failure]).safeParse(content);
  if (parsed.success) return parsed.data;
  throw new RewindError('plan-unreadable', 'Another version of Rewind wrote the result file.', {
    problems: parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`),
  });
}
