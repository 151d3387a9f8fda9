import type { HttpClient } from './core/http.js';

/** Time, injected. */
export interface Clock {
  now(): Date;
  /** Milliseconds of a clock that never goes back; for durations. */
  monotonic(): number;
  /** @throws AbortError when the signal fires first */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A line of a file of the repository that a message is about; in Actions it is shown there. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly title?: string;
}

export interface Logger {
  debug(message: string): void;
  info(message: string, at?: Place): void;
  warn(message: string, at?: Place): void;
  error(message: string, at?: Place): void;
}

/** Keeps secrets out of everything that is printed or written in clear. */
export interface Masker {
  /** Registers a secret before anything can print it. Values under 4 characters are ignored (they would mask all). */
  add(secret: string): void;
  /** The text with every registered secret (also URL-, base64- and JSON-encoded) replaced by ***. */
  redact(text: string): string;
}

/** Credentials and addresses, by the names that each ecosystem uses (VERCEL_TOKEN, DATABASE_URL …). */
export interface Credentials {
  /** Undefined when unset or empty. Every value handed out except addresses is already masked. */
  get(name: string): string | undefined;
  /** @throws RewindError credential-missing, naming the variable */
  require(name: string, resource?: string): string;
  /** Resolves `${NAME}` as written in rewind.yml. @throws RewindError credential-missing */
  resolve(reference: string, resource?: string): string;
  /** An address: the variable's value, or the default. Not masked. */
  address(name: string, fallback: string): string;
}

/** Reports a long step: what, how much, how fast, how long still. */
export interface Progress {
  /** @param done and total in `unit` (default bytes); total null when unknown */
  update(done: number, total?: number | null): void;
  end(note?: string): void;
}

/** What every part of Rewind gets from outside. Nothing else reads the environment, the clock or chance. */
export interface Context {
  readonly clock: Clock;
  /** In [0, 1); jitter only, never for secrets. */
  readonly random: () => number;
  /** Hex of n random bytes; for names and ids. */
  readonly randomHex: (bytes: number) => string;
  readonly http: HttpClient;
  /** For downloads that are streamed; everything else goes through `http`. */
  readonly fetch: typeof fetch;
  readonly log: Logger;
  readonly masker: Masker;
  readonly credentials: Credentials;
  /** Fires on SIGINT/SIGTERM and at the run's deadline. */
  readonly signal: AbortSignal;
  /** Scratch directory (0700) of this run, on local disk, removed at its end. */
  readonly scratch: string;
  /** Root of the checked-out repository; paths in rewind.yml are relative to it. */
  readonly root: string;
  /**
   * Id of the resource being worked on, and of the snapshot in hand (taken, or being restored).
   * Use them in names of things left behind (a kept database) and in messages.
   */
  readonly resource: string;
  readonly snapshotId: string;
  /** True on a runner that was told so: a missing client of PostgreSQL may be installed. */
  readonly mayInstall: boolean;
  /** The environment for child processes, without Rewind's own credentials; add what the child needs. */
  readonly childEnv: Readonly<Record<string, string>>;
  /**
   * Comparable stand-in for a secret value: equal values give equal fingerprints within one snapshot (its salt), and
   * guessing is slow. Hex, 32 characters.
   */
  fingerprint(value: string): Promise<string>;
  progress(what: string, unit?: 'bytes' | 'rows' | 'items'): Progress;
}
