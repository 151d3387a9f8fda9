import { access } from 'node:fs/promises';
import { getExecOutput } from '@actions/exec';
import type { Context } from '../../runtime/context.js';

/** Ships with Debian's postgresql-common: adds PostgreSQL's own package archive, which holds every version. */
const PGDG = '/usr/share/postgresql-common/pgdg/apt.postgresql.org.sh';

/** Two databases of one version must not call apt at the same time. */
const running = new Map<number, Promise<string | null>>();

/**
 * Installs the client of a major version on the runner, by apt: from the distribution, else from PostgreSQL's own archive.
 * @returns why it could not be done; null when it was
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

/** Runs as root; the answer is null, or the last line that the program printed. */
async function privileged(ctx: Context): Promise<string | ((command: string[]) => Promise<string | null>)> {
  const env = { ...ctx.childEnv, DEBIAN_FRONTEND: 'noninteractive' };
  const call = async (command: readonly string[]): Promise<string | null> => {
    const [file = ''] = command;
    try {
      // By env, which looks the program up on the PATH that we were given rather than on that of our process.
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
  // sudo forgets the environment: what apt must know goes along.
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
