import type { ApprovalRecord } from '../../approval/approval-record.js';
import type { Teller } from '../../channels/beside.js';
import type { Project } from '../../cli/session.js';
import type { Manifest } from '../../engine/manifest.js';
import type { Plan } from '../../engine/plan.js';
import type { Trust } from '../../engine/trust.js';
import type { Resource } from '../../engine/resources.js';
import type { Timeline } from '../../report/timeline.js';
import type { Lock } from '../../store/lock.js';
import type { OpenJournal } from './approved-plan.js';
import type { RollbackSession } from './flags.js';

/** Everything that the steps of one rollback share. */
export interface Run {
  readonly session: RollbackSession;
  readonly project: Project;
  readonly approved: Plan;
  readonly manifest: Manifest;
  /** The release capture of the plan; null if it has none. */
  readonly release: Manifest | null;
  readonly trust: Trust;
  readonly approval: ApprovalRecord;
  readonly resources: readonly Resource[];
  readonly journal: OpenJournal;
  readonly lock: Lock;
  readonly timeline: Timeline;
  readonly teller: Teller;
}
