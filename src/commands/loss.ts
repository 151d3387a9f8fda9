import { FLAGS, type Flag } from '../cli/flags.js';
import { defineCommand } from '../cli/command.js';
import type { TableLoss } from '../services/postgres/data-loss.js';
import { parseState } from '../engine/live-plan.js';
import { trustOf } from '../engine/trust.js';
import { choose } from '../cli/choose.js';
import { table } from '../runtime/markdown.js';
import { forResource, forSnapshot } from '../runtime/create-context.js';
import { RewindError } from '../runtime/errors.js';
import { toJson } from '../runtime/json.js';
import { plural, textOf } from '../runtime/text.js';

const MAX_KEYS = 100;
const keys: Flag<number> = {
  description: 'Show the keys of at most this many rows of each table. Only on a terminal: they may be personal data.',
  value: 'count',
  allowed: `a number from 0 to ${MAX_KEYS}`,
  parse: (given) => (/^\d{1,3}$/.test(given) && Number(given) <= MAX_KEYS ? Number(given) : undefined),
  absent: 0,
};

/** The keys appear only in the text for a terminal: not in JSON, not in the summary, not in the log of a workflow. */
export default defineCommand({
  name: 'loss',
  summary: 'Count the rows that a restore of the snapshot would lose, table by table. Changes nothing.',
  flags: { snapshot: FLAGS.snapshot, keys },
  examples: ['loss', 'loss --keys 5'],
  outputs: ['snapshot-id'],
  async run(session) {
    const { inputs, context } = session;
    // Other CI systems keep a log too, and a pipe or a redirection leads to a file.
    if (inputs.keys > 0 && !inputs.json && (session.run !== null || !process.stdout.isTTY)) {
      throw new RewindError(
        'input-invalid',
        '--keys prints keys of rows, which may be personal data: not into a file, a pipe or the log of a workflow.',
        { remedy: 'Run "rewind loss --keys" on a terminal, without a redirection.' },
      );
    }
    const project = await session.open();
    const { manifest } = await choose(session, project, inputs.snapshot);
    const trust = await trustOf(project.store, manifest, project.signKeys, context.clock.now());
    if (trust.kind === 'unsigned') context.log.warn(`Snapshot ${manifest.id} is not signed: ${trust.reason}.`);
    const ctx = forSnapshot(context, manifest);
    const measured = [];
    const uncounted: string[] = [];
    for (const resource of project.resources) {
      const captured = manifest.resources.find(({ id }) => id === resource.id);
      const { capabilities } = resource.provider;
      if (!captured) continue;
      if (capabilities?.measureLoss === undefined) {
        if (capabilities?.database?.modes.includes('restore')) uncounted.push(resource.id);
        continue;
      }
      const saved = parseState(resource, captured.state);
      const found = await capabilities.measureLoss(resource.config, saved, forResource(ctx, resource.id), inputs.keys);
      measured.push({ resource: resource.id, ...found });
    }
    const losses = measured.flatMap(({ resource, losses: found }) => found.map((loss) => ({ resource, ...loss })));
    const headline =
      measured.length === 0 && uncounted.length === 0
        ? `Snapshot ${manifest.id} holds no database in this scope.`
        : headlineOf(manifest.id, losses, uncounted);
    const left = uncounted.map(
      (id) => `Not counted: ${id}. "rewind plan --database restore" shows what is known of its rows.`,
    );
    const rows = losses.map((loss) => [
      loss.resource,
      loss.table,
      loss.written?.toLocaleString('en-US') ?? '?',
      loss.note,
    ]);
    const shown = measured.flatMap(({ examples }) =>
      examples.map(({ table: name, keys: found }) => `  ${name}, keys of rows written since: ${found.join('; ')}`),
    );
    return {
      exit: 0,
      json: toJson({ ok: true, snapshot: manifest.id, losses, notCounted: uncounted }),
      text: textOf([headline, ...rows.map((row) => `  ${row.join('  ')}`), ...shown, ...left]),
      summary: [
        `## ${headline}`,
        ...(rows.length === 0 ? [] : [table(['Resource', 'Table', 'Rows lost', 'How sure'], rows)]),
        ...left,
      ].join('\n\n'),
      outputs: { 'snapshot-id': manifest.id },
    };
  },
});

/** Of a table whose rows cannot be told apart, nothing is claimed. */
function headlineOf(
  snapshot: string,
  losses: readonly Pick<TableLoss, 'certainty'>[],
  uncounted: readonly string[],
): string {
  const unknown = losses.filter(({ certainty }) => certainty === 'unknown').length;
  if (losses.length === 0 && uncounted.length === 0) return `A restore of snapshot ${snapshot} would lose no row.`;
  if (unknown === losses.length) return `It is unknown what a restore of snapshot ${snapshot} would lose.`;
  const known = `A restore of snapshot ${snapshot} changes rows of ${plural(losses.length - unknown, 'table')}`;
  return unknown === 0 ? `${known}.` : `${known}; of ${unknown} more it is unknown.`;
}
