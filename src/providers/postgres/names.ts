import { sha256 } from '../../runtime/digest.js';

/** PostgreSQL cuts names after 63 bytes; the rest is for a suffix such as `_2`. */
const LONGEST = 60;

/** Name of a kept previous database. Names that must be cut carry a hash of the whole name, so that they still differ. */
export function derivedName(database: string, what: 'new' | 'before', snapshot: string): string {
  return fitted(database, `_${what}_${snapshotPart(snapshot)}`);
}

/** Name of the database that a restore fills. @param token random hex digits of the run that creates it */
export function newName(database: string, snapshot: string, token: string): string {
  return fitted(database, `_new_${snapshotPart(snapshot)}_${token}`);
}

/** True for a name that only `newName` gives, for this database and any snapshot. */
export function isNewNameOf(name: string, database: string): boolean {
  const suffix = /_new_([0-9]{8}t[0-9]{6}z_[0-9a-z]+)_([0-9a-f]{8})$/.exec(name);
  return suffix !== null && name === newName(database, suffix[1] ?? '', suffix[2] ?? '');
}

/** True for a name that only a restore gives, for this database and any snapshot: of a kept or of a new database. */
export function isGivenName(name: string, database: string): boolean {
  const kept = /_before_([0-9]{8}t[0-9]{6}z_[0-9a-z]+)((?:_[0-9]+)?)$/.exec(name);
  if (kept === null) return isNewNameOf(name, database);
  return name === `${derivedName(database, 'before', kept[1] ?? '')}${kept[2] ?? ''}`;
}

const snapshotPart = (snapshot: string): string => snapshot.toLowerCase().replaceAll('-', '_');

function fitted(database: string, suffix: string): string {
  if (Buffer.byteLength(database + suffix) <= LONGEST) return database + suffix;
  const end = `_${sha256(Buffer.from(database)).slice(0, 8)}${suffix}`;
  let base = database;
  while (Buffer.byteLength(base + end) > LONGEST) base = Array.from(base).slice(0, -1).join('');
  return base + end;
}
