import { entry, type CatalogueEntry } from './entry.js';

/** Answers of services, and programs that Rewind starts. */
export const SERVICE_ERRORS = {
  'api-unauthorized': entry(
    1,
    'The service refused the credential: it is wrong, expired or revoked.',
    'Replace the credential of the service.',
  ),
  'api-forbidden': entry(1, 'The credential is valid but lacks a permission.', 'Grant the named permission.'),
  'api-not-found': entry(
    1,
    'The service does not know this resource: it was deleted or renamed, or the credential may not see it.',
    'Check the id in the configuration and the access of the credential.',
  ),
  'api-conflict': entry(
    1,
    'Someone else changed the resource at the same time, or after the plan.',
    'Make a new plan and get it approved.',
  ),
  'api-rate-limited': entry(
    1,
    'The service responded "too many requests" until the deadline.',
    'Wait for the limit to reset and run again.',
  ),
  'api-unavailable': entry(
    1,
    'The service was unreachable or failing until the deadline.',
    'Check the status page of the service, then run again.',
  ),
  'api-rejected': entry(1, 'The service rejected the request.', 'Read the message of the service.'),
  'api-unexpected-answer': entry(
    1,
    'The service sent a response that Rewind does not understand.',
    'Run again. If it fails again, report the message.',
  ),
  'too-large': entry(
    1,
    'A service or the store sent more than Rewind reads into memory or unpacks.',
    'Check that the address is the one of the service, and that nobody replaced the object. If it is right, report its size.',
  ),
  'address-refused': entry(
    2,
    'The address of a service would send credentials where others can read them.',
    'Use an address that begins with https:// and holds no user name and no password.',
  ),
  'deadline-exceeded': entry(
    1,
    'A step did not finish within its time limit.',
    'Check the service, then run again: Rewind skips finished steps.',
  ),
  'clock-apart': entry(
    1,
    'The clock of this machine and that of a service are more than a minute apart, so they do not mean the same interval.',
    'Compare the clock of this machine with a known time. If it is wrong, set it (NTP), and begin the watch again. If it is right, look for what answers for the service with a wrong time, e.g. a proxy.',
  ),
  'tool-missing': entry(1, 'This step needs a program that is not installed.', 'Install the named program.'),
  'tool-failed': entry(1, 'A program that Rewind ran failed.', 'Read the message of the program.'),
  internal: entry(1, 'A bug in Rewind.', 'Report it with the message. Rerun with --scope to skip this resource.'),
  'program-damaged': entry(
    1,
    'A file of the Rewind program is missing or damaged.',
    'Install Rewind again: check out its repository again, or in GitHub Actions run the job again, which downloads the action. Then run the same command again.',
  ),
  'deployment-not-eligible': entry(
    1,
    'The deployment cannot take production traffic.',
    'Choose a snapshot whose deployment still exists and was live in production.',
  ),
  'deployment-switch-failed': entry(
    1,
    'Vercel reported that it did not switch production.',
    'Check the listed domains, then run again or switch in the dashboard.',
  ),
  'release-gate-failed': entry(
    1,
    'The gate command failed at a stage of the rolling release, or at a step of flags.',
    'Find the cause in the output of the command. Then deploy a fix, or run the same command again to start at the first stage.',
  ),
  'flag-steps-stopped': entry(
    1,
    'Another client changed a flag between two steps of a recovery. Rewind did not override that.',
    'Ask who did it. To go on from what the flags are now, plan the recovery again.',
  ),
  'rolling-release-stopped': entry(
    1,
    'A person, or a gate of Vercel, paused or ended the rolling release. Rewind did not override that.',
    'Ask who did it. To go on, continue a paused release in Vercel, then run the same command again.',
  ),
  'maintenance-missing': entry(
    1,
    'The project has no maintenance deployment that can take production.',
    'Make one: "rewind maintenance".',
  ),
  'maintenance-not-made': entry(
    1,
    'The maintenance deployment was not made. Production is unchanged.',
    'Correct the named problem, then run again: a deployment that exists is not made twice.',
  ),
  'vercel-plan-limit': entry(
    1,
    'The Vercel plan of this team does not allow this.',
    'On Hobby, only the previous deployment can be restored. Upgrade, or redeploy the commit.',
  ),
  'edge-config-managed': entry(
    1,
    'This Edge Config belongs to Vercel Flags or an integration. Rewind must not write it directly.',
    'Use the provider for its owner (vercel-flags).',
  ),
} as const satisfies Record<string, CatalogueEntry>;
