import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'Vercel production deployment',
  captured: 'deployment in production, what each domain serves, automatic assignment, rolling release',
  restored: 'by instant rollback or promote; stray domains; automatic assignment',
  live: 'deployment and domains, in seconds',
  nextDeployment: 'automatic assignment of domains',
  notRestored: 'deleted deployments; a rolling release under way',
  peer: 'official Vercel CLI and SDK, against the same emulator',
  reads: 'to read the project',
  writes: 'to deploy to production; to manage domains, if one must be pointed by itself',
  time: 'seconds; at most timeout-seconds (300 by default)',
  affects: 'everyone who uses the site: requests go to the older deployment within seconds',
  credentials: ['VERCEL_TOKEN'],
  object: { same: ['project', 'team'] },
  findings: {
    'no-production-deployment': { meaning: 'The project was never deployed to production.' },
    'production-not-returnable': {
      meaning: 'The deployment in production could not be returned to after the next deploy.',
      remedy: 'Deploy again, and check the retention policy of the project.',
    },
    'production-unknown': {
      meaning: 'Vercel does not say which deployment is in production.',
      remedy: 'Promote a deployment in Vercel, and grant the token full read access to the project.',
    },
    'production-pin-unknown': {
      meaning: 'Vercel does not say whether a rollback pins production.',
      remedy: 'Grant the token read access to the project.',
    },
    'auto-assign-on': {
      meaning: 'Pushes go live without a snapshot: the automatic assignment is on, and auto-assign is false.',
      remedy: 'Turn off "Auto-assign Custom Production Domains" in Vercel.',
    },
    'auto-assign-off': { meaning: 'New builds stay staged: the automatic assignment is off, and auto-assign is true.' },
    'build-migrates': {
      meaning: 'The build on Vercel migrates the database before the snapshot is taken.',
      remedy: 'Run the migrations between the snapshot and the promote.',
    },
    'rolling-release-missing': {
      meaning: 'A recovery has a gate command, but the project has no rolling releases.',
      remedy: 'Configure the stages of a rolling release in Vercel. Or plan without --gate-command.',
    },
    'maintenance-live': {
      meaning: 'The maintenance page is in production.',
      remedy: 'End the mitigation: its undo returns to the deployment before.',
    },
    'rolling-release-active': { meaning: 'A rolling release is in progress; a snapshot holds its base.' },
  },
} satisfies ProviderFacts;
