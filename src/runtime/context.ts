import type { z } from 'zod';
import type { Json } from './json.js';

/** Time, injected. */
export interface Clock {
  now(): Date;
  /** Milliseconds of a clock that never goes back; for durations. */
  monotonic(): number;
  /** @throws AbortError when the signal fires first */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A line of a file of the repository that a message is about; in Actions it is shown there. */
export interface SourceLocation {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly title?: string;
}

export interface Logger {
  debug(message: string): void;
  info(message: string, at?: SourceLocation): void;
  warn(message: string, at?: SourceLocation): void;
  error(message: string, at?: SourceLocation): void;
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
  /** Secrets that this run received and cannot read again, by id. In memory only. */
  readonly memory: Map<string, string>;
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

/** One request to a service. */
export interface HttpRequest {
  /** Name of the service, for messages: "Vercel". */
  readonly service: string;
  /** What is being done, for messages: "read project prj_1". */
  readonly what: string;
  readonly resource?: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: Json;
  /** Sent instead of json: a form or a text with its own content-type header. */
  readonly body?: string;
  /**
   * GET, PUT and DELETE are repeated on 429, 5xx, time-out and a broken connection. Others are repeated only when this is
   * true (repeating cannot do harm), and on 429 in any case: a refused request was not carried out.
   */
  readonly repeatable?: boolean;
  /** Which permission is missing when the answer is 403; named in the error. */
  readonly permission?: string;
  /** Statuses (beside 2xx) that are answers rather than failures, e.g. [404]. */
  readonly accept?: readonly number[];
  /** Milliseconds for all tries together; default 120,000. */
  readonly deadlineMs?: number;
}

export interface HttpResponse<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: T;
}

/** The one way to talk HTTP: retries, Retry-After, jitter, deadline, per-host concurrency, typed errors. */
export interface HttpClient {
  /**
   * Sends, and parses the JSON answer with the schema (an empty body is parsed as `undefined`).
   * @throws HttpFailure
   */
  request<T>(request: HttpRequest, schema: z.ZodType<T>): Promise<HttpResponse<T>>;
}
