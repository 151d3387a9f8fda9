import { authorOf } from '../../cli/author.js';
import { showLifted, statusNotWritten } from '../../cli/quarantine-status.js';
import type { Project } from '../../cli/session.js';
import { quarantinedIn } from '../../incident/quarantine.js';
import type { Recorder } from '../../incident/record.js';
import { createGitHub } from '../../services/github/client.js';
import type { IncidentSession } from './flags.js';

/**
 * After the discharge of an obligation: if it was a quarantine, the status of its commit on GitHub becomes success. The lift
 * stands in the record already, so a failure is a warning.
 * @param id of the obligation
 */
export async function liftOnGitHub(
  session: IncidentSession,
  { store, config }: Project,
  recorder: Recorder,
  id: string,
): Promise<void> {
  const { context: ctx, run, inputs } = session;
  const entries = await recorder.entries();
  const held = entries.flatMap((entry) =>
    entry.kind === 'obligation' && entry.data.kind === 'quarantined-commit' && entry.data.id === id ? [entry] : [],
  );
  // Only a workflow writes the status.
  if (run === null && held.every((entry) => entry.run === null)) return;
  const { by } = authorOf(session);
  for (const commit of new Set(held.flatMap(({ data }) => data.items))) {
    const place = { commit, environment: config.environment };
    try {
      const still = (await quarantinedIn(store, config.environment)).find((one) => one.commit === commit);
      const said =
        still === undefined
          ? await showLifted(createGitHub(ctx), place, {
              by,
              reason: ctx.masker.redact(inputs.reason ?? ''),
              url: run?.url ?? null,
            })
          : `Commit ${commit.slice(0, 12)} is still held back in incident ${still.incident}.`;
      if (said !== null) ctx.log.info(said);
    } catch (error) {
      const { message, remedy, code } = statusNotWritten(place, 'success', error);
      ctx.log.warn(`${message} (${code}) ${remedy ?? ''}`);
    }
  }
}
