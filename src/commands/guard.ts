import { asRewindError } from '../runtime/errors.js';
import { forResource } from '../runtime/create-context.js';
import { settleResources } from '../engine/resources.js';
import { table } from '../report/markdown.js';
import { defineCommand } from '../cli/command.js';
import { textOf } from '../runtime/text.js';
import { text } from '../cli/flags.js';
import type { Project } from '../cli/session.js';
import { quarantinedIn } from '../incident/quarantine.js';

const TO_UNBLOCK =
  'To unblock: deploy the fix (it stays staged), check it, then promote it in Vercel. Then run this deploy again.';
const FREE = 'Deploys are allowed: no rollback pins production or holds back this commit.';
const PINNED = 'production is pinned by a rollback (or its state is unknown)';
const QUARANTINED = 'this commit was rolled back (or the incidents could not be read)';
const TO_LIFT =
  'To lift a quarantine: rewind incident discharge --obligation quarantined-commit:SHA --reason "why it is safe".';

/** A commit that was rolled back is not deployed again until a person lifts it. A record that cannot be read blocks. */
async function quarantine({ store, config }: Project, commit: string | null) {
  const id = 'commit';
  if (commit === null) return [];
  try {
    const found = (await quarantinedIn(store, config.environment)).find((one) => one.commit.startsWith(commit));
    if (found === undefined) return [];
    return [
      {
        id,
        pin: 'quarantined',
        why: `${commit.slice(0, 12)} was rolled back in incident ${found.incident}. ${TO_LIFT}`,
      },
    ];
  } catch (error) {
    return [{ id, pin: 'unknown', why: `The incidents could not be read: ${asRewindError(error).message}` }];
  }
}

/**
 * Blocks deploys after a rollback, because a deploy would override it, and deploys of a commit that was rolled back. Fails
 * closed: an unknown state counts as pinned. Exits with status 3 if pinned (verdict `held`).
 */
export default defineCommand({
  name: 'guard',
  summary:
    'Decide whether a deploy may go to production. Blocks it while a rollback pins production or holds back the commit.',
  flags: { commit: text('sha', 'Commit that is to be deployed; default: the commit of the workflow run.') },
  examples: ['guard', 'guard --commit 1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d'],
  verdicts: ['free', 'held'],
  async run(session) {
    const project = await session.open();
    const { resources } = project;
    const outcomes = await settleResources(
      resources.filter(({ provider }) => provider.capabilities?.hold !== undefined),
      async (resource) =>
        resource.provider.capabilities?.hold?.read(resource.config, forResource(session.context, resource.id)),
    );
    const pins = outcomes.map(({ resource, value, error }) => {
      if (error !== undefined)
        return { id: resource.id, pin: 'unknown', why: asRewindError(error, resource.id).message };
      return { id: resource.id, pin: value?.pinned ?? 'unknown', why: value?.why ?? '' };
    });
    pins.push(...(await quarantine(project, session.inputs.commit ?? project.origin.commit)));
    const held = pins.filter(({ pin }) => pin !== 'free');
    const free = held.length === 0;
    const pinned = held.some(({ id }) => id !== 'commit');
    const headline = free
      ? FREE
      : `Deploys are blocked: ${held
          .map(({ id }) => (id === 'commit' ? QUARANTINED : PINNED))
          .filter(first)
          .join(', and ')}.`;
    const rows = pins.map(({ id, pin, why }) => [id, pin, why]);
    return {
      exit: free ? 0 : 3,
      json: { ok: free, resources: pins },
      text: textOf([
        headline,
        ...pins.map(({ id, pin, why }) => `  ${id}: ${pin}: ${why}`),
        ...(pinned ? [TO_UNBLOCK] : []),
      ]),
      summary: [
        `## ${free ? '✅' : '⛔'} ${headline}`,
        rows.length === 0
          ? 'The configuration has no resource that a rollback can pin.'
          : table(['Resource', 'State', 'Why'], rows),
        ...(pinned ? [TO_UNBLOCK] : []),
      ].join('\n\n'),
      outputs: { verdict: free ? 'free' : 'held' },
    };
  },
});

const first = (text: string, index: number, all: readonly string[]): boolean => all.indexOf(text) === index;
