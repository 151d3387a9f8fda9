import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { ChangeOutcome } from '../engine/apply.js';
import { RewindError } from '../runtime/errors.js';
import type { Manifest } from '../engine/manifest.js';
import { keyOf, type Plan, type PlannedChange } from '../engine/plan.js';
import type { Timeline } from './timeline.js';
import type { ApprovalRecord } from '../approval/approval-record.js';

const result = z.strictObject({
  kind: z.literal('rewind-result'),
  ok: z.boolean(),
  title: z.string(),
  environment: z.string(),
  snapshot: z.string(),
  digest: z.string(),
  applied: z.array(z.string()),
  failed: z.array(
    z.strictObject({
      change: z.string(),
      status: z.string(),
      code: z.string().nullable(),
      message: z.string().nullable(),
    }),
  ),
  /** Changes that a new plan would hold; null when production could not be read again. */
  planAfter: z.number().nullable(),
  manual: z.array(z.string()),
  undo: z.array(z.string()),
  durationMs: z.number(),
  /** What took how long, in milliseconds since the program began. */
  timeline: z.array(z.strictObject({ what: z.string(), from: z.number(), to: z.number() })),
  /** Commit that production serves now, as far as it is known; null when the deployment was not switched. */
  commit: z.string().nullable(),
  evidence: z.strictObject({
    requestedBy: z.string(),
    kind: z.enum(['reviewed', 'expedited', 'none', 'command line']),
    approvedBy: z.array(z.string()),
    skipped: z.string().nullable(),
    url: z.string().nullable(),
  }),
  report: z.strictObject({ markdown: z.string(), html: z.string() }),
});

/** What a rollback has come to: the document of `--json`, and the file that `record` reads. */
export type RollbackResult = z.infer<typeof result>;

export function rollbackResult(facts: {
  readonly ok: boolean;
  readonly title: string;
  readonly manifest: Manifest;
  readonly approved: Plan;
  readonly outcomes: readonly ChangeOutcome[];
  readonly left: readonly PlannedChange[] | null;
  readonly manual: readonly PlannedChange[];
  readonly undo: readonly string[];
  readonly evidence: ApprovalRecord;
  readonly timeline: Timeline;
  readonly commit: string | null;
  readonly report: RollbackResult['report'];
}): RollbackResult {
  const { ok, title, manifest, approved, outcomes, left, manual, undo, evidence, timeline, commit, report } = facts;
  const done = outcomes.filter(({ status }) => status === 'done');
  return {
    kind: 'rewind-result',
    ok,
    title,
    environment: manifest.environment,
    snapshot: manifest.id,
    digest: approved.digest,
    applied: done.map(({ change }) => keyOf(change)),
    failed: outcomes
      .filter(({ status }) => status !== 'done')
      .map(({ change, status, error }) => ({
        change: keyOf(change),
        status,
        code: error?.code ?? null,
        message: error?.message ?? null,
      })),
    planAfter: left === null ? null : left.length,
    manual: manual.map(keyOf),
    undo: [...undo],
    durationMs: timeline.totalMs(),
    timeline: [...timeline.entries],
    commit,
    evidence: { ...evidence, approvedBy: [...evidence.approvedBy] },
    report,
  };
}

/** @param text as JSON, with secrets already taken out */
export async function writeResult(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${text}\n`);
}

/** @throws RewindError plan-unreadable */
export function parseResult(content: unknown): RollbackResult {
  const parsed = result.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new RewindError('plan-unreadable', 'The result file is not one of this version.', {
    problems: parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`),
  });
}
