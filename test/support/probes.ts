import { z } from 'zod';
import { probeRun, type ProbeAdapter, type ProbeRun, type Tick } from '../../src/probes/probe.js';
import type { Context } from '../../src/runtime/context.js';

/** A tick that is due now and may take 30 s. */
export function tickAt(dueAt = Date.now(), rest: Partial<Tick> = {}): Tick {
  return { dueAt, control: null, baseline: null, signal: AbortSignal.timeout(30_000), ...rest };
}

/** Runs an adapter with an entry as it stands in rewind.yml, and holds the result to its schema. */
export async function probed<Config>(
  adapter: ProbeAdapter<Config>,
  entry: Readonly<Record<string, unknown>>,
  context: Context,
  tick: Tick = tickAt(),
): Promise<ProbeRun> {
  const config = adapter.config.parse({ id: 'probe', adapter: adapter.id, ...entry });
  return z.parse(probeRun, await adapter.run(config, tick, context));
}
