/**
 * Pull requests, good and bad, as `readiness` must judge them. The integration test plays each for real; the table of
 * docs/readiness.md is made from this list.
 */
export interface PullRequest {
  readonly title: string;
  /** Files to write; null removes one. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly labels?: readonly string[];
  readonly description?: string;
  /** Brings the configuration in: main does not have it yet. */
  readonly introduces?: boolean;
  /** What is wrong in GitHub rather than in the files. */
  readonly github?:
    | 'environment-missing'
    | 'environment-unprotected'
    | 'drill-stale'
    | 'drill-none'
    | 'snapshot-none'
    | 'snapshot-stale'
    | 'snapshot-without-flags';
  /** Codes of level error, in any order; none = it passes. */
  readonly errors: readonly string[];
  /** Codes of other levels that must be there too. */
  readonly others?: readonly string[];
  /** Where the first of `errors` must point: `file:line`. */
  readonly at?: string;
}

const M = 'prisma/migrations';
export const CONFIG = '.github/rewind.yml';
export const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

/** What is on main. */
export const BASE: Readonly<Record<string, string>> = {
  [CONFIG]: `version: 1
environment: production
store: { kind: artifact }
seal: { recipients: [${RECIPIENT}] }
contacts:
  - { name: Ada Berg, role: on-call, reach: 'pager 4711' }
resources:
  - { id: web, provider: vercel-deployment, project: prj_1, team: team_1 }
  - { id: schema, provider: prisma, url: '\${DATABASE_URL}', migrations: prisma/migrations }
  - { id: flags, provider: vercel-flags, project: prj_1, team: team_1 }
readiness: { major-changes: { paths: ['src/payments/**'], lines: 400 } }
`,
  [`${M}/20260901000000_init/migration.sql`]: `CREATE TYPE "Tier" AS ENUM ('FREE', 'GOLD');
CREATE TABLE "Fan" ("id" SERIAL PRIMARY KEY, "email" TEXT NOT NULL, "tier" "Tier" NOT NULL DEFAULT 'FREE', "city" TEXT);
CREATE TABLE "Payment" ("id" SERIAL PRIMARY KEY, "fanId" INTEGER NOT NULL REFERENCES "Fan"("id"), "cents" INTEGER NOT NULL);
`,
  [`${M}/20260901000000_init/down.sql`]: `DROP TABLE "Payment";
DROP TABLE "Fan";
DROP TYPE "Tier";
`,
  [`${M}/20260910000000_note/migration.sql`]: `ALTER TABLE "Fan" ADD COLUMN "note" TEXT;
`,
  [`${M}/20260910000000_note/down.sql`]: `ALTER TABLE "Fan" DROP COLUMN "note";
`,
  'README.md': '# Shop\n',
};

const NEW = `${M}/20261120000000_next`;
/** A pull request with one new migration. */
const migration = (up: string, down: string | null): Record<string, string> => ({
  [`${NEW}/migration.sql`]: up,
  ...(down === null ? {} : { [`${NEW}/down.sql`]: down }),
});
const config = (from: string, to: string): Record<string, string> => {
  const text = (BASE[CONFIG] ?? '').replace(from, to);
  if (text === BASE[CONFIG]) throw new Error(`"${from}" is not in the configuration`);
  return { [CONFIG]: text };
};

/** Of the flags in the newest snapshot: whether each is on in production. */
export const FLAGS: Readonly<Record<string, boolean>> = { 'new-checkout': false, 'new-receipt': false, banner: true };

const payments = (code: string): Record<string, string> => ({ 'src/payments/pay.ts': code });
const UNSWITCHED = payments('export const pay = () => charge();\n');
const major = (title: string, more: Partial<PullRequest>): PullRequest => ({
  title: `makes a major change ${title}`,
  files: UNSWITCHED,
  errors: [],
  ...more,
});

const MAJOR_GOOD: readonly PullRequest[] = [
  major('with a label that names its flag, which is off', {
    labels: ['flag:new-checkout'],
    others: ['major-flag-off'],
  }),
  major('with a line in the description that names its flag', {
    description: 'Faster.\r\n\r\nRewind-Flag: `new-checkout`\r\n',
    others: ['major-flag-off'],
  }),
  major('whose diff contains the key of its flag', {
    files: payments("export const pay = () => (flag('new-checkout') ? charge() : old());\n"),
    others: ['major-flag-off'],
  }),
  major('and says why no flag switches it off', {
    description: 'Rewind-Flag: none: a new version of a library',
    others: ['major-flag-waived'],
  }),
  major('with a flag, while the snapshot holds no flags', {
    labels: ['flag:new-checkout'],
    github: 'snapshot-without-flags',
    others: ['major-flag-unchecked'],
  }),
];

const MAJOR_BAD: readonly PullRequest[] = [
  major('without a flag', { errors: ['major-flag-missing'] }),
  major('by its size, without a flag', {
    files: { 'src/other.ts': 'export {};\n'.repeat(400) },
    errors: ['major-flag-missing'],
  }),
  major('with a flag that does not exist', { labels: ['flag:new-chekout'], errors: ['major-flag-unknown'] }),
  major('with a flag that is on', { labels: ['flag:banner'], errors: ['major-flag-on'] }),
  major('without a flag, and no reason', { description: 'Rewind-Flag: none', errors: ['major-flag-missing'] }),
];

export const GOOD: readonly PullRequest[] = [
  ...MAJOR_GOOD,
  { title: 'changes no migration', files: { 'README.md': '# Shop\n\nOpen day and night.\n' }, errors: [] },
  {
    title: 'brings Rewind in, so that there cannot be a snapshot yet',
    files: { [CONFIG]: BASE[CONFIG] ?? '' },
    introduces: true,
    github: 'snapshot-none',
    errors: [],
    others: ['snapshot-none'],
  },
  {
    title: 'corrects the down.sql of an old migration, beside a new one that needs those in between',
    files: {
      [`${M}/20260901000000_init/down.sql`]: `DROP TABLE "Payment", "Fan";\nDROP TYPE "Tier";\n`,
      ...migration(
        `ALTER TABLE "Fan" ALTER COLUMN "note" SET DEFAULT '';`,
        'ALTER TABLE "Fan" ALTER COLUMN "note" DROP DEFAULT;',
      ),
    },
    errors: [],
    others: ['migration-reverts', 'migration-down-loses-data'],
  },
  {
    title: 'makes the configuration weaker: one more key opens snapshots, a resource is left out',
    files: {
      [CONFIG]: (BASE[CONFIG] ?? '')
        .replace(RECIPIENT, `${RECIPIENT}, age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg`)
        .replace(/ {2}- \{ id: web.*\n/, ''),
    },
    errors: [],
    others: ['recipient-added', 'resource-removed'],
  },
  {
    title: 'adds a column that may be null',
    files: migration(`ALTER TABLE "Fan" ADD COLUMN "phone" TEXT;\n`, `ALTER TABLE "Fan" DROP COLUMN "phone";\n`),
    errors: [],
    others: ['migration-reverts', 'migration-down-loses-data'],
  },
  {
    title: 'adds a column with a default',
    files: migration(
      `ALTER TABLE "Payment" ADD COLUMN "currency" TEXT NOT NULL DEFAULT 'EUR';\n`,
      `ALTER TABLE "Payment" DROP COLUMN "currency";\n`,
    ),
    errors: [],
    others: ['migration-reverts'],
  },
  {
    title: 'adds a table with an index and a foreign key',
    files: migration(
      `CREATE TABLE "Badge" ("id" SERIAL PRIMARY KEY, "fanId" INTEGER NOT NULL, "name" TEXT NOT NULL);
CREATE INDEX "Badge_fanId_idx" ON "Badge"("fanId");
ALTER TABLE "Badge" ADD CONSTRAINT "Badge_fanId_fkey" FOREIGN KEY ("fanId") REFERENCES "Fan"("id");\n`,
      `DROP TABLE "Badge";\n`,
    ),
    errors: [],
    others: ['migration-reverts'],
  },
  {
    title: 'grants a privilege, and takes it back',
    files: migration(`GRANT SELECT ON "Fan" TO PUBLIC;\n`, `REVOKE SELECT ON "Fan" FROM PUBLIC;\n`),
    errors: [],
    others: ['migration-reverts'],
  },
  {
    title: 'builds an index concurrently, outside of a transaction',
    files: migration(
      `CREATE INDEX CONCURRENTLY "Fan_email_idx" ON "Fan"("email");\n`,
      `DROP INDEX CONCURRENTLY "Fan_email_idx";\n`,
    ),
    errors: [],
    others: ['migration-reverts'],
  },
  {
    title: 'drops a column that no release uses any more, and says so',
    files: migration(
      `-- rewind: accept ban-drop-column: unused since release 41, see issue 812
ALTER TABLE "Fan" DROP COLUMN "note";\n`,
      `ALTER TABLE "Fan" ADD COLUMN "note" TEXT;\n`,
    ),
    errors: [],
    others: ['ban-drop-column', 'migration-reverts'],
  },
];

export const BAD: readonly PullRequest[] = [
  ...MAJOR_BAD,
  {
    title: 'has no down.sql',
    files: migration(`ALTER TABLE "Fan" ADD COLUMN "phone" TEXT;\n`, null),
    errors: ['migration-down-missing'],
    at: `${NEW}/migration.sql:1`,
  },
  {
    title: 'has a down.sql that forgets an index',
    files: migration(
      `ALTER TABLE "Fan" ADD COLUMN "phone" TEXT;\nCREATE INDEX CONCURRENTLY "Fan_email_idx" ON "Fan"("email");\n`.replace(
        'CONCURRENTLY ',
        '',
      ),
      `ALTER TABLE "Fan" DROP COLUMN "phone";\n`,
    ),
    errors: ['migration-does-not-revert'],
    others: ['require-concurrent-index-creation'],
    at: `${NEW}/down.sql:1`,
  },
  {
    title: 'has a down.sql that does not give privileges back',
    files: migration(
      `REVOKE ALL ON SCHEMA public FROM PUBLIC;\nGRANT SELECT ON "Fan" TO PUBLIC;\n`,
      `GRANT USAGE ON SCHEMA public TO PUBLIC;\n`,
    ),
    errors: ['migration-does-not-revert'],
    at: `${NEW}/down.sql:1`,
  },
  {
    title: 'has a down.sql that fails',
    files: migration(
      `ALTER TABLE "Fan" ADD COLUMN "phone" TEXT;\n`,
      `-- take it back\nALTER TABLE "Fan" DROP COLUMN "fone";\n`,
    ),
    errors: ['migration-down-fails'],
    at: `${NEW}/down.sql:2`,
  },
  {
    title: 'has a down.sql with BEGIN and COMMIT',
    files: migration(
      `ALTER TABLE "Fan" ADD COLUMN "phone" TEXT;\n`,
      `BEGIN;\nALTER TABLE "Fan" DROP COLUMN "phone";\nCOMMIT;\n`,
    ),
    errors: ['migration-not-transactional', 'migration-down-fails'],
  },
  {
    title: 'has a migration.sql that fails',
    files: migration(`\nALTER TABLE "Fans" ADD COLUMN "phone" TEXT;\n`, `ALTER TABLE "Fans" DROP COLUMN "phone";\n`),
    errors: ['migration-up-fails'],
    at: `${NEW}/migration.sql:2`,
  },
  {
    title: 'renames a column',
    files: migration(
      `ALTER TABLE "Fan" RENAME COLUMN "email" TO "mail";\n`,
      `ALTER TABLE "Fan" RENAME COLUMN "mail" TO "email";\n`,
    ),
    errors: ['renaming-column'],
    others: ['migration-reverts'],
    at: `${NEW}/migration.sql:1`,
  },
  {
    title: 'renames a table',
    files: migration(`ALTER TABLE "Fan" RENAME TO "Supporter";\n`, `ALTER TABLE "Supporter" RENAME TO "Fan";\n`),
    errors: ['renaming-table'],
  },
  {
    title: 'adds a value to an enum',
    files: migration(`ALTER TYPE "Tier" ADD VALUE 'PLATINUM';\n`, `SELECT 1;\n`),
    errors: ['migration-enum-value', 'migration-does-not-revert'],
  },
  {
    title: 'adds a column NOT NULL without default',
    files: migration(
      `ALTER TABLE "Fan" ADD COLUMN "phone" TEXT NOT NULL;\n`,
      `ALTER TABLE "Fan" DROP COLUMN "phone";\n`,
    ),
    errors: ['adding-required-field'],
    at: `${NEW}/migration.sql:1`,
  },
  {
    title: 'drops a table',
    files: migration(
      `-- not used any more\nDROP TABLE "Payment";\n`,
      `CREATE TABLE "Payment" ("id" SERIAL PRIMARY KEY, "fanId" INTEGER NOT NULL REFERENCES "Fan"("id"), "cents" INTEGER NOT NULL);\n`,
    ),
    errors: ['ban-drop-table'],
    at: `${NEW}/migration.sql:2`,
  },
  {
    title: 'drops a column',
    files: migration(`ALTER TABLE "Fan" DROP COLUMN "city";\n`, `ALTER TABLE "Fan" ADD COLUMN "city" TEXT;\n`),
    errors: ['ban-drop-column'],
  },
  {
    title: 'changes the type of a column',
    files: migration(
      `ALTER TABLE "Payment" ALTER COLUMN "cents" TYPE BIGINT;\n`,
      `ALTER TABLE "Payment" ALTER COLUMN "cents" TYPE INTEGER;\n`,
    ),
    errors: ['changing-column-type'],
  },
  {
    title: 'drops a table in a DO block',
    files: migration(
      `DO $$\nBEGIN\n  DROP TABLE "Payment";\nEND $$;\n`,
      `CREATE TABLE "Payment" ("id" SERIAL PRIMARY KEY, "fanId" INTEGER NOT NULL REFERENCES "Fan"("id"), "cents" INTEGER NOT NULL);\n`,
    ),
    errors: ['ban-drop-table'],
    at: `${NEW}/migration.sql:3`,
  },
  {
    title: 'has a command of psql in its migration.sql',
    files: migration(`SELECT 1;\n\\set x 1\n`, `SELECT 1;\n`),
    errors: ['syntax-error', 'migration-up-fails'],
    at: `${NEW}/migration.sql:2`,
  },
  {
    title: 'deletes rows',
    files: migration(`DELETE FROM "Payment" WHERE "cents" = 0;\n`, `SELECT 1;\n`),
    errors: ['migration-deletes-rows'],
  },
  {
    title: 'accepts a finding without a reason',
    files: migration(
      `-- rewind: accept ban-drop-column\nALTER TABLE "Fan" DROP COLUMN "city";\n`,
      `ALTER TABLE "Fan" ADD COLUMN "city" TEXT;\n`,
    ),
    errors: ['ban-drop-column'],
  },
  {
    title: 'edits an old migration',
    files: { [`${M}/20260910000000_note/migration.sql`]: `ALTER TABLE "Fan" ADD COLUMN "note" VARCHAR(200);\n` },
    errors: ['migration-edited'],
    at: `${M}/20260910000000_note/migration.sql:1`,
  },
  {
    title: 'removes an old migration',
    files: { [`${M}/20260910000000_note/migration.sql`]: null, [`${M}/20260910000000_note/down.sql`]: null },
    errors: ['migration-removed'],
  },
  {
    title: 'removes the down.sql of an old migration',
    files: { [`${M}/20260910000000_note/down.sql`]: null },
    errors: ['migration-down-missing'],
    at: `${M}/20260910000000_note/migration.sql:1`,
  },
  {
    title: 'changes the down.sql of an old migration so that it does not revert any more',
    files: {
      [`${M}/20260901000000_init/down.sql`]: `DROP TABLE "Payment";\nDROP TABLE "Fan";\n`,
      ...migration(
        'ALTER TABLE "Fan" RENAME COLUMN "note" TO "remark";',
        'ALTER TABLE "Fan" RENAME COLUMN "remark" TO "note";',
      ),
    },
    errors: ['migration-does-not-revert', 'renaming-column'],
    others: ['migration-reverts'],
  },
  {
    title: 'adds a migration that sorts before one of main',
    files: {
      [`${M}/20260905000000_early/migration.sql`]: `ALTER TABLE "Fan" ADD COLUMN "phone" TEXT;\n`,
      [`${M}/20260905000000_early/down.sql`]: `ALTER TABLE "Fan" DROP COLUMN "phone";\n`,
    },
    errors: ['migration-out-of-order'],
  },
  {
    title: 'misspells a key of the configuration',
    files: config('recipients:', 'recipient:'),
    errors: ['config-invalid', 'config-invalid'],
    at: `${CONFIG}:4`,
  },
  {
    title: 'names a provider that does not exist',
    files: config('provider: vercel-deployment', 'provider: heroku'),
    errors: ['config-invalid'],
    at: `${CONFIG}:8`,
  },
  {
    title: 'seals to something that is not a key',
    files: config(RECIPIENT, `${RECIPIENT.slice(0, -1)}q`),
    errors: ['recipient-invalid'],
    at: `${CONFIG}:4`,
  },
  {
    title: 'names a placeholder to call at night',
    files: config("reach: 'pager 4711'", "reach: 'TODO'"),
    errors: ['contact-placeholder'],
    at: `${CONFIG}:6`,
  },
  {
    title: 'names an environment that does not exist',
    files: { 'README.md': '# Shop!\n' },
    github: 'environment-missing',
    errors: ['environment-missing'],
  },
  {
    title: 'relies on an environment without reviewers',
    files: { 'README.md': '# Shop!\n' },
    github: 'environment-unprotected',
    errors: ['environment-unprotected'],
  },
  {
    title: 'comes when the last drill is too long ago',
    files: { 'README.md': '# Shop!\n' },
    github: 'drill-stale',
    errors: ['drill-stale'],
  },
  {
    title: 'comes when there is no snapshot',
    files: { 'README.md': '# Shop!\n' },
    github: 'snapshot-none',
    errors: ['snapshot-none'],
  },
  {
    title: 'comes when the newest snapshot is too old',
    files: { 'README.md': '# Shop!\n' },
    github: 'snapshot-stale',
    errors: ['snapshot-stale'],
  },
];
