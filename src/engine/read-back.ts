import type { Context } from '../runtime/context.js';
import { forResource, forSnapshot } from '../runtime/create-context.js';
import { asRewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import type { Store } from '../store/store.js';
import { parseState } from './live-plan.js';
import type { Manifest } from './manifest.js';
import { checkPayloads, drain, SealedSource, type Intact } from './payload-files.js';
import { assertSameProvider, settleResources, type Resource } from './resources.js';

export interface ProveSnapshot {
  readonly resources: readonly Resource[];
  readonly store: Store;
  readonly ctx: Context;
  readonly manifest: Manifest;
  readonly identities: readonly string[];
  readonly depth: 'readable' | 'restorable';
  /** Gets the payloads that the proof reads to their end. */
  readonly intact?: Intact;
}

/** What the payloads of a snapshot prove. */
export interface ReadBack {
  /** One line per damaged or missing payload. */
  readonly damaged: readonly string[];
  readonly findings: readonly (Finding & { resource: string })[];
}

/**
 * Checks all payloads, and proves those of the resources; without an identity it only checks. Reads each payload once: a proof
 * reads payloads to their end, and the check reads only the others. A restore carries out what a dump says, so before that
 * the check reads all, and a damaged snapshot is not restored.
 *
 * @throws RewindError of the store, if it cannot be read
 */
export async function readBack(request: Omit<ProveSnapshot, 'intact'>): Promise<ReadBack> {
  const { store, manifest, identities, depth } = request;
  const intact: Intact = new Set();
  const prove = async (): Promise<ReadBack['findings']> =>
    identities.length === 0 ? [] : proveSnapshot({ ...request, intact });
  if (depth === 'restorable') {
    const damaged = await checkPayloads(store, manifest);
    return { damaged, findings: damaged.length > 0 ? [] : await prove() };
  }
  const findings = await prove();
  return { findings, damaged: await checkPayloads(store, manifest, undefined, intact) };
}

/** Decrypts every payload; a provider with its own proof runs that instead. */
export async function proveSnapshot(request: ProveSnapshot): Promise<(Finding & { resource: string })[]> {
  const ctx = forSnapshot(request.ctx, request.manifest);
  const outcomes = await settleResources(request.resources, async (resource) => {
    const captured = request.manifest.resources.find(({ id }) => id === resource.id);
    if (!captured) return [];
    const source = new SealedSource(request.store, request.manifest, captured, request.identities, request.intact);
    assertSameProvider(resource, captured.provider);
    const state = parseState(resource, captured.state);
    if (resource.provider.prove) {
      return resource.provider.prove(resource.config, state, forResource(ctx, resource.id), source, request.depth);
    }
    for (const ref of captured.payloads) await drain(await source.open(ref.name));
    return [];
  });
  return outcomes.flatMap(({ resource, value, error }) => {
    if (error === undefined) return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
    const { code, message, remedy } = asRewindError(error, resource.id);
    return [{ level: 'error' as const, code, message, remedy, resource: resource.id }];
  });
}
