import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'Neon compute',
  captured: 'autoscaling limits, time until it is suspended',
  restored: 'each by its own call',
  live: 'everything',
  nextDeployment: 'nothing',
  notRestored: 'settings of PostgreSQL, pooling, read replicas; a compute that was deleted',
  peer: "Neon's official client and OpenAPI description, against our emulator; no real Neon",
  reads: 'a key that may read the project',
  writes: 'a key that may write to the project',
  time: 'one request, and until Neon has finished its operation',
  affects: 'every query on the branch, if the compute is too small for the load; a restart of it may break connections',
  credentials: ['NEON_API_KEY'],
  object: { same: ['project', 'endpoint'] },
  findings: {},
} satisfies ProviderFacts;
