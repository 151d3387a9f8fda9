import type { z } from 'zod';
import type { ClockSkew } from './clock-skew.js';
import type { Json } from './json.js';
import type { Reads } from './reads.js';

/** Time, injected. */
export interface Clock {
  now(): Date;
  /** Milliseconds of a clock that never goes back; for durations. */
  monotonic(): number;
  /** @throws AbortError when the signal fires first */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The line of a repository file that a message is about; Actions shows the message there. */
export interface SourceLocation {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly title?: string | undefined;
}

export interface Logger {
  debug(message: string): void;
  info(message: string, at?: SourceLocation): void;
  warn(message: string, at?: SourceLocation): void;
  error(message: string, at?: SourceLocation): void;
}

/** Keeps secrets out of all clear output. */
export interface Masker {
  /**
   * Registers a secret before anything can print it. Ignores values under 4 characters and words that are settings (`true`,
   * `production`): they would mask ordinary text.
   */
  add(secret: string): void;
  /** Names of our own output (resources, providers, the environment) are never masked, even if a secret is the same word. */
  allow(names: Iterable<string>): void;
  /** The text with every registered secret (also URL-, base64- and JSON-encoded) replaced by ***. */
  redact(text: string): string;
  /** True if the runner would drop an output with this text: it holds an announced secret. */
  spoils(text: string): boolean;
}

/** Reads environment variables, by the names that each ecosystem uses (VERCEL_TOKEN, DATABASE_URL …). */
export interface Env {
  /** A setting without a secret. Not masked. Undefined if unset or empty. */
  text(name: string): string | undefined;
  /**
   * A base URL without its trailing slashes, or the default. Not masked.
   * @throws RewindError address-refused: credentials would travel in clear, or stand in the URL
   */
  url(name: string, fallback: string): string;
  /** A credential. Masked. Undefined if unset or empty. */
  secret(name: string): string | undefined;
  /** A required credential. Masked. @throws RewindError credential-missing, naming the variable */
  require(name: string, resource?: string): string;
  /**
   * A required credential for an HTTP header, without the white space around it. Masked.
   * @throws RewindError credential-missing; input-invalid if no header can hold it
   */
  token(name: string, resource?: string): string;
  /** Resolves `${NAME}` as written in rewind.yml. @throws RewindError credential-missing */
  resolve(reference: string, resource?: string): string;
}

/** Reports a long step: amount, rate, time left. */
export interface Progress {
  /** @param done and total in `unit` (default bytes); total null when unknown */
  update(done: number, total?: number | null): void;
  end(note?: string): void;
}

/** The outside world, one per run. No other code reads the environment, the clock or randomness. */
export interface Context {
  readonly clock: Clock;
  /** In [0, 1); jitter only, never for secrets. */
  readonly random: () => number;
  /** Hex of n random bytes; for names and ids. */
  readonly randomHex: (bytes: number) => string;
  readonly http: HttpClient;
  /** What this run read from services moments ago. `http` counts in it; clients that do not use `http` call it. */
  readonly reads: Reads;
  /** What the answers to `http` say about the clock of this machine. */
  readonly skew: ClockSkew;
  /** For streamed downloads; all other requests use `http`. */
  readonly fetch: typeof fetch;
  readonly log: Logger;
  readonly masker: Masker;
  readonly env: Env;
  /** Secrets that this run received and cannot read a second time, by id. In memory only. */
  readonly memory: Map<string, string>;
  /** Fires on SIGINT/SIGTERM and at the run's deadline. */
  readonly signal: AbortSignal;
  /** Scratch directory (0700) of this run, on local disk, removed at its end. */
  readonly scratch: string;
  /** Root of the checked-out repository; paths in rewind.yml are relative to it. */
  readonly root: string;
  /**
   * Ids of the current resource and snapshot; empty outside of one. Use them in messages and in names of objects that a
   * rollback leaves behind (a kept database).
   */
  readonly resource: string;
  readonly snapshotId: string;
  /** True if Rewind may install a missing PostgreSQL client (`--install-client`). */
  readonly mayInstall: boolean;
  /** The environment for child processes, without Rewind's own credentials; add what the child needs. */
  readonly childEnv: Readonly<Record<string, string>>;
  /**
   * Comparable stand-in for a secret value: equal values give equal fingerprints within one snapshot (outside of one,
   * within one run), and guessing is slow. Hex, 32 characters.
   */
  fingerprint(value: string): Promise<string>;
  progress(what: string, unit?: 'bytes' | 'rows' | 'items'): Progress;
}

/** One request to a service. */
export interface HttpRequest {
  /** Name of the service, for messages: "Vercel". */
  readonly service: string;
  /** The operation, for messages: "read project prj_1". */
  readonly what: string;
  readonly resource?: string | undefined;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly json?: Json | undefined;
  /** Sent instead of json: a form or a text with its own content-type header. */
  readonly body?: string | undefined;
  /**
   * GET, PUT and DELETE are retried on 429, 5xx, a timeout and a broken connection. Other methods are retried on 429 (the
   * service did not execute the request), and on the rest only if this is true: a repetition does no harm.
   */
  readonly repeatable?: boolean | undefined;
  /** The missing permission if the response is 403; the error names it. */
  readonly permission?: string | undefined;
  /** The variable that holds the credential; the error of a 401 names it. */
  readonly credential?: string | undefined;
  /** Statuses (besides 2xx) that are results, not failures, e.g. [404]. */
  readonly accept?: readonly number[] | undefined;
  /** Milliseconds for all attempts together; default 120,000. */
  readonly deadlineMs?: number | undefined;
  /**
   * Longest pause, in milliseconds, for a limit whose end the service gives as a time of day: the clock of this machine may
   * be wrong, and the limit may end before. Default: until that time.
   */
  readonly longestResetMs?: number | undefined;
  /**
   * For a service that does not speak JSON, or whose headers say what failed: parses a response, and the body of a failure.
   * It throws for text that is not from the service.
   */
  readonly decode?: ((text: string, headers: Headers) => unknown) | undefined;
  /** True for a refusal that is a rate limit, although its status is not 429. */
  readonly isThrottled?: ((body: unknown) => boolean) | undefined;
  /** Bytes of the response, decompressed; default 50,000,000. More is the error too-large, except with `readMs`. */
  readonly maxBytes?: number | undefined;
  /**
   * For lines that come as they are written: the time to read them, in milliseconds. The response are the full lines that
   * came until then, until `maxBytes`, or until the service ended it. Such a request does not count for the limit per host.
   */
  readonly readMs?: number | undefined;
}

export interface HttpResponse<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: T;
}

/** What a client needs of a schema: every schema of zod is one. */
export interface AnswerSchema<T> {
  safeParse(given: unknown): z.ZodSafeParseResult<T>;
}

/** The only HTTP client: retries, Retry-After, jitter, deadline, per-host concurrency, typed errors. */
export interface HttpClient {
  /**
   * Sends the request and parses the response, JSON unless there is a `decode`, with the schema (an empty body is parsed as
   * `undefined`).
   * @throws HttpFailure
   */
  request<T>(request: HttpRequest, schema: AnswerSchema<T>): Promise<HttpResponse<T>>;
}
