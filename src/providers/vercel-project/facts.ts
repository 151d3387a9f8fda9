import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'Vercel project settings',
  captured: 'build and security settings, domains, crons, firewall version, rolling release configuration',
  restored: 'each by its own call',
  live: 'protection, domains, redirects, crons, firewall',
  nextDeployment: 'build settings, rolling releases',
  notRestored: 'passwords; removing the last firewall configuration',
  peer: 'official Vercel SDK (reading), against the same emulator',
  reads: 'to read the project and its domains',
  writes: 'to change project settings, domains and the firewall',
  time: 'one request for each setting or domain that differs',
  affects: 'visitors of the domains and redirects that change; builds from now on',
  credentials: ['VERCEL_TOKEN'],
  object: { same: ['project', 'team'] },
  findings: {
    'project-password-not-captured': {
      meaning: 'Vercel does not return the password of the project.',
      remedy: 'Set it again in the dashboard if a deploy changes it.',
    },
  },
} satisfies ProviderFacts;
