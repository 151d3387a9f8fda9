import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { sha256 } from '../../runtime/digest.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { secretReference } from '../../runtime/fields.js';
import type { AssertionSample, ProbeAdapter } from '../probe.js';
import { runQuestion, shortText } from '../question.js';
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

/**
 * An integrity assertion. A query that fails is an error, not a false assertion: the data may be sound. But a query that was
 * answered before the deploy, and now names a column or table that does not exist, proves that the deploy removed it.
 */
export const adapter = {
  id: 'sql',
  kind: 'assertion',
  config,
  run: (entry, tick, context) =>
    runQuestion(tick, context, async (ctx, at) => {
      const query = sha256(entry.query);
      const known = tick.baseline?.query === query;
      return {
        samples: [{ kind: 'assertion', at, ...(known ? await answerOrGone(entry, ctx) : await answer(entry, ctx)) }],
        facts: { query },
      };
    }),
} satisfies ProbeAdapter<Config>;

type Answer = Pick<AssertionSample, 'holds' | 'detail'>;

async function answerOrGone(entry: Config, ctx: Context): Promise<Answer> {
  try {
    return await answer(entry, ctx);
  } catch (error) {
    const { namesWhatIsGone } = await import('../../services/postgres/read-only.js');
    if (!namesWhatIsGone(error)) throw error;
    const remedy = 'If the deploy was meant to remove it, correct "query".';
    return { holds: false, detail: shortText(ctx, `answered before the deploy, now: ${messageOf(error)} ${remedy}`) };
  }
}

async function answer(entry: Config, ctx: Context): Promise<Answer> {
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
