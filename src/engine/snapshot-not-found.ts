import { RewindError } from '../runtime/errors.js';
import { sentences } from '../runtime/text.js';
import type { History } from './history.js';

/** How one comes to a snapshot. */
export const TAKE_ONE = 'Run "rewind snapshot" before each deploy; see examples/pre-deploy-snapshot.yml.';

/** What to do about a time that is not believed: a clock that is behind sees each new snapshot in the future. */
export const CHECK_CLOCKS = 'Check the clock of this machine, and of the one that took the snapshot.';

/** What to do if another environment is meant. */
export const OTHER_ENVIRONMENT =
  'If you mean another environment, use its configuration: --config FILE, or correct "environment" in rewind.yml.';

/** @param others a sentence that names the other environments of the store; '' if there are none */
export function noneYet({ environment }: Pick<History, 'environment'>, others = ''): RewindError {
  return new RewindError(
    'snapshot-not-found',
    sentences(`The store has no snapshot of "${environment}" yet.`, others),
    { remedy: others === '' ? TAKE_ONE : `${TAKE_ONE} ${OTHER_ENVIRONMENT}` },
  );
}

/** What a search without a result met. */
interface Search {
  /** Marks that exist. */
  readonly marks?: readonly string[];
  /** Snapshots that do not count, and why. */
  readonly others?: string;
  /** How many older ones were not looked at. */
  readonly unread?: number;
  /** Why the newest snapshot with a time that is not believed does not count, as a sentence. */
  readonly time?: string | undefined;
}

export function notFound(
  history: History,
  which: string,
  { scope }: { readonly scope: readonly string[] | null },
  { marks = [], others = '', unread = 0, time }: Search = {},
): RewindError {
  if (history.ids.length === 0) return noneYet(history);
  const of = scope === null ? '' : ` (scope: ${scope.join(', ')})`;
  const passed = others === '' ? '' : ` Snapshots that do not count: ${others}.`;
  const beyond =
    unread > 0 ? ` ${unread === 1 ? 'The older one was' : `The ${unread} older ones were`} not looked at.` : '';
  const remedy =
    marks.length > 0
      ? `The store has the marks ${marks.join(', ')}. Run "rewind list".`
      : unread > 0
        ? 'Name a snapshot: an id of "rewind list", a mark, a commit or a time.'
        : time === undefined
          ? undefined
          : `${time} ${CHECK_CLOCKS} "rewind list" says of each why it cannot be used.`;
  return new RewindError(
    'snapshot-not-found',
    `No snapshot of "${history.environment}" ${which}${of}.${passed}${beyond}`,
    remedy === undefined ? {} : { remedy },
  );
}

/** `previous` and `~N` name a place in a list that is too short. @param counts how many snapshots are in it */
export function tooFew(history: History, text: string, back: number, counts: number): RewindError {
  const have = counts === 1 ? 'only one snapshot counts' : `only ${counts} snapshots count`;
  return new RewindError(
    'snapshot-not-found',
    `"${text}" is the snapshot ${back === 1 ? 'before the newest one' : `${back} before the newest one`}, but ${have} in "${history.environment}".`,
    { remedy: 'Use "latest", or name a snapshot by an id of "rewind list".' },
  );
}
