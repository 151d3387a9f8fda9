import { asRewindError, RewindError } from '../runtime/errors.js';
import { forResource } from '../runtime/create-context.js';
import { settleResources } from '../engine/resources.js';
import { table } from '../runtime/markdown.js';
import { defineCommand } from '../cli/command.js';
import { plural, sentences, textOf } from '../runtime/text.js';

const HEADLINES = {
  closed: 'Not everything is open.',
  unknown: 'It is unknown whether everything is open.',
};

/**
 * Returns access that an interrupted rollback took away. Needs no plan and no approval: it changes no data, and
 * the outage lasts until access is back. Exits with status 3 if something stays closed, or may be.
 */
export default defineCommand({
  name: 'unfence',
  summary: 'Open a database that an interrupted rollback left closed. Needs no plan.',
  flags: {},
  examples: ['unfence', 'unfence --scope db'],
  notes: [
    'Exit status 3 ("closed"): a database stays closed. Exit status 3 ("unknown"): none was found closed, but one could not be read.',
  ],
  verdicts: ['open', 'closed', 'unknown'],
  async run(session) {
    const { resources } = await session.open();
    const able = resources.filter(({ provider }) => provider.capabilities?.unfence !== undefined);
    // A database outside of the scope may be closed: "nothing was closed" would be said without a look at it.
    if (able.length === 0 && session.inputs.scope !== null) {
      throw new RewindError('input-invalid', 'No resource in scope is a database that a rollback can close.', {
        remedy: 'Leave --scope out, or name the database in it.',
      });
    }
    const outcomes = await settleResources(able, async (resource) =>
      resource.provider.capabilities?.unfence?.(resource.config, forResource(session.context, resource.id)),
    );
    const reports = outcomes.map(({ resource: { id }, value, error }) => {
      if (value !== undefined) return { id, ...value };
      const { message, remedy } = asRewindError(error, id);
      return { id, state: 'unknown', text: sentences(message, remedy) };
    });
    const is = (wanted: string): boolean => reports.some(({ state }) => state === wanted);
    const verdict = is('closed') ? 'closed' : is('unknown') ? 'unknown' : 'open';
    const open = verdict === 'open';
    const lifted = reports.filter(({ state }) => state === 'lifted').length;
    const headline = !open
      ? HEADLINES[verdict]
      : lifted > 0
        ? `Opened ${plural(lifted, 'database')}. The rollback that closed ${lifted === 1 ? 'it' : 'them'} is not finished.`
        : able.length === 0
          ? 'No resource is a database that a rollback can close.'
          : 'Nothing was closed by a rollback.';
    return {
      exit: open ? 0 : 3,
      json: { ok: open, resources: reports },
      text: textOf([headline, ...reports.map(({ id, state, text }) => `  ${id}: ${state}: ${text}`)]),
      summary: [
        `## ${open ? '✅' : '⛔'} ${headline}`,
        ...(reports.length === 0
          ? []
          : [
              table(
                ['Resource', 'State', 'What'],
                reports.map(({ id, state, text }) => [id, state, text]),
              ),
            ]),
      ].join('\n\n'),
      outputs: { verdict },
    };
  },
});
