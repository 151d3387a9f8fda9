import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { COMMON_FLAGS } from '../../cli/flags.js';
import type { Session } from '../../cli/session.js';
import { commandLine } from '../../cli/command-line.js';
import { callerIn, type Caller } from '../../config/callers.js';
import type { RewindConfig } from '../../config/schema.js';
import type { RepositoryName, RunbookFacts } from '../../report/runbook/facts.js';
import { repositoryIn } from '../../report/runbook/own.js';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { remoteRepository } from './remote.js';
import { REPOSITORY } from './flags.js';

/** Where the runbook is if neither the command nor the configuration says it; relative to the repository. */
const USUAL = 'docs/runbook.md';
const FOLDER = '.github/workflows';
/** Bytes of the largest workflow and of the largest runbook; GitHub's own limit for a workflow is lower. */
const MOST = 1024 ** 2;

/** The committed runbook. */
export interface RunbookFile {
  /** From the root of the repository, for messages. */
  readonly name: string;
  readonly absolute: string;
  /** Null: there is none. */
  readonly text: string | null;
}

type Where = Pick<Session, 'path' | 'context'> & { readonly inputs: { readonly config: string } };

/** @param output as given with --output; null: as the configuration says. @throws RewindError input-invalid */
export function runbookFile(session: Where, config: RewindConfig, output: string | null): RunbookFile {
  const { root } = session.context;
  const absolute = output === null ? resolve(root, config.runbook ?? USUAL) : session.path(output);
  const name = relative(root, absolute).replaceAll('\\', '/');
  return { name, absolute, text: textOf(absolute, name) };
}

function textOf(path: string, name: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  try {
    const { size } = statSync(path);
    if (!statSync(path).isFile()) throw new Error('it is not a regular file');
    if (size > MOST) throw new Error(`it has ${size} bytes; at most ${MOST} are read`);
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw new RewindError('input-invalid', `The runbook ${name} could not be read: ${messageOf(error)}`, {
      remedy: 'Name another file with --output, or correct this one.',
      cause: error,
    });
  }
}

/**
 * Reads what a runbook is rendered from. The links lead to the repository that is given, else to the one of the committed
 * runbook (a fork must not find it stale), else to the one of the run or of the remote "origin".
 */
export async function gather(
  session: Where,
  config: RewindConfig,
  file: RunbookFile,
  given: { readonly repository: string | null; readonly output: string | null },
): Promise<RunbookFacts> {
  const { root } = session.context;
  const configFile = relative(root, session.path(session.inputs.config)).replaceAll('\\', '/');
  const known = file.text === null ? null : repositoryIn(file.text);
  const repository = repositoryOf(given.repository ?? known ?? (await remoteRepository(session.context)));
  const renew = commandLine({ inputs: { config: configFile } }, [
    'runbook',
    ...(given.output === null ? [] : ['--output', file.name]),
    ...(repository === null ? [] : ['--repository', shortName(repository)]),
  ]);
  return { config, configFile, repository, callers: callersIn(session.context, configFile), renew };
}

/** The workflows of the repository that call Rewind for this configuration, by name. */
function callersIn({ root, log }: Context, config: string): Caller[] {
  const folder = join(root, FOLDER);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .flatMap((name) => {
      try {
        const { size } = statSync(join(folder, name));
        if (size > MOST) throw new Error(`it has ${size} bytes`);
        const text = readFileSync(join(folder, name), 'utf8');
        const caller = callerIn(name, text, config, COMMON_FLAGS.config.absent);
        return caller === null ? [] : [caller];
      } catch (error) {
        log.warn(`${FOLDER}/${name} could not be read: ${messageOf(error)}`);
        return [];
      }
    });
}

function repositoryOf(text: string | null): RepositoryName | null {
  const [, host = 'github.com', name] = REPOSITORY.exec(text ?? '') ?? [];
  return name === undefined ? null : { server: `https://${host}`, name };
}

const shortName = ({ server, name }: RepositoryName): string =>
  server === 'https://github.com' ? name : `${server.replace('https://', '')}/${name}`;
