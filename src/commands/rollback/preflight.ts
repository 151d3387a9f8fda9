import { sentences } from '../../runtime/text.js';
import { forResource, forSnapshot } from '../../runtime/create-context.js';
import { settleResources, type Resource } from '../../engine/resources.js';
import type { CapturedResource } from '../../engine/manifest.js';
import type { Plan } from '../../engine/plan.js';
import { checkPayloads, SealedSource, type Intact } from '../../engine/payload-files.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import type { Run } from './run.js';

/** What a resource's payloads prove: findings, or the reason why they could not be read. */
export type Proofs = Awaited<ReturnType<typeof settleResources<Finding[]>>>;

/**
 * Opens the payloads that the plan needs, and compares them with the manifest: the plan shows what the manifest says, so what
 * would be written must be the same. Called before production is read, so that every secret in them is masked before a text
 * from outside can print.
 */
export async function provePayloads(run: Run): Promise<Proofs> {
  const ctx = forSnapshot(run.session.context, run.manifest);
  if (writesNoPayload(run.approved)) return [];
  const touched = new Set(run.approved.changes.map(({ resource }) => resource));
  return settleResources(
    run.resources.filter(({ id }) => touched.has(id)),
    async (resource) => {
      const { provider, config } = resource;
      const state: unknown = provider.state.parse(capturedOf(run, resource).state);
      const source = sourceOf(run, resource);
      return (await provider.prove?.(config, state, forResource(ctx, resource.id), source, 'contents')) ?? [];
    },
  );
}

/**
 * The payloads are intact and open with the identity; the providers confirm that their changes would succeed.
 * @throws RewindError snapshot-corrupt, preflight-failed, and those of a provider
 */
export async function preflight(run: Run, plan: Plan, proofs: Proofs): Promise<void> {
  const { project, manifest, session } = run;
  const touched = new Set(plan.changes.map(({ resource }) => resource));
  const fromSnapshot = !writesNoPayload(run.approved);
  const ctx = forSnapshot(session.context, manifest);
  const intact: Intact = new Set();
  const outcomes = await settleResources(
    run.resources.filter(({ id }) => touched.has(id)),
    async (resource) => {
      const source = sourceOf(run, resource, intact);
      // The header proves that the identity opens it; the checksum covers the rest.
      if (fromSnapshot) for (const ref of source.refs) (await source.open(ref.name)).destroy();
      const proof = proofs.find((outcome) => outcome.resource.id === resource.id);
      if (proof?.error !== undefined) throw asRewindError(proof.error, resource.id);
      const { provider, config } = resource;
      const changes = plan.changes.filter((change) => change.resource === resource.id);
      const within = forResource(ctx, resource.id);
      return [...(proof?.value ?? []), ...((await provider.preflight?.(config, changes, within, source)) ?? [])];
    },
  );
  // What a provider has read to its end is intact; a damaged payload is not among it, and is named here.
  const problems = fromSnapshot ? await checkPayloads(project.store, manifest, touched, intact) : [];
  if (problems.length > 0) {
    throw new RewindError('snapshot-corrupt', 'Sealed parts of the snapshot are damaged. This run changed nothing.', {
      problems,
    });
  }
  const errors = outcomes.flatMap(({ resource, value, error }) => {
    if (error !== undefined) return [asRewindError(error, resource.id)];
    return (value ?? [])
      .filter(({ level }) => level === 'error')
      .map(
        ({ code, message, remedy }) =>
          new RewindError(code.endsWith('payload-differs') ? 'snapshot-corrupt' : 'preflight-failed', message, {
            resource: resource.id,
            remedy,
          }),
      );
  });
  const [first] = errors;
  if (first && errors.length === 1) throw first;
  if (first) {
    throw new RewindError('preflight-failed', `${errors.length} checks failed. This run changed nothing.`, {
      problems: errors.map((error) => `${error.resource ?? '?'}: ${sentences(error.message, error.remedy)}`),
    });
  }
}

/** A mitigation changes what is live; only its lift returns to a snapshot. */
const writesNoPayload = ({ mitigates }: Plan): boolean => mitigates?.lifts === false;

function capturedOf({ manifest }: Run, resource: Resource): CapturedResource {
  const captured = manifest.resources.find(({ id }) => id === resource.id);
  if (!captured) throw new RewindError('internal', `"${resource.id}" is planned but not in the snapshot.`);
  return captured;
}

/** @param intact gets the payloads that are read to their end */
export function sourceOf(run: Run, resource: Resource, intact?: Intact): SealedSource {
  return new SealedSource(run.project.store, run.manifest, capturedOf(run, resource), run.project.identities, intact);
}
