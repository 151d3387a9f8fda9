import type { DatabaseAddress } from '../services/postgres/database-url.js';

/** A scratch database. */
export interface DatabaseCopy {
  readonly address: DatabaseAddress;
  /** Its name on that server. */
  readonly database: string;
}
