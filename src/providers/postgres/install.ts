import { access } from 'node:fs/promises';
import { getExecOutput } from '@actions/exec';
import type { Context } from '../../runtime/context.js';

/** From Debian's postgresql-common: adds PostgreSQL's own package archive, which has every version. */
const PGDG = '/usr/share/postgresql-common/pgdg/apt.postgresql.org.sh';

/** Two databases of one version must not call apt at the same time. */
const running = new Map<number, Promise<string | null>>();

/**
 * Installs the client of a major version with apt: from the distribution, else from PostgreSQL's own archive.
 * @returns the reason of a failure, else null
 */
export function installClient(ctx: Context, major: number): Promise<string | null> {
  const begun = running.get(major) ?? install(ctx, major);
  running.set(major, begun);
  return begun;
}

async function install(ctx: Context, major: number): Promise<string | null> {
  const run = await privileged(ctx);
  if (typeof run === 'string') return run;
  const name = `postgresql-client-${major}`;
  ctx.log.info(`Installing ${name} …`);
  const packages = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends'];
  await run(['apt-get', 'update', '-qq']);
  if ((await run([...packages, name])) === null) return null;
  const missing = await run([...packages, 'postgresql-common', 'ca-certificates']);
  if (missing !== null) return missing;
  const failed = (await exists(PGDG)) ? await run([PGDG, '-y']) : `${PGDG} is not there`;
  return failed ?? (await run([...packages, name]));
}

/** Runs a program as root. @returns the last line of its output if it fails, else null */
async function privileged(ctx: Context): Promise<string | ((command: string[]) => Promise<string | null>)> {
  const env = { ...ctx.childEnv, DEBIAN_FRONTEND: 'noninteractive' };
  const call = async (command: readonly string[]): Promise<string | null> => {
    const [file = ''] = command;
    try {
      // env looks the program up on the PATH of the context, not on that of our process.
      const { exitCode, stdout, stderr } = await getExecOutput('/usr/bin/env', [...command], {
        silent: true,
        ignoreReturnCode: true,
        env,
      });
      if (exitCode === 0) return null;
      return `${stderr}\n${stdout}`.trim().split('\n').at(-1) ?? `${file} ended with ${exitCode}`;
    } catch {
      return `${file} is not there`;
    }
  };
  if ((await call(['apt-get', '--version'])) !== null) return 'there is no apt-get';
  if (process.getuid?.() === 0) return call;
  // sudo clears the environment, so apt's variables are passed explicitly.
  const sudo = ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive'];
  if ((await call([...sudo, 'true'])) !== null) return 'sudo asks for a password';
  return (command) => call([...sudo, ...command]);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
