import type { Project, Session } from '../../cli/session.js';
import type { CommonInputs } from '../../cli/flags.js';
import type { PhaseClock } from '../../engine/drill-phases.js';
import type { ResourceCheck } from '../../engine/drill-record.js';
import type { Resource } from '../../engine/resources.js';

/** What the parts of one drill share. */
export interface Drill {
  readonly session: Session<CommonInputs & { readonly snapshot: string; readonly random: boolean }>;
  readonly project: Project;
  /** Those of the scope, and those that only back a database up. */
  readonly resources: readonly Resource[];
  readonly phases: PhaseClock;
  /** Id of the drill; scratch objects are named after it. */
  readonly id: string;
}

/** Asks all parts of a drill in turn. @returns their checks, in order */
export type Part = (drill: Drill) => Promise<readonly ResourceCheck[]>;
