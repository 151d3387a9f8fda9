import type { Windows } from '../../config/windows.js';
import { deployState } from './index.js';

/** A deploy in a closed time that a person allowed. */
export interface Override {
  /** Login of the person, or user of the machine. */
  readonly by: string;
  readonly reason: string;
  /** Why deploys were closed. */
  readonly closed: string;
}

export interface Gate {
  readonly allowed: boolean;
  readonly why: string;
  /** Only where deploys are closed and a person allowed this one. */
  readonly override: Override | null;
}

/**
 * May a deploy go ahead now?
 * @param by who runs the command
 * @param reason of `--override-freeze`; null if it was not given
 * @returns null without a `windows` section
 */
export async function deployGate(
  windows: Windows | undefined,
  now: Date,
  by: string,
  reason: string | null,
): Promise<Gate | null> {
  if (windows === undefined) return null;
  const { open, why } = await deployState(windows, now);
  if (open || reason === null) return { allowed: open, why, override: null };
  const override = { by, reason, closed: why };
  return { allowed: true, why: overrideText(override), override };
}

export const overrideText = ({ by, reason, closed }: Override): string =>
  `${by} allowed a deploy: ${reason}. ${closed}`;

export const TO_OVERRIDE =
  'To deploy at this time, give a reason: --override-freeze "reason" (input override-freeze). Your name and the reason are recorded.';
