import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import type { Finding } from '../runtime/finding.js';
import { loadAdapter } from './load.js';
import { notWatched } from './not-watched.js';
import { variablesOf } from './templates.js';

interface Entry {
  readonly id: string;
  readonly adapter: string;
  readonly critical: boolean;
}

/** Whether the alarms and monitors of all probes are active: each finding with the id of its probe. */
export async function inspectProbes(
  entries: readonly Entry[],
  ctx: Context,
): Promise<(Finding & { readonly resource: string })[]> {
  const found = await Promise.all(
    entries.map(async (entry) => {
      const adapter = await loadAdapter(entry.adapter);
      const own = forResource(ctx, entry.id);
      const ask = async (): Promise<Finding[]> => (await adapter.inspect?.(entry, own)) ?? [];
      const findings = await notWatched(entry, 'What the probe asks', own, ask);
      return findings.map((finding) => ({ ...finding, resource: entry.id }));
    }),
  );
  return found.flat();
}

/**
 * Credentials of probes that are not set here: the probe gives no sample where they are missing. A warning, because the
 * command may run in a job that runs no probe. What `inspectProbes` asks names its own credentials.
 */
export async function missingCredentials(
  entries: readonly Entry[],
  { env }: Pick<Context, 'env'>,
): Promise<(Finding & { readonly resource: string })[]> {
  const findings: (Finding & { readonly resource: string })[] = [];
  for (const entry of entries) {
    const adapter = await loadAdapter(entry.adapter);
    const names = adapter.inspect === undefined ? variablesOf(entry) : [];
    for (const name of names.filter((one) => env.secret(one) === undefined)) {
      findings.push({
        level: 'warning',
        code: 'credential-missing',
        message: `The probe cannot run here: the environment variable ${name} is not set.`,
        remedy: `Set ${name} in the jobs that run "snapshot", "monitor" and "rollback".`,
        resource: entry.id,
      });
    }
  }
  return findings;
}
