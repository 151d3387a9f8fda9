import { claimOf, type Claim, type ClaimFacts } from '../engine/claim.js';
import type { Manifest } from '../engine/manifest.js';
import type { Project } from './project.js';

/** The claim about all resources of the configuration and of the snapshot, also those out of scope. */
export function claimOfProject(
  { config }: Pick<Project, 'config'>,
  manifest: Pick<Manifest, 'id' | 'environment' | 'resources'>,
  facts: Pick<ClaimFacts, 'scope' | 'database' | 'live' | 'recovers' | 'mitigates'>,
): Claim {
  return claimOf({
    environment: manifest.environment,
    snapshot: manifest.id,
    configured: config.resources.map(({ id }) => id),
    captured: manifest.resources.map(({ id }) => id),
    ...facts,
  });
}
