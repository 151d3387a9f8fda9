import { describeApproval } from '../../approval/approval-record.js';
import { openOrNewRecorder } from '../../cli/incident.js';
import type { Claim } from '../../engine/claim.js';
import type { Manifest } from '../../engine/manifest.js';
import { keyOf, type PlannedChange } from '../../engine/plan.js';
import { describeState } from '../../engine/provider.js';
import { obligationsAfter } from '../../incident/obligations.js';
import type { Recorder } from '../../incident/record.js';
import { digestOf } from '../../runtime/digest.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Run } from './run.js';

export interface Outcome {
  readonly ok: boolean;
  readonly title: string;
  readonly claim: Claim;
  readonly failed: readonly PlannedChange[];
  /** The state before the rollback; null if no snapshot was taken. */
  readonly before: Manifest | null;
}

/** What a rollback writes into the record of the incident. A record that cannot be written never stops a rollback. */
export class IncidentLog {
  private recorder: Promise<Recorder> | undefined;

  constructor(private readonly run: Run) {}

  /** Before the first change. Opens an incident if none is open. */
  async begun(): Promise<void> {
    const { approved, approval, timeline } = this.run;
    const { digest, snapshot, database, changes, createdAt } = approved;
    await this.attempt(async (recorder) => {
      const planned = { digest, snapshot, database, changes: changes.length, plannedAt: createdAt };
      await recorder.add('planned', planned, `planned:${digest}`);
      const approvedBy = [...approval.approvedBy];
      await recorder.add('approved', { digest, how: describeApproval(approval), by: approvedBy }, `approved:${digest}`);
      timeline.add('record of the incident', timeline.totalMs(), timeline.totalMs());
    });
  }

  /** After the verification: the outcome, and what is now to be undone or finished. @returns the id of the incident */
  async ended({ ok, title, claim, failed, before }: Outcome): Promise<string | null> {
    const { approved, journal, resources } = this.run;
    const { digest, snapshot } = approved;
    const left = new Set(failed.map(keyOf));
    const done = approved.changes.filter((change) => !left.has(keyOf(change)));
    const startedAt = journal.log.entries().find(({ event }) => event === 'run')?.at ?? approved.createdAt;
    const obligations = obligationsAfter({
      digest,
      snapshot,
      done,
      holds: new Set(resources.flatMap(({ id, provider }) => (provider.capabilities?.hold === undefined ? [] : [id]))),
      commit: commitOf(this.run, before),
    });
    await this.attempt(async (recorder) => {
      // First: a run that is killed after the next line must not leave something temporary without a word.
      for (const obligation of obligations) {
        await recorder.add('obligation', obligation, `obligation:${obligation.id}:${digest}`);
      }
      const outcome = { digest, ok, failed: [...left] };
      await recorder.add(
        'rolled-back',
        { ...outcome, snapshot, title, done: done.map(keyOf), startedAt },
        `rolled-back:${digestOf(outcome)}`,
      );
      await recorder.add('verified', { digest, ok, statement: claim.sentence }, `verified:${digestOf(outcome)}`);
    });
    return (await this.recorder?.catch(() => null))?.incident ?? null;
  }

  private async attempt(write: (recorder: Recorder) => Promise<void>): Promise<void> {
    const { session, project, approved } = this.run;
    try {
      const title = session.inputs.reason ?? `Rollback to snapshot ${approved.snapshot}`;
      this.recorder ??= openOrNewRecorder(session, project, title);
      await write(await this.recorder);
    } catch (error) {
      session.context.log.warn(
        `The record of the incident could not be written: ${asRewindError(error).message} The rollback goes on.`,
      );
    }
  }
}

/** The commit that served production before the rollback. */
function commitOf({ resources }: Run, before: Manifest | null): string | null {
  const found = before?.resources.map(({ id, state }) => {
    const provider = resources.find((resource) => resource.id === id)?.provider;
    return provider === undefined ? undefined : describeState(provider, state).commit;
  });
  return found?.find((commit) => commit !== undefined) ?? null;
}
