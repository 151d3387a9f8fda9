import { asRewindError, RewindError } from '../runtime/errors.js';
import type { Change } from '../engine/provider.js';
import { forResource } from '../runtime/create-context.js';
import type { Config } from '../providers/prisma/config.js';
import type { State } from '../providers/prisma/state.js';
import type { CommandResult } from '../cli/result.js';
import type { Session } from '../cli/session.js';

/**
 * `migrate down 1`, `migrate down --to NAME`, `migrate generate`: what a runbook says for Prisma, which has no down. The
 * only command about one provider, so it reaches into that one; it is loaded when the command is.
 */
export async function migrate(session: Session): Promise<CommandResult> {
  const [verb, ...rest] = session.inputs.args;
  if (verb === 'down') return down(session, rest);
  if (verb === 'generate' && rest.length === 0) return generate(session);
  throw new RewindError('input-invalid', `"migrate ${session.inputs.args.join(' ')}" is not understood.`, {
    remedy:
      'Use: rewind migrate down 1 | rewind migrate down --to NAME | rewind migrate generate (each with --dry-run).',
  });
}

async function down(session: Session, rest: readonly string[]): Promise<CommandResult> {
  const { inputs } = session;
  const { config, ctx, provider } = await subject(session);
  const { applied } = await import('../providers/prisma/history.js');
  const { downChange } = await import('../providers/prisma/plan.js');
  const live = (await provider.capture(config, ctx, { purpose: 'compare', write: async () => undefined })) as State;
  const present = applied(live.history);
  const chosen = choose(present, rest, inputs.to);
  if (chosen.length === 0) {
    return { exit: 0, json: { ok: true, dryRun: inputs.dryRun, down: [] }, text: 'Nothing to take down.' };
  }
  const change = downChange(chosen, present, live);
  const steps = describe(change, chosen);
  const findings = (await provider.preflight?.(config, [change], ctx, NO_PAYLOADS)) ?? [];
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) {
    throw new RewindError('preflight-failed', `${errors.length} check(s) failed. Nothing was changed.`, {
      resource: config.id,
      problems: errors.map(({ message, remedy }) => `${message} ${remedy ?? ''}`.trim()),
    });
  }
  const json = { ok: true, dryRun: inputs.dryRun, down: [...chosen] };
  if (inputs.dryRun) {
    const needs = change.confirm === undefined ? '' : `\nThis needs --confirm-data-loss ${change.confirm}.`;
    return { exit: 0, json, text: `Would take down, newest first:\n${steps}${needs}` };
  }
  if (change.confirm !== undefined && change.confirm !== inputs.confirmDataLoss) {
    throw new RewindError('data-loss-unconfirmed', `Data would be lost:\n${steps}`, {
      resource: config.id,
      // Unlike a rollback, this command takes no snapshot of its own.
      remedy: `This command takes no snapshot: if the data may be needed, run "rewind snapshot" first. Then type the name of the database: --confirm-data-loss ${change.confirm}`,
    });
  }
  try {
    await provider.apply(config, change, ctx, NO_PAYLOADS);
  } catch (thrown) {
    throw unfinished(thrown, present[present.length - chosen.length - 1]);
  }
  return { exit: 0, json, text: `Taken down, newest first:\n${steps}\n"prisma migrate deploy" will apply them again.` };
}

/** A count is taken from where the history is now: given a second time it would go further than was meant. */
function unfinished(thrown: unknown, goal: string | undefined): RewindError {
  const { code, message, resource, remedy, problems } = asRewindError(thrown);
  const finish =
    goal === undefined
      ? 'run "rewind migrate down" with as many as are still applied'
      : `run "rewind migrate down --to ${goal}"`;
  return new RewindError(code, message, {
    resource,
    remedy: `${code === 'cancelled' ? '' : `${remedy} `}To go on to where this was to end, ${finish}; the same count again would be counted from here.`,
    problems,
    cause: thrown,
  });
}

/** Newest first. */
function choose(present: readonly string[], rest: readonly string[], to: string | null): string[] {
  const appliedAre = { remedy: `Applied are: ${present.join(', ') || 'none'}.` };
  if (to !== null && rest.length === 0) {
    const at = present.indexOf(to);
    if (at >= 0) return present.slice(at + 1).reverse();
    throw new RewindError('migration-unknown', `"${to}" is not an applied migration.`, appliedAre);
  }
  const count = Number(rest[0]);
  if (to !== null || rest.length !== 1 || !/^[1-9]\d*$/.test(rest[0] ?? '')) {
    throw new RewindError('input-invalid', 'Say how many migrations to take down, or to which one to go back.', {
      remedy: 'Use: rewind migrate down 1, or rewind migrate down --to NAME.',
    });
  }
  if (count > present.length) {
    throw new RewindError('migration-unknown', `Only ${present.length} migration(s) are applied.`, appliedAre);
  }
  return present.slice(-count).reverse();
}

function describe(change: Change, names: readonly string[]): string {
  const risks = (change.dataAtRisk ?? []).map(({ what }) => `  ! loses data: ${what}`);
  return [...names.map((name) => `  ${name}`), ...change.warnings.map((warning) => `  ! ${warning}`), ...risks].join(
    '\n',
  );
}

async function generate(session: Session): Promise<CommandResult> {
  const { inputs } = session;
  const { config, ctx } = await subject(session);
  const { generateDown } = await import('../providers/prisma/generate.js');
  // Prisma's own configuration reads what it needs from the environment; it gets that and no other credential.
  const url = ctx.env.resolve(config.url, ctx.resource);
  const env: Record<string, string> = { DATABASE_URL: url, [config.url.slice('${'.length, -1)]: url };
  for (const name of PRISMA_VARIABLES) {
    const value = ctx.env.secret(name);
    if (value !== undefined) env[name] = value;
  }
  const generated = await generateDown(config, ctx, env, { force: inputs.force, dryRun: inputs.dryRun });
  const note = 'Read it before you commit it: what a migration deleted, no down.sql brings back.';
  return {
    exit: 0,
    json: { ok: true, dryRun: inputs.dryRun, path: generated.path, script: generated.script },
    text: `${inputs.dryRun ? 'Would write' : 'Wrote'} ${generated.path}:\n\n${generated.script}\n${note}`,
    summary: `## ${generated.path}\n\n\`\`\`sql\n${generated.script}\n\`\`\`\n\n${note}`,
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
    throw new RewindError(
      'input-invalid',
      `There are ${found.length} prisma resources in scope; "migrate" needs one.`,
      {
        remedy:
          found.length > 1
            ? `Name one with --scope: ${found.map(({ id }) => id).join(', ')}.`
            : 'Add a resource with "provider: prisma" to the configuration, or leave out --scope.',
      },
    );
  }
  return {
    config: resource.config as Config,
    ctx: forResource(session.context, resource.id),
    provider: resource.provider,
  };
}

/** A down migration reads nothing from a snapshot. */
const NO_PAYLOADS = {
  refs: [],
  has: () => false,
  open: async () => {
    throw new RewindError('internal', 'A down migration asked for a payload.');
  },
  read: async () => {
    throw new RewindError('internal', 'A down migration asked for a payload.');
  },
};
