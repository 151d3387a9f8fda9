import { access, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getExecOutput } from '@actions/exec';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Config } from './config.js';
import { readMigrations } from './files.js';
import { factsOf, withoutControl } from './sql.js';

interface Generated {
  /** Path relative to the repository. */
  readonly path: string;
  readonly script: string;
}

/**
 * Writes a down.sql beside the newest migration: the output of `prisma migrate diff` from all migrations to all but the
 * newest. Runs the project's own Prisma, which needs a shadow database (prisma.config.ts).
 *
 * @throws RewindError input-invalid if one exists, migration-down-empty, tool-missing, tool-failed
 */
export async function generateDown(
  config: Config,
  ctx: Context,
  env: Readonly<Record<string, string>>,
  options: { readonly force: boolean; readonly dryRun: boolean },
): Promise<Generated> {
  const files = await readMigrations(config, ctx);
  const newest = files.at(-1);
  if (!newest) {
    throw new RewindError('migrations-unreadable', `${config.migrations} holds no migration.`, {
      resource: ctx.resource,
    });
  }
  if (newest.down !== null && !options.force && !options.dryRun) {
    throw new RewindError('input-invalid', `${newest.downPath} already exists.`, {
      resource: ctx.resource,
      remedy: 'Edit it, or replace it with --force.',
    });
  }
  const all = resolve(ctx.root, config.migrations);
  const without = join(ctx.scratch, 'migrations-before');
  await mkdir(without, { recursive: true });
  await cp(all, without, { recursive: true });
  await rm(join(without, newest.name), { recursive: true });
  // Removes the transaction that Prisma writes around a change of an enum: Rewind opens its own.
  const script = withoutControl(await diff(ctx, env, all, without));
  if (factsOf(script).statements.length === 0) {
    throw new RewindError('migration-down-empty', `${newest.name} changes nothing that Prisma can describe.`, {
      resource: ctx.resource,
    });
  }
  if (!options.dryRun) await writeFile(join(all, newest.name, 'down.sql'), script);
  return { path: newest.downPath, script };
}

async function diff(ctx: Context, env: Readonly<Record<string, string>>, from: string, to: string): Promise<string> {
  const program = join(ctx.root, 'node_modules', '.bin', 'prisma');
  await access(program).catch(() => {
    throw new RewindError('tool-missing', 'The project has no Prisma in node_modules.', {
      resource: ctx.resource,
      remedy: 'Install the dependencies of the project (npm ci) and run again.',
    });
  });
  const { exitCode, stdout, stderr } = await getExecOutput(
    program,
    ['migrate', 'diff', '--from-migrations', from, '--to-migrations', to, '--script'],
    { silent: true, ignoreReturnCode: true, cwd: ctx.root, env: { ...ctx.childEnv, ...env } },
  );
  if (exitCode !== 0) {
    throw new RewindError(
      'tool-failed',
      `"prisma migrate diff" failed: ${ctx.masker.redact(stderr.trim().slice(-1_000))}`,
      {
        resource: ctx.resource,
      },
    );
  }
  return stdout;
}
