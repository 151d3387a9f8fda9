import type { Context } from '../../runtime/context.js';

interface Reading {
  readonly value: unknown;
  /** Before the request was sent, on the monotonic clock. */
  readonly begun: number;
  /** Writes that had ended then. */
  readonly writes: number;
}

const runs = new WeakMap<Context['memory'], Recent>();

/** What a run read from Vercel moments ago, by name. A write to Vercel makes all of it invalid. */
export class Recent {
  private readonly readings = new Map<string, Reading>();
  private writing = 0;
  private writes = 0;

  private constructor(private readonly clock: Context['clock']) {}

  /** The one of a run. */
  static of(ctx: Context): Recent {
    const found = runs.get(ctx.memory) ?? new Recent(ctx.clock);
    runs.set(ctx.memory, found);
    return found;
  }

  /** Undefined if there is none that was read within the last `maxAgeMs` and after the last write. */
  get<T>(name: string, maxAgeMs: number): T | undefined {
    const found = this.readings.get(name);
    if (found === undefined || this.writing > 0 || found.writes !== this.writes) return undefined;
    return this.clock.monotonic() - found.begun <= maxAgeMs ? (found.value as T) : undefined;
  }

  /** Reads, and keeps the value. @param begun when the oldest part of it was read, on the monotonic clock; default: now */
  async read<T>(name: string, read: () => Promise<T>, begun = this.clock.monotonic()): Promise<T> {
    const { writes } = this;
    const value = await read();
    this.readings.set(name, { value, begun, writes });
    return value;
  }

  async write<T>(write: () => Promise<T>): Promise<T> {
    this.writing += 1;
    try {
      return await write();
    } finally {
      this.writing -= 1;
      this.writes += 1;
    }
  }
}
