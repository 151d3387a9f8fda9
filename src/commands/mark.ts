import { choose } from '../cli/choose.js';
import { operatorOf } from '../runtime/operator.js';
import { defineCommand } from '../cli/command.js';
import { FLAGS, toggle, WHICH_SNAPSHOT, type Flag } from '../cli/flags.js';
import { marksOf, putMark, removeMark } from '../engine/snapshot-files.js';
import { MARK_NAME } from '../engine/vocabulary.js';
import { codeSpan } from '../runtime/markdown.js';
import { RewindError } from '../runtime/errors.js';

const name: Flag<string> = {
  description: 'Name of the mark; choose the snapshot by it later.',
  value: 'name',
  default: 'good',
  allowed: 'lower-case letters, digits and dashes, beginning with a letter; not a selector and not a commit',
  parse: (given) => (MARK_NAME.test(given) ? given : undefined),
  absent: 'good',
};

/** Writes one small object beside the snapshot. The snapshot itself and its signature stay as they are. */
export default defineCommand({
  name: 'mark',
  summary: 'Mark a snapshot as good: retention keeps it, and "--snapshot good" chooses it.',
  arguments: [{ name: 'snapshot', description: WHICH_SNAPSHOT, required: true }],
  flags: { name, remove: toggle('Remove the mark.') },
  examples: ['mark 20261123T030405Z-1a2b3c', 'mark latest --name before-black-friday', 'mark good --remove'],
  outputs: ['snapshot-id'],
  async run(session) {
    const { inputs, context } = session;
    const selector = FLAGS.snapshot.parse(inputs.args[0] ?? '');
    if (selector === undefined) {
      throw new RewindError(
        'input-invalid',
        `<snapshot> must be ${FLAGS.snapshot.allowed} (got "${inputs.args[0] ?? ''}")`,
      );
    }
    const project = await session.open();
    const { store } = project;
    const { environment } = project.config;
    // The service deletes the snapshot on its day, also when it is marked.
    if (store.expires === true)
      throw new RewindError('mark-unsupported', `The store "${store.kind}" cannot keep a mark.`);
    const { manifest } = await choose(session, project, selector);
    const { id } = manifest;
    if (inputs.remove) {
      const present = marksOf(await store.list(`snapshots/${environment}`)).get(id) ?? [];
      if (!present.includes(inputs.name)) {
        throw new RewindError('input-invalid', `Snapshot ${id} has no mark "${inputs.name}".`, {
          remedy: present.length === 0 ? 'It has no mark.' : `It has ${present.join(', ')}.`,
        });
      }
      await removeMark(store, environment, id, inputs.name);
    } else {
      const by = session.run?.triggeredBy ?? operatorOf(context.env);
      await putMark(store, environment, id, inputs.name, { by, at: context.clock.now().toISOString() });
    }
    const text = inputs.remove
      ? `Snapshot ${id} no longer has the mark "${inputs.name}".`
      : `Snapshot ${id} has the mark "${inputs.name}". Retention keeps it. To choose it: --snapshot ${inputs.name}`;
    return {
      exit: 0,
      json: { ok: true, snapshot: id, mark: inputs.name, marked: !inputs.remove },
      text,
      summary: `## Mark ${codeSpan(inputs.name)}\n\nSnapshot \`${id}\`: ${inputs.remove ? 'removed' : 'set'}.\n`,
      outputs: { 'snapshot-id': id },
    };
  },
});
