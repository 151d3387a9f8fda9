import { factsOf, statementsOf, type Statement } from '../../providers/prisma/sql.js';
import type { Finding } from '../../runtime/finding.js';

/** Tables with fewer rows are rewritten, scanned or indexed within moments. */
const LARGE = 100_000;

const NAME = String.raw`((?:"(?:[^"]|"")+"|[\w$]+)(?:\s*\.\s*(?:"(?:[^"]|"")+"|[\w$]+))?)`;
const ALTER = String.raw`^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?${NAME}`;

interface Rule {
  readonly code: string;
  readonly level: 'error' | 'warning';
  readonly pattern: RegExp;
  readonly message: string;
  readonly remedy: string;
}

const pattern = (text: string): RegExp => new RegExp(text, 'i');
const EXPAND = 'Expand first, contract later: remove it in a release after the one that stopped using it.';

/**
 * After a rollback the older code runs on the newer schema, for code goes back first and the database often stays. These
 * statements break that older code, or lose what no down migration brings back.
 */
const BREAKING: readonly Rule[] = [
  {
    code: 'migration-drops-table',
    level: 'error',
    pattern: pattern(`^DROP (?:TABLE|VIEW|MATERIALIZED VIEW) (?:IF EXISTS )?${NAME}`),
    message: 'is dropped: the older code still asks for it, and a down migration brings back no row',
    remedy: EXPAND,
  },
  {
    code: 'migration-drops-column',
    level: 'error',
    pattern: pattern(
      String.raw`${ALTER}.*?\bDROP (?!CONSTRAINT|DEFAULT|NOT NULL|IDENTITY|EXPRESSION)(?:COLUMN )?(?:IF EXISTS )?["\w]`,
    ),
    message: 'loses a column: the older code still asks for it, and a down migration brings back no value',
    remedy: EXPAND,
  },
  {
    code: 'migration-renames',
    level: 'error',
    pattern: pattern(String.raw`${ALTER} RENAME (?!CONSTRAINT)`),
    message: 'changes a name that the older code uses',
    remedy: 'Add the new name beside the old one, write both, and remove the old one in a later release.',
  },
  {
    code: 'migration-not-null-without-default',
    level: 'error',
    pattern: pattern(
      String.raw`${ALTER}.*?\bADD (?:COLUMN )?(?!CONSTRAINT)(?:(?!\bDEFAULT\b|\bGENERATED\b|\bSERIAL\b|\bBIGSERIAL\b|, ADD).)*\bNOT NULL\b(?!(?:(?!, ADD).)*\b(?:DEFAULT|GENERATED)\b)`,
    ),
    message: 'gets a column that must have a value and has no default: inserts of the older code fail',
    remedy: 'Give it a default, or let it be null until every release that writes the table fills it.',
  },
  {
    code: 'migration-changes-type',
    level: 'error',
    pattern: pattern(String.raw`${ALTER}.*?\bALTER (?:COLUMN )?(?:"(?:[^"]|"")+"|[\w$]+) (?:SET DATA )?TYPE\b`),
    message:
      'gets a column of another type: the older code reads and writes the former one, and the table is rewritten',
    remedy: 'Add a column of the new type, fill both, and remove the old one in a later release.',
  },
  {
    code: 'migration-enum-value',
    level: 'error',
    pattern: pattern(String.raw`^ALTER TYPE ${NAME} ADD VALUE`),
    message: 'gets a value that can never be taken out again, and that the older code does not know when it reads it',
    remedy: 'Release code that can read the value first; accept it here once that code is the one to go back to.',
  },
  {
    code: 'migration-deletes-rows',
    level: 'error',
    pattern: pattern(String.raw`^(?:TRUNCATE (?:TABLE )?(?:ONLY )?|DELETE FROM (?:ONLY )?)${NAME}`),
    message: 'loses rows that no down migration brings back',
    remedy: 'Move them into a table of their own, and remove that in a later release.',
  },
];

/** Statements that hold up others while they run over the whole table. */
const LOCKING: readonly Rule[] = [
  {
    code: 'migration-sets-not-null',
    level: 'warning',
    pattern: pattern(String.raw`${ALTER}.*?\bALTER (?:COLUMN )?(?:"(?:[^"]|"")+"|[\w$]+) SET NOT NULL\b`),
    message: 'is read whole under a lock, and the older code may still write null',
    remedy: 'Add a CHECK (… IS NOT NULL) NOT VALID, validate it, then set NOT NULL.',
  },
  {
    code: 'migration-locks-table',
    level: 'warning',
    pattern: pattern(
      String.raw`^CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY\b)(?:IF NOT EXISTS )?.*?\bON (?:ONLY )?${NAME}`,
    ),
    message: 'cannot be written while the index is built',
    remedy: 'CREATE INDEX CONCURRENTLY, in a migration of its own.',
  },
  {
    code: 'migration-locks-table',
    level: 'warning',
    pattern: pattern(String.raw`${ALTER}.*?\bADD (?:CONSTRAINT \S+ )?(?:FOREIGN KEY|CHECK)\b(?!.*\bNOT VALID\b)`),
    message: 'is read whole under a lock while the constraint is checked',
    remedy: 'Add it NOT VALID, and validate it in a migration of its own.',
  },
  {
    code: 'migration-locks-table',
    level: 'warning',
    pattern: pattern(String.raw`${ALTER}.*?\bADD (?:CONSTRAINT \S+ )?(?:UNIQUE|PRIMARY KEY)\b(?!.*\bUSING INDEX\b)`),
    message: 'can be neither read nor written while the index of the constraint is built',
    remedy: 'Build the index CONCURRENTLY first, then add the constraint USING INDEX.',
  },
  {
    code: 'migration-locks-table',
    level: 'warning',
    pattern: pattern(String.raw`^(?:VACUUM \(?FULL\)?|CLUSTER|LOCK(?: TABLE)?) (?:ONLY )?${NAME}`),
    message: 'can be neither read nor written meanwhile',
    remedy: 'Leave it out of a migration.',
  },
];

const CODES = new Set([...BREAKING, ...LOCKING].map(({ code }) => code).concat('migration-down-loses-data'));

/**
 * What a migration.sql does that makes a rollback impossible or a deploy dangerous, line by line.
 *
 * An author may accept a finding in a comment right above the statement: `-- rewind: accept CODE: reason`.
 *
 * @param tables rows per `schema.table` in the newest snapshot; null when not known
 */
export function hazardsOf(script: string, file: string, tables: ReadonlyMap<string, number> | null): Finding[] {
  const statements = statementsOf(script);
  const own = new Set(statements.flatMap(({ text }) => createdBy(text)));
  const findings = statements.flatMap((statement): Finding[] => {
    const { text, line } = statement;
    const matches = (rules: readonly Rule[]): [Rule, string][] =>
      rules.flatMap((rule): [Rule, string][] => {
        const name = rule.pattern.exec(text)?.[1];
        // What this very script has created, no older code and no other session uses.
        return name === undefined || own.has(plain(name)) ? [] : [[rule, plain(name)]];
      });
    return [
      ...matches(BREAKING).map(([{ code, level, message, remedy }, name]): Finding => ({
        level,
        code,
        message: `${name} ${message}.`,
        remedy,
        file,
        line,
      })),
      ...matches(LOCKING).map(([rule, name]): Finding => locking(rule, name, tables, file, line)),
    ].map((finding) => accepted(script, statement, finding));
  });
  return [...findings, ...unknownAcceptances(script, file)];
}

function locking(
  { code, message, remedy }: Rule,
  name: string,
  tables: ReadonlyMap<string, number> | null,
  file: string,
  line: number,
): Finding {
  const rows = tables?.get(name.includes('.') ? name : `public.${name}`);
  const known = rows === undefined ? 'Its size is not known.' : `It has ${rows.toLocaleString('en-US')} rows.`;
  const level = rows !== undefined && rows < LARGE ? 'info' : 'warning';
  return { level, code, message: `${name} ${message}. ${known}`, remedy, file, line };
}

/** What a down.sql loses: structure comes back by it, data does not. */
export function downHazards(script: string, file: string): Finding[] {
  return factsOf(script).losing.map((statement) =>
    accepted(script, statement, {
      level: 'warning',
      code: 'migration-down-loses-data',
      message: `Taking it down loses data: ${statement.text.slice(0, 80)}`,
      remedy: 'The plan of a rollback names it too; accept it here where that is meant.',
      file,
      line: statement.line,
    }),
  );
}

/** `"Fans"` and `fans` as PostgreSQL means them, with their schema where it is written. */
function plain(name: string): string {
  const parts = name.match(/"(?:[^"]|"")+"|[\w$]+/g) ?? [];
  const folded = parts.map((part) =>
    part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.toLowerCase(),
  );
  return folded[0] === 'public' && folded.length === 2 ? (folded[1] ?? '') : folded.join('.');
}

const CREATED = new RegExp(
  String.raw`^CREATE (?:(?:GLOBAL |LOCAL )?TEMP(?:ORARY)? |UNLOGGED )?(?:TABLE|TYPE) (?:IF NOT EXISTS )?${NAME}`,
  'i',
);

function createdBy(text: string): string[] {
  const name = CREATED.exec(text)?.[1];
  return name === undefined ? [] : [plain(name)];
}

const ACCEPT = /--\s*rewind:\s*accept\s+([\w-]+)\s*(?::\s*(.*\S))?\s*$/i;

/** Comments right above a statement, from the nearest upwards. */
function commentsAbove(script: string, { line }: Statement): string[] {
  const lines = script.split('\n');
  const above: string[] = [];
  for (let index = line - 2; index >= 0 && /^\s*--/.test(lines[index] ?? ''); index -= 1)
    above.push(lines[index] ?? '');
  return above;
}

function accepted(script: string, statement: Statement, finding: Finding): Finding {
  if (finding.level === 'info') return finding;
  for (const comment of commentsAbove(script, statement)) {
    const [, code, reason] = ACCEPT.exec(comment) ?? [];
    if (code !== finding.code) continue;
    if (reason === undefined) {
      return { ...finding, remedy: `It is not accepted, for no reason is given: "-- rewind: accept ${code}: why".` };
    }
    return { ...finding, level: 'info', message: `${finding.message} Accepted: ${reason}` };
  }
  return finding;
}

function unknownAcceptances(script: string, file: string): Finding[] {
  return script.split('\n').flatMap((text, index): Finding[] => {
    const code = ACCEPT.exec(text)?.[1];
    if (code === undefined || CODES.has(code)) return [];
    return [
      {
        level: 'warning',
        code: 'migration-accept-unknown',
        message: `"${code}" is not a finding that can be accepted.`,
        remedy: `Use one of ${[...CODES].sort().join(', ')}.`,
        file,
        line: index + 1,
      },
    ];
  });
}
