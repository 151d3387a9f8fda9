import type { CatalogueEntry } from './error-codes/entry.js';
import { DATABASE_ERRORS } from './error-codes/database.js';
import { ROLLBACK_ERRORS } from './error-codes/rollback.js';
import { SERVICE_ERRORS } from './error-codes/service.js';
import { SNAPSHOT_ERRORS } from './error-codes/snapshot.js';
import { USAGE_ERRORS } from './error-codes/usage.js';

/** Every error that Rewind throws on purpose. `docs/errors.md` is generated from it. */
export const ERROR_CODES = {
  ...USAGE_ERRORS,
  ...SNAPSHOT_ERRORS,
  ...ROLLBACK_ERRORS,
  ...SERVICE_ERRORS,
  ...DATABASE_ERRORS,
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERROR_CODES;

const OF_STORE: readonly ErrorCode[] = ['store-unreadable', 'store-write-failed', 'disk-full'];

/** True for an error of the place where snapshots and journals lie: by itself it says nothing of production. */
export const isOfStore = (code: ErrorCode): boolean => OF_STORE.includes(code);

/** True for an answer of a service, or for none. */
export const isOfService = (code: ErrorCode): boolean => code.startsWith('api-');
