import type { CommandResult } from '../../cli/result.js';
import { withParentHint } from '../../cli/repository-root.js';
import type { Session } from '../../cli/session.js';
import { loadConfig } from '../../config/load.js';
import type { RewindConfig } from '../../config/schema.js';
import { differenceOf, type Line } from '../../report/runbook/difference.js';
import { runbookMarkdown } from '../../report/runbook/index.js';
import { isGenerated, ownTextIn } from '../../report/runbook/own.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { isInside, writeOutput } from '../../runtime/files.js';
import { codeBlock, codeSpan } from '../../runtime/markdown.js';

import { plural, textOf } from '../../runtime/text.js';
import { gather, runbookFile, type RunbookFile } from './gather.js';
import type { RunbookSession } from './flags.js';

/** Lines of a difference that are shown. */
const SHOWN = 20;

/** Needs no credential and no network: a runbook must be made before an incident, by anybody. */
export async function execute(session: RunbookSession): Promise<CommandResult<'current' | 'stale' | 'written', never>> {
  const { inputs, context: ctx } = session;
  if (inputs.scope !== null) {
    throw new RewindError('input-invalid', '--scope: a runbook describes all resources.', {
      remedy: 'Run the command without --scope.',
    });
  }
  const config = await readConfig(session);
  const { print } = inputs;
  if (print && inputs.check) throw new RewindError('input-invalid', '--print and --check cannot be combined.');
  const file = runbookFile(session, config, inputs.output);
  const facts = await gather(session, config, file, inputs);
  if (file.text !== null && !isGenerated(file.text) && !print) throw foreign(file);
  const own = file.text === null || !isGenerated(file.text) ? new Map<string, string>() : ownTextIn(file.text);
  const markdown = withoutSecrets(runbookMarkdown(facts, own), ctx);
  if (print) {
    return {
      exit: 0,
      json: { ok: true, file: null, markdown },
      text: markdown.trimEnd(),
      outputs: { verdict: 'written' },
    };
  }
  const lines = file.text === null ? [] : differenceOf(file.text, markdown);
  const current = file.text !== null && lines.length === 0;
  if (!inputs.check && !current) await writeOutput('output', file.absolute, markdown);
  const headline = headlineOf(file, lines, current, inputs.check, facts.renew, ctx.root);
  const shown = lines.slice(0, SHOWN).map(({ sign, number, text: line }) => `${sign} ${number}: ${line}`);
  const more = lines.length > SHOWN ? [`… and ${lines.length - SHOWN} more`] : [];
  return {
    exit: inputs.check && !current ? 3 : 0,
    json: {
      ok: current || !inputs.check,
      file: file.name,
      exists: file.text !== null,
      current,
      written: !inputs.check && !current,
      difference: lines.map(({ sign, number, text: line }) => ({ sign, number, text: line })),
      renew: facts.renew,
    },
    text: textOf([headline, ...shown.map((line) => `  ${line}`), ...more.map((line) => `  ${line}`)]),
    summary: [
      `## ${current || !inputs.check ? '✅' : '❌'} ${codeSpan(file.name)}`,
      headline,
      ...(shown.length === 0 ? [] : [codeBlock('diff', [...shown, ...more].join('\n'))]),
    ].join('\n\n'),
    outputs: { verdict: current ? 'current' : inputs.check ? 'stale' : 'written' },
  };
}

/** Without the providers and the store: they would ask for credentials. @throws RewindError config-not-found, config-invalid */
async function readConfig(session: Session): Promise<RewindConfig> {
  const { config } = session.inputs;
  try {
    return await loadConfig(config, session.path(config));
  } catch (error) {
    throw withParentHint(error, session.path('.'), config);
  }
}

const foreign = ({ name }: RunbookFile): RewindError =>
  new RewindError('input-invalid', `${name} exists, and "rewind runbook" did not write it. Nothing was changed.`, {
    remedy:
      'Name another file with --output (or "runbook" in the configuration), and move your text into its marked places.',
  });

/** The configuration refuses literal secrets where it knows them. A value of this run would be everywhere the file is. */
function withoutSecrets(markdown: string, { masker }: Context): string {
  if (masker.redact(markdown) === markdown) return markdown;
  throw new RewindError(
    'input-invalid',
    'The configuration holds the value of a secret of this run. Nothing was written.',
    {
      remedy: 'Write it as ${NAME}. If it is not a secret, unset its variable for this command.',
    },
  );
}

function headlineOf(
  { name, absolute, text: before }: RunbookFile,
  lines: readonly Line[],
  current: boolean,
  check: boolean,
  renew: string,
  root: string,
): string {
  if (current) return `${name} is current.`;
  const of = (sign: Line['sign']): number => lines.filter((line) => line.sign === sign).length;
  const counts = `${plural(of('+'), 'line')} new, ${of('-')} gone`;
  if (!check && before !== null) return `${name} is renewed: ${counts}.`;
  if (!check) return `${name} is written. Read it${isInside(root, absolute) ? ', then commit it' : ''}.`;
  return before === null
    ? `There is no ${name}. Write it: ${renew}`
    : `${name} is not current: ${counts}. Renew it: ${renew}`;
}
