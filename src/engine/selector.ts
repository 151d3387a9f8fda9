import { MARK_NAME, SNAPSHOT_ID } from './vocabulary.js';

/** How somebody names a snapshot. */
export type Selector =
  /** `latest` (0), `previous` (1), `~N`: N before the newest one from before the deployment that is live. */
  | { readonly kind: 'newest'; readonly back: number }
  | { readonly kind: 'id'; readonly id: string }
  /** 7 to 40 hexadecimal digits, lower case. */
  | { readonly kind: 'commit'; readonly sha: string }
  | { readonly kind: 'pull'; readonly number: number }
  | { readonly kind: 'time'; readonly at: Date }
  /** `name` null: any mark. */
  | { readonly kind: 'mark'; readonly name: string | null };

/** Completes the sentence "… must be". */
export const SELECTORS =
  'latest, previous, ~N, an id of "rewind list", a commit (7 to 40 hex digits), #PR, a time (2026-11-23T03:04Z), marked, or the name of a mark';

/** @returns undefined if the text names no snapshot. Pure; reads nothing. */
export function parseSelector(text: string): Selector | undefined {
  const given = text.trim();
  if (given === 'latest') return { kind: 'newest', back: 0 };
  if (given === 'previous') return { kind: 'newest', back: 1 };
  if (given === 'marked') return { kind: 'mark', name: null };
  if (SNAPSHOT_ID.test(given)) return { kind: 'id', id: given };
  const [, back] = /^~(\d{1,4})$/.exec(given) ?? [];
  if (back !== undefined) return { kind: 'newest', back: Number(back) };
  const [, number] = /^#([1-9]\d{0,9})$/.exec(given) ?? [];
  if (number !== undefined) return { kind: 'pull', number: Number(number) };
  if (/^[0-9a-f]{7,40}$/i.test(given)) return { kind: 'commit', sha: given.toLowerCase() };
  const at = parseTime(given);
  if (at !== undefined) return { kind: 'time', at };
  return MARK_NAME.test(given) ? { kind: 'mark', name: given } : undefined;
}

/** Date and time in the extended form of ISO 8601; UTC if it names no zone. */
function parseTime(text: string): Date | undefined {
  const [, day, time, zone] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?) ?(Z|UTC|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  if (day === undefined || time === undefined) return undefined;
  // The 31st of February would become a day in March.
  const midnight = new Date(`${day}T00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return undefined;
  const at = new Date(`${day}T${time}${zone === undefined || zone === 'UTC' ? 'Z' : zone}`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
