import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { secretReference } from '../../runtime/fields.js';
import { probeFields } from '../http-fields.js';
import { refuseLiteralSecrets } from '../literal-secrets.js';
import type { CheckSample, ProbeAdapter } from '../probe.js';
import { runQuestion, shortText } from '../question.js';

export const config = z
  .strictObject({
    ...probeFields,
    adapter: z.literal('command').describe('A program: exit status 0 is good, 1 is bad, everything else is no answer.'),
    run: z
      .tuple([z.string().min(1)], z.string())
      .describe('The program and its arguments. No shell reads them. It runs in the root of the repository.'),
    env: z
      .record(z.string().regex(/^[A-Z_][A-Z0-9_]*$/, 'must be the name of an environment variable'), secretReference)
      .default({})
      .describe('Variables that the program gets, as ${NAME}. It gets no other credential.'),
    'timeout-seconds': z.number().min(0.1).max(60).default(10).describe('A program that takes longer has failed.'),
  })
  .superRefine(refuseLiteralSecrets);
export type Config = z.output<typeof config>;

export const adapter: ProbeAdapter<Config> = {
  id: 'command',
  kind: 'check',
  config,
  run: (entry, tick, context) =>
    runQuestion(tick, context, async (ctx, at) => {
      const first = await once(entry, ctx, at);
      return { samples: [first.ok ? first : { ...(await once(entry, ctx, at)), retried: true }] };
    }),
};

/** @throws RewindError tool-failed, tool-missing, credential-missing */
async function once(entry: Config, ctx: Context, at: number): Promise<CheckSample> {
  const { runProgram } = await import('../../runtime/shell-command.js');
  const inherited = Object.entries(ctx.childEnv).filter(([name]) => !name.startsWith('GATE_'));
  const given = Object.entries(entry.env).map(([name, value]) => [name, ctx.env.resolve(value, ctx.resource)]);
  const env = Object.fromEntries([...inherited, ...given]) as Record<string, string>;
  const begin = ctx.clock.monotonic();
  const { status, failure, lastLine } = await runProgram(ctx, entry.run, env, entry['timeout-seconds']);
  const latencyMs = ctx.clock.monotonic() - begin;
  if (failure === null) return { kind: 'check', at, ok: true, latencyMs };
  const said = shortText(ctx, `${failure}${lastLine === null ? '' : `: ${lastLine}`}`);
  const failed = status === 1 || failure.startsWith('no end');
  if (failed) return { kind: 'check', at, ok: false, latencyMs, error: said };
  throw new RewindError('tool-failed', `The program ended with ${said}`, { resource: ctx.resource });
}
