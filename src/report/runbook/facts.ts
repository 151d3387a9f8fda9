import type { Caller } from '../../config/callers.js';
import type { RewindConfig } from '../../config/schema.js';

/** The repository on GitHub. */
export interface RepositoryName {
  /** e.g. `https://github.com` */
  readonly server: string;
  /** `owner/name` */
  readonly name: string;
}

/** All that a runbook is rendered from. Nothing of it depends on the time or on the machine. */
export interface RunbookFacts {
  readonly config: RewindConfig;
  /** Path of the configuration from the root of the repository. */
  readonly configFile: string;
  /** Null: unknown, so the runbook has no links. */
  readonly repository: RepositoryName | null;
  /** Workflows that call Rewind for this configuration, by file name. */
  readonly callers: readonly Caller[];
  /** The command that renews the file. */
  readonly renew: string;
}

/** One part of the runbook, with a place for text of the team behind it. */
export interface Section {
  /** Plain words of ours, or Markdown in which all outside text is inert. Unique. */
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** Parts of it, a level lower. */
  readonly parts?: readonly Section[];
}

/** The workflow for a command; those that people can start come first. */
export const callerFor = ({ callers }: Pick<RunbookFacts, 'callers'>, purpose: string): Caller | null =>
  callers
    .filter(({ purposes }) => purposes.includes(purpose))
    .sort((a, b) => Number(b.inputs !== null) - Number(a.inputs !== null))[0] ?? null;

/**
 * True if only workflows keep what a command writes: only a step of a workflow uploads an artifact. A command line reads them
 * with a token, and what it writes stays on its machine (plan, journal, record, the snapshot for the undo).
 */
export const keptInWorkflows = ({ config }: Pick<RunbookFacts, 'config'>): boolean => config.store.kind === 'artifact';
