import { getExecOutput } from '@actions/exec';
import type { Context } from '../../runtime/context.js';
import type { Programs } from './programs.js';

/** docs/adr/0016-parallel-restore.md has the figures of all levels. */
const ZSTD = 'zstd:3';
const ZLIB = '1';
/** The first major version of pg_dump that knows zstd. */
const ZSTD_SINCE = 16;

/** The `--compress` of a dump: as configured; else zstd if this pg_dump has it, else the fast level of zlib. */
export async function compressionOf(ctx: Context, programs: Programs, configured: string | undefined): Promise<string> {
  if (configured !== undefined) return configured;
  return programs.major >= ZSTD_SINCE && (await supportsZstd(ctx, programs.dump)) ? ZSTD : ZLIB;
}

/** pg_dump checks its compression before it connects, so a server that cannot exist tells a build without zstd. */
async function supportsZstd(ctx: Context, program: string): Promise<boolean> {
  const nowhere = ['--host=/nonexistent', '--no-password', '--format=custom', `--compress=${ZSTD}`, 'none'];
  const { stderr } = await getExecOutput(program, nowhere, {
    silent: true,
    ignoreReturnCode: true,
    env: { ...ctx.childEnv, LC_ALL: 'C' },
  });
  return /connection to server/.test(stderr);
}
