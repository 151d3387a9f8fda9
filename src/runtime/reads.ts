/** Milliseconds of a clock that never goes back. */
interface Monotonic {
  monotonic(): number;
}

/** When something was read: nothing that was written since is in it. */
export interface Moment {
  /** Milliseconds on the monotonic clock. */
  readonly at: number;
  /** Writes to the service that had ended. */
  readonly writes: number;
}

interface Reading {
  readonly since: Moment;
  readonly value: Promise<unknown>;
}

interface Service {
  readonly readings: Map<string, Reading>;
  /** Under way. */
  writing: number;
  /** Ended, with success or not. */
  writes: number;
}

/** A reading that is older than this is not used again. */
const LONGEST_MS = 60_000;

/**
 * What a run read moments ago, by service and name. A write to a service discards everything that was read from it before
 * the write ended: a read during the write may return the old state. A failure is not kept.
 */
export class Reads {
  private constructor(
    private readonly clock: Monotonic,
    private readonly services: Map<string, Service>,
    private readonly sharedMs: number,
  ) {}

  /** Those of one run. Nothing is shared unless the caller of `get` says how old it may be. */
  static ofRun(clock: Monotonic): Reads {
    return new Reads(clock, new Map(), 0);
  }

  /** The same, for steps that read the same state one after the other: `ask` sends a read once within this time. */
  sharing(maxAgeMs: number): Reads {
    return new Reads(this.clock, this.services, maxAgeMs);
  }

  get isSharing(): boolean {
    return this.sharedMs > 0;
  }

  now(service: string): Moment {
    return { at: this.clock.monotonic(), writes: this.of(service).writes };
  }

  /** Undefined if it was not read within the last `maxAgeMs`, or if something was written since. */
  get<T>(service: string, name: string, maxAgeMs: number): Promise<T> | undefined {
    const { readings, writing, writes } = this.of(service);
    const found = readings.get(name);
    if (found === undefined || writing > 0 || found.since.writes !== writes) return undefined;
    return this.clock.monotonic() - found.since.at < maxAgeMs ? (found.value as Promise<T>) : undefined;
  }

  /** Reads, and keeps the value. @param since when the oldest part of it was read; default: now */
  read<T>(service: string, name: string, read: () => Promise<T>, since = this.now(service)): Promise<T> {
    const { readings } = this.of(service);
    for (const [other, { since: then }] of readings) if (since.at - then.at > LONGEST_MS) readings.delete(other);
    const value = read();
    const own: Reading = { since, value };
    readings.set(name, own);
    value.catch(() => {
      if (readings.get(name) === own) readings.delete(name);
    });
    return value;
  }

  /** Reads, or takes what another step that shares has read. */
  ask<T>(service: string, name: string, read: () => Promise<T>): Promise<T> {
    if (!this.isSharing) return read();
    return this.get<T>(service, name, this.sharedMs) ?? this.read(service, name, read);
  }

  forget(service: string, name: string): void {
    this.of(service).readings.delete(name);
  }

  async write<T>(service: string, write: () => Promise<T>): Promise<T> {
    const found = this.of(service);
    found.writing += 1;
    try {
      return await write();
    } finally {
      found.writing -= 1;
      found.writes += 1;
      found.readings.clear();
    }
  }

  private of(service: string): Service {
    const found = this.services.get(service) ?? { readings: new Map<string, Reading>(), writing: 0, writes: 0 };
    this.services.set(service, found);
    return found;
  }
}
