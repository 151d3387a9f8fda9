import { asRewindError, RewindError } from '../runtime/errors.js';
import { confirmFlag } from '../engine/confirmation.js';
import type { Change } from '../engine/change.js';
import { forResource } from '../runtime/create-context.js';
import type { Config } from '../providers/prisma/config.js';
import type { State } from '../providers/prisma/state.js';
import { underLock } from '../cli/environment-lock.js';
import type { CommandResult } from '../cli/result.js';
import type { Session } from '../cli/session.js';
import { riskText } from '../report/risk.js';
import { backupBefore } from './rollback/undo-snapshot.js';
import { defineCommand } from '../cli/command.js';
import { commandLine } from '../cli/command-line.js';
import { FLAGS, text, toggle, type InputsOf } from '../cli/flags.js';
import { plural, sentences, textOf } from '../runtime/text.js';
import { codeBlock, codeSpan } from '../runtime/markdown.js';

const flags = {
  to: text('migration', 'Go back to this migration; it stays applied (migrate down).'),
  'dry-run': toggle('Show the changes without making them.'),
  force: toggle('Replace an existing down.sql (migrate generate).'),
  'confirm-data-loss': FLAGS['confirm-data-loss'],
  'install-client': FLAGS['install-client'],
};
type MigrateSession = Session<InputsOf<typeof flags>>;

/** The only command for a single provider, so it imports that provider. */
export default defineCommand({
  name: 'migrate',
  summary: 'Run Prisma down migrations, or generate the down.sql of the newest migration.',
  arguments: [
    { name: 'action', description: 'down or generate.', required: true },
    { name: 'count', description: 'down: how many migrations to take down.' },
  ],
  flags,
  notes: [
    'In GitHub Actions, "migrate down" only works with --dry-run: it has no plan to approve. Use "plan --database down".',
  ],
  examples: ['migrate down 1', 'migrate down --to 20261101120000_add_orders --dry-run', 'migrate generate'],
  async run(session) {
    const [action = '', ...rest] = session.inputs.args;
    if (action === 'down') return down(session, rest);
    if (action === 'generate' && rest.length === 0) return generate(session);
    const problem =
      action === 'generate'
        ? `migrate generate takes no further argument (got "${rest.join(' ')}")`
        : `migrate needs down or generate (got "${action}")`;
    throw new RewindError('input-invalid', problem, { remedy: USAGE });
  },
});

const USAGE = 'Use "rewind migrate down 1", "rewind migrate down --to NAME" or "rewind migrate generate".';

async function down(session: MigrateSession, rest: readonly string[]): Promise<CommandResult<never, never>> {
  const { inputs } = session;
  assertTarget(rest, inputs.to);
  assertMayWrite(session);
  const { config, ctx, provider, project } = await subject(session);
  const { applied } = await import('../providers/prisma/history.js');
  const { downChange } = await import('../providers/prisma/plan.js');
  const live = (await provider.capture(config, ctx, { purpose: 'compare', write: async () => undefined })) as State;
  const present = applied(live.history);
  const chosen = choose(present, rest, inputs.to);
  if (chosen.length === 0) {
    return { exit: 0, json: { ok: true, dryRun: inputs.dryRun, down: [] }, text: 'No migration to take down.' };
  }
  const change = downChange(chosen, present, live);
  const steps = describe(change, chosen);
  const findings = (await provider.preflight?.(config, [change], ctx, NO_PAYLOADS)) ?? [];
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) {
    throw new RewindError('preflight-failed', `${plural(errors.length, 'check')} failed. Nothing was changed.`, {
      resource: config.id,
      problems: errors.map(({ message, remedy }) => sentences(message, remedy ?? '')),
    });
  }
  const json = { ok: true, dryRun: inputs.dryRun, down: [...chosen] };
  if (inputs.dryRun) {
    const needs = change.confirm === undefined ? '' : `\nThis needs ${confirmFlag([change.confirm])}.`;
    return { exit: 0, json, text: `Would take down, newest first:\n${steps}${needs}` };
  }
  if (change.confirm !== undefined && change.confirm !== inputs.confirmDataLoss?.join(',')) {
    throw new RewindError('data-loss-unconfirmed', `The down migrations would lose data:\n${steps}`, {
      resource: config.id,
      remedy: `The database is backed up first. Confirm with its name: ${confirmFlag([change.confirm])}`,
    });
  }
  const { backup, back } = await underLock(session, project, 'migrate down', null, async () => {
    const backup =
      change.confirm === undefined
        ? null
        : await backupBefore({ session, project }, [{ backupFirst: true, resource: ctx.resource }], null);
    const back =
      backup === null
        ? ''
        : `Snapshot ${backup.id} holds the database as it was, with every row. To bring it back: ${commandLine(session, ['plan', '--snapshot', backup.id, '--database', 'restore'])}`;
    try {
      await provider.apply(config, change, ctx, NO_PAYLOADS);
    } catch (thrown) {
      throw unfinished(session, thrown, present[present.length - chosen.length - 1], back);
    }
    return { backup, back };
  });
  return {
    exit: 0,
    json: backup === null ? json : { ...json, backup: backup.id },
    text: `Took down, newest first:\n${steps}\n"prisma migrate deploy" will apply them again.\n${back}`.trimEnd(),
  };
}

/** A repeated count would start at the current state and go too far: names the command that finishes instead. */
function unfinished(session: MigrateSession, thrown: unknown, goal: string | undefined, back: string): RewindError {
  const { code, message, resource, remedy, problems } = asRewindError(thrown);
  const finish =
    goal === undefined
      ? 'run "rewind migrate down" with the number of migrations that are still applied'
      : `run "${commandLine(session, ['migrate', 'down', '--to', goal])}"`;
  return new RewindError(code, message, {
    resource,
    remedy:
      `${code === 'cancelled' ? '' : `${remedy} `}To finish, ${finish}. Do not repeat the count: it would be applied to the current state. ${back}`.trimEnd(),
    problems,
    cause: thrown,
  });
}

/**
 * In GitHub Actions the same migrations go down by an approved plan. This command has no plan that a reviewer could see.
 * @throws RewindError approval-missing
 */
function assertMayWrite({ run, inputs }: MigrateSession): void {
  if (run === null || inputs.dryRun) return;
  throw new RewindError(
    'approval-missing',
    '"migrate down" has no plan that a reviewer can approve, so it does not run in GitHub Actions. Nothing was changed.',
    {
      remedy:
        'Run the rollback workflow with "database: down" ("rewind plan --database down", then "rewind rollback"). It takes the migrations down after the approval.',
    },
  );
}

/** Before anything is read: exactly one of a count and a name. @throws RewindError input-invalid */
function assertTarget(rest: readonly string[], to: string | null): void {
  if (to === null ? rest.length === 1 && /^[1-9]\d*$/.test(rest[0] ?? '') : rest.length === 0) return;
  throw new RewindError('input-invalid', 'migrate down needs a count or --to NAME, not both', { remedy: USAGE });
}

/** Newest first. */
function choose(present: readonly string[], rest: readonly string[], to: string | null): string[] {
  const applied = { remedy: `Applied migrations: ${present.join(', ') || 'none'}.` };
  if (to !== null && rest.length === 0) {
    const at = present.indexOf(to);
    if (at >= 0) return present.slice(at + 1).reverse();
    throw new RewindError('migration-unknown', `"${to}" is not an applied migration.`, applied);
  }
  const count = Number(rest[0]);
  if (count > present.length) {
    throw new RewindError(
      'migration-unknown',
      `Only ${plural(present.length, 'migration is', 'migrations are')} applied.`,
      applied,
    );
  }
  return present.slice(-count).reverse();
}

function describe(change: Change, names: readonly string[]): string {
  const risks = (change.dataAtRisk ?? []).map((risk) => `  ! does not come back: ${riskText(risk)}`);
  return textOf([...names.map((name) => `  ${name}`), ...change.warnings.map((warning) => `  ! ${warning}`), ...risks]);
}

async function generate(session: MigrateSession): Promise<CommandResult<never, never>> {
  const { inputs } = session;
  const { config, ctx } = await subject(session);
  const { generateDown } = await import('../providers/prisma/generate.js');
  // Prisma's own configuration reads what it needs from the environment; it gets that and no other credential.
  // As Rewind reads it: without the blanks of a copy.
  const url = ctx.env.resolve(config.url, ctx.resource).trim();
  const env: Record<string, string> = { DATABASE_URL: url, [config.url.slice('${'.length, -1)]: url };
  for (const name of PRISMA_VARIABLES) {
    const value = ctx.env.secret(name);
    if (value !== undefined) env[name] = value;
  }
  const generated = await generateDown(config, ctx, env, { force: inputs.force, dryRun: inputs.dryRun });
  const note = 'Review it before you commit it: no down.sql can restore data that a migration deleted.';
  return {
    exit: 0,
    json: { ok: true, dryRun: inputs.dryRun, path: generated.path, script: generated.script },
    text: `${inputs.dryRun ? 'Would write' : 'Wrote'} ${generated.path}:\n\n${generated.script}\n${note}`,
    summary: `## ${codeSpan(generated.path)}\n\n${codeBlock('sql', generated.script)}\n\n${note}`,
  };
}

const PRISMA_VARIABLES = [
  'SHADOW_DATABASE_URL',
  'PRISMA_SCHEMA_ENGINE_BINARY',
  'PRISMA_ENGINES_MIRROR',
  'CHECKPOINT_DISABLE',
];

/** The one prisma resource in scope. */
async function subject(session: Session) {
  const project = await session.open();
  const found = project.resources.filter(({ providerId }) => providerId === 'prisma');
  const [resource] = found;
  if (!resource || found.length > 1) {
    throw new RewindError('input-invalid', `"migrate" needs one prisma resource in scope (found ${found.length})`, {
      remedy:
        found.length > 1
          ? `Name one with --scope: ${found.map(({ id }) => id).join(', ')}.`
          : 'Add a resource with "provider: prisma" to the configuration, or remove --scope.',
    });
  }
  return {
    project,
    config: resource.config as Config,
    ctx: forResource(session.context, resource.id),
    provider: resource.provider,
  };
}

/** A down migration needs no snapshot. */
const NO_PAYLOADS = {
  refs: [],
  has: () => false,
  open: async () => {
    throw new RewindError('internal', 'A down migration requested a payload.');
  },
  read: async () => {
    throw new RewindError('internal', 'A down migration requested a payload.');
  },
};
