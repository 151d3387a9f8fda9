import { types } from 'node:util';
import { ERROR_CODES, type ErrorCode } from './error-codes.js';
import { isLoadFailure } from './load-failure.js';
import { indented } from './text.js';

export interface ErrorDetails {
  /** Id of the resource as in the configuration, where there is one. */
  readonly resource?: string | undefined;
  /** What to do next; replaces the general remedy of the error code. */
  readonly remedy?: string | undefined;
  readonly cause?: unknown;
  /** Several problems, one line each. */
  readonly problems?: readonly string[] | undefined;
  /** True: nothing was written, because the failure came before the first write. */
  readonly unwritten?: boolean | undefined;
  /** True: a write was sent, and nothing says whether it is in effect. */
  readonly uncertain?: boolean | undefined;
  /** Milliseconds that the service asks to wait before the next attempt. */
  readonly retryAfterMs?: number | undefined;
}

/** The only error class that Rewind throws on purpose. `message` says what happened and never holds a secret. */
export class RewindError extends Error {
  override readonly name: string = 'RewindError';
  readonly code: ErrorCode;
  readonly resource: string | undefined;
  readonly remedy: string;
  readonly problems: readonly string[];
  readonly unwritten: boolean;
  readonly uncertain: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause });
    this.code = code;
    this.resource = details.resource;
    this.remedy = details.remedy ?? ERROR_CODES[code].remedy;
    this.problems = details.problems ?? [];
    this.unwritten = details.unwritten ?? false;
    this.uncertain = details.uncertain ?? false;
    this.retryAfterMs = details.retryAfterMs;
  }

  /** Exit status of the process: 1 failed, 2 nothing was changed. */
  get exitStatus(): 1 | 2 {
    return ERROR_CODES[this.code].exit;
  }
}

/** The message of any thrown value. */
export function messageOf(error: unknown): string {
  // isNativeError rather than instanceof: it also holds for errors of another realm.
  return types.isNativeError(error) ? error.message : String(error);
}

/** Turns any thrown value into a RewindError; an unexpected one becomes `internal`. */
export function asRewindError(error: unknown, resource?: string): RewindError {
  if (error instanceof RewindError) {
    if (resource === undefined || error.resource !== undefined) return error;
    const { code, message, remedy, problems, unwritten, uncertain, retryAfterMs, cause } = error;
    return new RewindError(code, message, { resource, remedy, problems, unwritten, uncertain, retryAfterMs, cause });
  }
  if (isLoadFailure(error)) {
    const message = `A part of the program could not be loaded: ${messageOf(error)}`;
    return new RewindError('program-damaged', message, { cause: error, resource });
  }
  const code: ErrorCode = isDiskFull(error) ? 'disk-full' : isAbort(error) ? 'cancelled' : 'internal';
  return new RewindError(code, messageOf(error), { cause: error, resource });
}

/** Work before the first write: its failure means that nothing was written. @throws RewindError `unwritten` */
export async function beforeWrite<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    const { code, message, resource, remedy, problems, retryAfterMs } = asRewindError(thrown);
    throw new RewindError(code, message, { resource, remedy, problems, retryAfterMs, unwritten: true, cause: thrown });
  }
}

/**
 * The failure after a write was sent: nothing says whether the write is in effect.
 * @param sent what was sent, as a sentence without a full stop
 */
export function uncertain(sent: string, thrown: unknown): RewindError {
  const { code, message, resource, remedy, problems, retryAfterMs } = asRewindError(thrown);
  const details = { resource, remedy, problems, retryAfterMs, uncertain: true, cause: thrown };
  return new RewindError(code, `${sent}, and the result is unknown: ${message}`, details);
}

function isDiskFull(error: unknown): boolean {
  return types.isNativeError(error) && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

function isAbort(error: unknown): boolean {
  return types.isNativeError(error) && error.name === 'AbortError';
}

/** What happened and what to do, where one sentence has place. Without a full stop at its end. */
export function whyOf(error: unknown, resource?: string): string {
  const { message, remedy } = asRewindError(error, resource);
  return `${message.replace(/\.$/, '')}. ${remedy.replace(/\.$/, '')}`;
}

/** The error as text: message, meaning and remedy. */
export function explain(error: RewindError): string {
  const where = error.resource === undefined ? '' : `[${error.resource}] `;
  const remedy = indented(error.remedy);
  const lines = [
    `${where}${indented(error.message)}  [${error.code}]`,
    ...error.problems.map((problem) => `  - ${indented(problem)}`),
  ];
  // The message already names the input and its allowed values; the remedy is a usage line or a full sentence.
  if (error.code === 'input-invalid') return [...lines, `  ${remedy}`].join('\n');
  return [...lines, `  What it means: ${ERROR_CODES[error.code].meaning}`, `  What to do: ${remedy}`].join('\n');
}
