import { access } from 'node:fs/promises';
import { getExecOutput } from '@actions/exec';
import type { Context } from '../../runtime/context.js';

/** From Debian's postgresql-common: adds PostgreSQL's own package archive, which has every version. */
const PGDG = '/usr/share/postgresql-common/pgdg/apt.postgresql.org.sh';

/** Two databases of one version must not call apt at the same time. */
const running = new Map<number, Promise<string | null>>();

/** Installs one package. @returns the last line of the output if it fails, else null */
type Run = (command: string[]) => Promise<string | null>;

interface Manager {
  readonly program: string;
  /** The package with the client of a major version. */
  readonly nameOf: (major: number) => string;
  readonly install: (run: Run, name: string) => Promise<string | null>;
}

/** Debian and Ubuntu; Fedora, Red Hat and Amazon Linux; Alpine. */
const MANAGERS: readonly Manager[] = [
  { program: 'apt-get', nameOf: (major) => `postgresql-client-${major}`, install: withApt },
  {
    program: 'dnf',
    nameOf: (major) => `postgresql${major}`,
    install: (run, name) => run(['dnf', 'install', '-y', '-q', name]),
  },
  {
    program: 'apk',
    nameOf: (major) => `postgresql${major}-client`,
    install: (run, name) => run(['apk', 'add', '-q', '--no-cache', name]),
  },
];

/**
 * Installs the client of a major version with the package manager of the system.
 * @returns the reason of a failure, else null
 */
export function installClient(ctx: Context, major: number): Promise<string | null> {
  const begun = running.get(major) ?? install(ctx, major);
  running.set(major, begun);
  return begun;
}

async function install(ctx: Context, major: number): Promise<string | null> {
  const call = caller(ctx);
  for (const manager of MANAGERS) {
    if ((await call([manager.program, '--version'])) !== null) continue;
    const run = await privileged(call);
    if (typeof run === 'string') return run;
    const name = manager.nameOf(major);
    ctx.log.info(`Installing ${name} …`);
    return manager.install(run, name);
  }
  return `there is no ${MANAGERS.map(({ program }) => program).join(', ')}`;
}

/** From the distribution, else from PostgreSQL's own archive. */
async function withApt(run: Run, name: string): Promise<string | null> {
  const packages = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends'];
  await run(['apt-get', 'update', '-qq']);
  if ((await run([...packages, name])) === null) return null;
  const missing = await run([...packages, 'postgresql-common', 'ca-certificates']);
  if (missing !== null) return missing;
  const failed = (await exists(PGDG)) ? await run([PGDG, '-y']) : `${PGDG} is not there`;
  return failed ?? (await run([...packages, name]));
}

function caller(ctx: Context): Run {
  const env = { ...ctx.childEnv, DEBIAN_FRONTEND: 'noninteractive' };
  return async (command) => {
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
}

/** Runs programs as root. @returns the reason if that is not possible */
async function privileged(call: Run): Promise<string | Run> {
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
