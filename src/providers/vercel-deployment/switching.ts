import type { Context } from '../../runtime/context.js';
import type { Moment } from '../../runtime/reads.js';
import type { Project } from '../../services/vercel/deployments.js';
import type { Client } from './client.js';
import type { Config } from './config.js';

export interface Switch {
  readonly method: 'rollback' | 'promote';
  readonly to: string;
  readonly domains: readonly string[];
}

/** One switch of production and its clients. */
export interface Switching {
  readonly desired: Switch;
  readonly vercel: Client;
  readonly config: Config;
  readonly ctx: Context;
  /** Shown in Vercel's dashboard for a rollback; default: names the snapshot. */
  readonly note?: string;
}

/** What the last reads of a switch showed. */
export interface Switched {
  readonly project: Project;
  /** The deployment that each domain serves. */
  readonly serving: ReadonlyMap<string, string | null>;
  /** When the domains were read first: those that did not lag were not read again. */
  readonly since: Moment;
}
