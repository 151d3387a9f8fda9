/** Effect of a statement on the releases before and after it. Rules that Squawk also has carry Squawk's names. */
export interface Rule {
  readonly level: 'error' | 'warning';
  /** Follows the name of the table. */
  readonly message: string;
  readonly remedy: string;
  /** Blocks other sessions; the larger the table, the longer. */
  readonly locks?: true;
}

const EXPAND = 'Expand first, contract later: remove it one release after the last one that uses it.';

/**
 * After a rollback the older code runs on the newer schema: code goes back first, and the database often stays. A statement
 * of level error breaks that code, or loses data that no down migration restores.
 */
export const RULES = {
  'ban-drop-database': {
    level: 'error',
    message: 'is dropped with everything in it',
    remedy: 'Remove the statement from the migration.',
  },
  'ban-drop-table': {
    level: 'error',
    message: 'is dropped: the older code still reads it, and a down migration restores no rows',
    remedy: EXPAND,
  },
  'ban-drop-column': {
    level: 'error',
    message: 'loses a column: the older code still reads it, and a down migration restores no values',
    remedy: EXPAND,
  },
  'renaming-table': {
    level: 'error',
    message: 'changes its name, but the older code uses the old one',
    remedy: 'Create a view with the old name, or copy to a new table and drop the old one in a later release.',
  },
  'renaming-column': {
    level: 'error',
    message: 'has a column renamed, but the older code uses the old name',
    remedy: 'Add a column with the new name, write both, and drop the old one in a later release.',
  },
  'adding-required-field': {
    level: 'error',
    message: 'gets a NOT NULL column without a default: inserts of the older code fail',
    remedy: 'Give the column a default, or allow NULL until every release that writes the table fills it.',
  },
  'changing-column-type': {
    level: 'error',
    message: 'has the type of a column changed: the older code uses the old type, and PostgreSQL may rewrite the table',
    remedy: 'Add a column of the new type, write both, and drop the old one in a later release.',
  },
  'migration-enum-value': {
    level: 'error',
    message: 'gets or renames a value that the older code does not know; PostgreSQL cannot remove a value again',
    remedy: 'Release code that reads the value first. Accept the finding once a rollback would go back to that code.',
  },
  'migration-deletes-rows': {
    level: 'error',
    message: 'loses rows that no down migration restores',
    remedy: 'Move the rows to another table, and drop that table in a later release.',
  },
  'adding-field-with-default': {
    level: 'warning',
    locks: true,
    message: 'can be neither read nor written while PostgreSQL writes each row again: each gets a value of its own',
    remedy: 'Add the column without the value, then set the default. Fill the rows in batches.',
  },
  'adding-not-nullable-field': {
    level: 'warning',
    locks: true,
    message: 'is scanned under a lock, and the older code may still write NULL',
    remedy: 'Add a CHECK (… IS NOT NULL) NOT VALID constraint, validate it, then set NOT NULL.',
  },
  'ban-drop-not-null': {
    level: 'warning',
    message: 'may get NULL in a column where the older code expects a value',
    remedy: 'Release code that reads NULL first, and write NULL one release later.',
  },
  'migration-drops-default': {
    level: 'warning',
    message: 'loses the default of a column: inserts of the older code that leave the column out fail or write NULL',
    remedy: 'Keep the default until no release that you may go back to leaves the column out.',
  },
  'migration-row-security': {
    level: 'warning',
    message: 'hides its rows from roles that no policy allows, and the older code may use such a role',
    remedy: 'Add the policies for each role first. Without FORCE, the owner of the table still sees all rows.',
  },
  'require-concurrent-index-creation': {
    level: 'warning',
    locks: true,
    message: 'cannot be written while the index is built',
    remedy: 'Use CREATE INDEX CONCURRENTLY in a migration of its own.',
  },
  'constraint-missing-not-valid': {
    level: 'warning',
    locks: true,
    message: 'is scanned under a lock while the constraint is checked',
    remedy: 'Add the constraint NOT VALID, and validate it in a migration of its own.',
  },
  'disallowed-unique-constraint': {
    level: 'warning',
    locks: true,
    message: 'can be neither read nor written while the index of the constraint is built',
    remedy: 'Build the index CONCURRENTLY first, then add the constraint USING INDEX.',
  },
  'adding-serial-primary-key-field': {
    level: 'warning',
    locks: true,
    message: 'can be neither read nor written while the primary key is built',
    remedy: 'Build a unique index CONCURRENTLY first, then add the primary key USING INDEX.',
  },
  'require-concurrent-reindex': {
    level: 'warning',
    locks: true,
    message: 'cannot be written while the index is rebuilt',
    remedy: 'Use REINDEX … CONCURRENTLY in a migration of its own.',
  },
  'migration-locks-table': {
    level: 'warning',
    locks: true,
    message: 'can be neither read nor written while the statement runs',
    remedy: 'Remove the statement from the migration.',
  },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;
