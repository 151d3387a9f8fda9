import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'Neon branch',
  captured: 'all databases of the branch, as a child branch without a compute',
  restored: 'from the child branch, in seconds; Neon keeps the state before as another branch',
  live: 'everything',
  nextDeployment: 'nothing',
  notRestored: 'rows written since (in the kept branch, not merged); a snapshot whose branch was deleted',
  peer: "Neon's official client and OpenAPI description, against our emulator; no real Neon",
  reads: 'snapshot: a key that may create branches; plan: one that may read the project',
  writes: 'the key of the snapshot',
  time: "seconds whatever the size, by Neon's description; not measured against Neon",
  affects: 'every user and job of all databases of the branch: Neon interrupts their connections for some seconds',
  credentials: ['NEON_API_KEY'],
  object: { same: ['project', 'branch'] },
  findings: {
    'neon-branch-expires': {
      meaning: "Production's branch has an expiration, so Neon makes no child of it.",
      remedy: 'Remove the expiration.',
    },
    'neon-branch-kept': {
      meaning: 'Restores kept branches with what production held before.',
      remedy: 'Delete them when they are not needed, if Neon allows it.',
    },
    'neon-branch-limit': {
      meaning: 'The project has too few branches left for a snapshot and a restore.',
      remedy: 'Delete branches, lower keep-days, or raise the limit.',
    },
    'neon-branch-protected': {
      meaning: "Production's branch is protected; Neon may refuse to restore it.",
      remedy: 'Rehearse, and remove the protection before a rollback if Neon refuses.',
    },
    'neon-copy-gone': {
      meaning: 'The branch of a snapshot was deleted or expired, or a different branch has its name.',
      remedy: 'Recover it within 7 days, or choose another snapshot.',
    },
    'neon-copy-touched': {
      meaning: 'The branch of a snapshot has a read-write compute, was reset, or was written to.',
      remedy: 'Compare its rows before a restore.',
    },
    'neon-history-short': {
      meaning: 'The history window is shorter than the time that snapshots are kept.',
      remedy: 'Do not delete branches of snapshots, or raise the window.',
    },
    'neon-restore-restricted': {
      meaning: 'Neon does not restore this branch at present.',
      remedy: 'Remove the reason that Neon names.',
    },
    'neon-restore-unfinished': {
      meaning: 'An interrupted rollback has begun a restore.',
      remedy: 'Run the same rollback again.',
    },
  },
} satisfies ProviderFacts;
