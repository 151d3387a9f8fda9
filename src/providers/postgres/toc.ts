import { isUtf8 } from 'node:buffer';
import { RewindError } from '../../runtime/errors.js';

/** Parts of a dump, in PostgreSQL's own numbers from 2 on. 1 means: the part of the entry before. */
const SECTIONS = ['pre-data', 'data', 'post-data'] as const;

/** One entry of the table of contents of a dump: an object, or a part of one (its default, comment, privileges …). */
export interface TocEntry {
  /** Unique in its dump; the lists of `pg_restore --use-list` hold it. */
  readonly id: number;
  readonly section: (typeof SECTIONS)[number];
  /** Kind, e.g. `TABLE`, `FK CONSTRAINT`, `ACL`, `SEQUENCE SET`. */
  readonly desc: string;
  /** Schema; '' for objects outside of schemas. */
  readonly namespace: string;
  /** Name within the schema, not quoted. Parts of a table name the table first: `fans fans_pkey`. */
  readonly tag: string;
  /** The SQL that creates it; '' for the rows of a table. */
  readonly definition: string;
  readonly owner: string;
  readonly tablespace: string;
  readonly accessMethod: string;
  /** Ids of the entries that it depends on. */
  readonly needs: readonly number[];
}

/** Entries about another object; their tag begins with its kind. */
export const ABOUT: Readonly<Record<string, string>> = {
  ACL: 'privileges',
  COMMENT: 'comment',
  'SECURITY LABEL': 'security label',
};

/** What pg_restore restores into a database that exists: neither the database itself nor the head of the script. */
export const isRestored = ({ desc, tag }: TocEntry): boolean =>
  !/^(ENCODING|STDSTRINGS|SEARCHPATH|DATABASE|DATABASE PROPERTIES)$/.test(desc) &&
  !(desc in ABOUT && tag.startsWith('DATABASE '));

/** Minor versions of the archive format: 14 is written by PostgreSQL 12 to 15, 15 by 16, 16 by 17 and 18. */
const VERSIONS = [14, 15, 16];
/** pg_dump's number of the format "custom". */
const CUSTOM = 1;
/** Fields of the date of the dump: seconds … daylight saving time. */
const DATE_FIELDS = 7;
/** The longest text that is taken for a text, not for damage: PostgreSQL's own limit of a value. */
const MAX_TEXT = 2 ** 30;

/**
 * Reads the table of contents at the head of a dump (`pg_dump --format=custom`), piece by piece.
 *
 * The archive is read instead of the text of a dump, because its names and definitions have lengths: no name and no body
 * of a function can look like another entry. PostgreSQL: src/bin/pg_dump/pg_backup_archiver.c, ReadHead and ReadToc.
 */
export class TocParser {
  readonly entries: TocEntry[] = [];
  private buffer = Buffer.alloc(0);
  private at = 0;
  private intSize = 4;
  private readonly steps = this.parse();
  private done = false;

  /**
   * Takes the next bytes of the dump; ignores those after the table of contents.
   * @returns true when all entries are read
   * @throws RewindError dump-unreadable
   */
  push(chunk: Uint8Array): boolean {
    if (this.done) return true;
    this.buffer = Buffer.concat([this.buffer.subarray(this.at), chunk]);
    this.at = 0;
    this.done = this.steps.next().done === true;
    if (this.done) this.buffer = Buffer.alloc(0);
    return this.done;
  }

  /** @throws RewindError dump-unreadable if the dump ended before its table of contents did */
  finish(): readonly TocEntry[] {
    if (!this.done) throw unreadable('it ends within its table of contents');
    return this.entries;
  }

  private *parse(): Generator<undefined, void, undefined> {
    const magic = yield* this.bytes(5);
    if (magic.toString('latin1') !== 'PGDMP') throw unreadable('it does not begin as a dump');
    const [major, minor] = yield* this.bytes(3);
    if (major !== 1 || minor === undefined || !VERSIONS.includes(minor)) {
      throw unreadable(`its format ${major}.${minor} is not known to this version of Rewind`);
    }
    const [intSize = 0, offsetSize = 0, format] = yield* this.bytes(3);
    if (intSize < 4 || intSize > 8 || offsetSize > 16 || format !== CUSTOM) throw unreadable('its header is damaged');
    this.intSize = intSize;
    if (minor >= 15) yield* this.bytes(1);
    else yield* this.int();
    for (let field = 0; field < DATE_FIELDS; field += 1) yield* this.int();
    // Name of the database; versions of the server and of pg_dump.
    for (let field = 0; field < 3; field += 1) yield* this.text();
    const count = yield* this.int();
    for (let entry = 0; entry < count; entry += 1) yield* this.entry(minor, offsetSize);
  }

  private *entry(minor: number, offsetSize: number): Generator<undefined, void, undefined> {
    const id = yield* this.int();
    yield* this.int(); // whether it has data
    yield* this.text(); // oids
    yield* this.text();
    const tag = (yield* this.text()) ?? '';
    const desc = (yield* this.text()) ?? '';
    const part = yield* this.int();
    const definition = (yield* this.text()) ?? '';
    yield* this.text(); // DROP statement
    yield* this.text(); // COPY statement
    const namespace = (yield* this.text()) ?? '';
    const tablespace = (yield* this.text()) ?? '';
    const accessMethod = (yield* this.text()) ?? '';
    if (minor >= 16) yield* this.int(); // kind of relation
    const owner = (yield* this.text()) ?? '';
    yield* this.text(); // WITH OIDS
    const needs: number[] = [];
    for (let need = yield* this.text(); need !== null; need = yield* this.text()) needs.push(Number(need));
    yield* this.bytes(1 + offsetSize); // position of the data
    const section = SECTIONS[part - 2] ?? this.entries.at(-1)?.section ?? 'pre-data';
    this.entries.push({ id, section, desc, namespace, tag, definition, owner, tablespace, accessMethod, needs });
  }

  private *bytes(count: number): Generator<undefined, Buffer, undefined> {
    while (this.buffer.length - this.at < count) yield;
    this.at += count;
    return this.buffer.subarray(this.at - count, this.at);
  }

  /** A sign, then the lowest byte first. */
  private *int(): Generator<undefined, number, undefined> {
    const bytes = yield* this.bytes(1 + this.intSize);
    let value = 0;
    for (let index = this.intSize; index > 0; index -= 1) value = value * 256 + (bytes[index] ?? 0);
    return bytes[0] === 0 ? value : -value;
  }

  private *text(): Generator<undefined, string | null, undefined> {
    const length = yield* this.int();
    if (length < 0) return null;
    if (length > MAX_TEXT) throw unreadable('its table of contents is damaged');
    const bytes = yield* this.bytes(length);
    // In the encoding of the database. Latin 1 keeps all bytes apart, so that no difference is lost.
    return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
  }
}

function unreadable(why: string): RewindError {
  return new RewindError('dump-unreadable', `The table of contents of the dump cannot be read: ${why}.`);
}
