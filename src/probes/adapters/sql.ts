import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { secretReference } from '../../runtime/fields.js';
import type { AssertionSample, ProbeAdapter } from '../probe.js';
import { runQuestion } from '../question.js';
import { serviceFields } from '../service-fields.js';

/** More rows are not counted. */
const COUNTED = 1000;

export const config = z.strictObject({
  ...serviceFields('data', 60),
  adapter: z.literal('sql').describe('A statement about the rows of a PostgreSQL database that must be true.'),
  url: secretReference.describe('Direct address of the database, with a role that only reads.'),
  query: z.string().min(1).max(20_000).describe('One SELECT. It runs in a transaction that cannot write.'),
  expect: z
    .enum(['one-true-row', 'no-rows'])
    .default('one-true-row')
    .describe('one-true-row: one row of one boolean, which is true. no-rows: every row is a fault.'),
  timeout: z.number().int().min(1).max(300).default(10).describe('Seconds for the query.'),
});
export type Config = z.output<typeof config>;

/** An integrity assertion. A query that fails is an error, not a false assertion: the data may be sound. */
export const adapter = {
  id: 'sql',
  kind: 'assertion',
  config,
  run: (entry, tick, context) =>
    runQuestion(tick, context, async (ctx, at) => ({
      samples: [{ kind: 'assertion', at, ...(await answer(entry, ctx)) }],
    })),
} satisfies ProbeAdapter<Config>;

async function answer(entry: Config, ctx: Context): Promise<Pick<AssertionSample, 'holds' | 'detail'>> {
  const { askBoolean, countRows } = await import('../../services/postgres/read-only.js');
  const question = { url: ctx.env.resolve(entry.url, ctx.resource), query: entry.query, seconds: entry.timeout };
  if (entry.expect === 'one-true-row') {
    const value = await askBoolean(ctx, question);
    if (value !== null) return value ? { holds: true } : { holds: false, detail: 'the query returned false' };
    throw new RewindError('input-invalid', 'The query returned NULL, which is neither true nor false.', {
      resource: ctx.resource,
      remedy: 'Use COALESCE to say what NULL means.',
    });
  }
  const count = await countRows(ctx, question, COUNTED + 1);
  if (count === 0) return { holds: true };
  const shown = count > COUNTED ? `more than ${COUNTED}` : String(count);
  return { holds: false, detail: `${shown} row${count === 1 ? '' : 's'}, expected none` };
}
