import type { Manifest } from '../../engine/manifest.js';
import type { NamedFlags } from '../../services/flags/named.js';
import type { Finding } from '../../runtime/finding.js';
import type { FindingCode } from '../../runtime/finding-codes.js';
import { age } from '../../runtime/progress.js';

/** Flags of the diff that are named in findings. */
const SHOWN = 5;
const HOW =
  'Add the label flag:KEY, or a line "Rewind-Flag: KEY" to the description. If no flag can switch it off, write "Rewind-Flag: none: reason".';

export interface MajorChange {
  /** Why the change is major, a sentence. */
  readonly why: string;
  /** Null: there is no pull request to ask, e.g. on a command line. */
  readonly named: NamedFlags | null;
  /** Known keys in the diff, if the pull request names none. */
  readonly inDiff: readonly string[];
  readonly known: KnownFlags;
}

/** The flags of production as the newest snapshot shows them. */
export interface KnownFlags {
  /** Null: there is none. */
  readonly snapshot: Pick<Manifest, 'id' | 'createdAt'> | null;
  /** By key, whether it is on; null: the snapshot holds no flags. */
  readonly flags: ReadonlyMap<string, boolean> | null;
}

/** Says whether a flag switches a major change off. Pure. */
export function flagFindings({ why, named, inDiff, known }: MajorChange, now: Date): Finding[] {
  const { keys, none, malformed } = named ?? { keys: [], none: null, malformed: [] };
  if (keys.length > 0 || malformed.length > 0) {
    return [...malformed.map(noKey), ...keys.map((key) => stateOf(key, why, known, now))];
  }
  if (none !== null) {
    return [
      {
        level: 'info',
        code: 'major-flag-waived',
        message: `${why} It says that no flag switches it off: ${none}`,
        remedy: 'Decide in the review whether a rollback of the code is enough.',
      },
    ];
  }
  const off = inDiff.filter((key) => known.flags?.get(key) === false);
  const found = (off.length > 0 ? off : inDiff).slice(0, SHOWN);
  if (found.length > 0) return found.map((key) => stateOf(key, why, known, now));
  const asked =
    named === null ? ' Labels and description are unknown here, outside of the check of a pull request.' : '';
  return [
    {
      level: named === null ? 'warning' : 'error',
      code: 'major-flag-missing',
      message: `${why} It names no flag that switches it off.${asked}`,
      remedy: HOW,
    },
  ];
}

const noKey = (text: string): Finding => ({
  level: 'error',
  code: 'major-flag-missing',
  message:
    text === 'none'
      ? 'The pull request says that no flag switches it off, without a reason.'
      : `"${text}" in the label or the description is not the key of a flag.`,
  remedy: HOW,
});

function stateOf(key: string, why: string, { snapshot, flags }: KnownFlags, now: Date): Finding {
  const tell = (level: Finding['level'], code: FindingCode, message: string, remedy?: string): Finding => ({
    level,
    code,
    message,
    ...(remedy === undefined ? {} : { remedy }),
  });
  if (snapshot === null || flags === null) {
    const reason = snapshot === null ? 'there is no snapshot' : `snapshot ${snapshot.id} holds no flags`;
    return tell(
      'warning',
      'major-flag-unchecked',
      `Whether the flag "${key}" exists and is off is unknown: ${reason}.`,
      'Configure the flags as a resource and take a snapshot. Until then, look at the flag by hand.',
    );
  }
  const when = `as of snapshot ${snapshot.id}, ${age(now.getTime() - Date.parse(snapshot.createdAt))} ago`;
  const on = flags.get(key);
  if (on === undefined) {
    return tell(
      'error',
      'major-flag-unknown',
      `${why} Its flag "${key}" does not exist, ${when}.`,
      'Correct the key. If the flag is newer than the snapshot, run the snapshot workflow, then this check again.',
    );
  }
  return on
    ? tell(
        'error',
        'major-flag-on',
        `${why} Its flag "${key}" is on in production, ${when}: a deploy would show the change to users at once.`,
        'Turn the flag off and run the snapshot workflow, or name another flag.',
      )
    : tell('info', 'major-flag-off', `${why} The flag "${key}" switches it off; it is off in production, ${when}.`);
}
