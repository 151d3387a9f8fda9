import type { Clock } from '../runtime/context.js';

/** A part of a drill, and the time that it took without the parts inside it. */
export interface SpentPhase {
  readonly name: string;
  readonly ms: number;
}

/** Time in which no phase was open. */
export const BETWEEN = 'between the phases';

/**
 * Splits the time of a drill into phases. At each moment the phase that was opened last takes the time, so the sum of the
 * phases is the time of the drill, also when phases lie inside each other or run at once.
 */
export class PhaseClock {
  private readonly open: string[] = [];
  private readonly spent = new Map<string, number>();
  private last: number;

  constructor(private readonly clock: Pick<Clock, 'monotonic'>) {
    this.last = clock.monotonic();
  }

  /** Runs a part. Its error passes through, and its time counts. */
  readonly run = async <T>(name: string, part: () => Promise<T>): Promise<T> => {
    this.charge();
    this.open.push(name);
    try {
      return await part();
    } finally {
      this.charge();
      this.open.splice(this.open.lastIndexOf(name), 1);
    }
  };

  /** The phases up to now, in the order in which they took time first. Milliseconds, with fractions. */
  phases(): SpentPhase[] {
    this.charge();
    return [...this.spent].map(([name, ms]) => ({ name, ms }));
  }

  private charge(): void {
    const now = this.clock.monotonic();
    const name = this.open.at(-1) ?? BETWEEN;
    if (now > this.last) this.spent.set(name, (this.spent.get(name) ?? 0) + now - this.last);
    this.last = now;
  }
}
