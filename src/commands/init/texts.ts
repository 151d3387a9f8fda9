import { oneLine, plural } from '../../runtime/text.js';
import { differenceOf } from './diff.js';
import type { Found } from './find.js';
import type { KeySecret } from './keys.js';
import { DIRECT_SECRETS, type ByHand, type Choices, type Proposal } from './proposal.js';

/** More lines of a difference are counted, not shown. */
const SHOWN = 20;

/** What was found, in a few lines. Names come from files of others. */
export function foundText({ vercel, databases, aws, uses, workflows }: Found): string[] {
  const parts = [
    ...vercel.projects.map(({ name, project }) => `Vercel project ${name} (${project})`),
    ...databases.map(({ variable, migrations }) =>
      migrations === null ? `PostgreSQL by ${variable}` : `PostgreSQL by ${variable}, with Prisma's ${migrations}`,
    ),
    ...(uses.stripe ? ['Stripe'] : []),
    ...(uses.edgeConfig ? ['Edge Config'] : []),
    ...(uses.vercelFlags ? ['flags of Vercel'] : []),
    ...(uses.launchdarkly ? ['LaunchDarkly'] : []),
    ...(uses.unleash ? ['Unleash'] : []),
    ...aws.buckets.map(({ bucket }) => `bucket ${bucket}`),
    ...aws.distributions.map((id) => `CloudFront distribution ${id}`),
    ...workflows.deploys.map((path) => `a workflow that deploys: ${path}`),
  ];
  return parts.length === 0
    ? ['Nothing was found that Rewind covers.']
    : ['Found:', ...parts.map((part) => `  ${oneLine(part)}`)];
}

/** A file that stays as it is, with what the proposed one has in addition. */
export function differenceText(path: string, existing: string, proposed: string): string[] {
  const difference = differenceOf(existing, proposed);
  if (difference === null) return [`${path} exists and is too long to compare; it stays as it is.`];
  const { added, others } = difference;
  const shown = added.slice(0, SHOWN).map(({ line, text }) => `  + ${String(line).padStart(3)} ${text}`);
  return [
    `${path} exists and stays as it is. Merge by hand what you want of the new one (${plural(added.length, 'line')}; ${plural(others, 'line of yours is', 'lines of yours are')} not in it):`,
    ...shown,
    ...(added.length > SHOWN ? [`  … and ${plural(added.length - SHOWN, 'more line')}`] : []),
  ];
}

export const byHandText = ({ what, lines }: ByHand): string[] => [what, ...lines];

/** The secret keys for the person's eyes. */
export function keysText(secrets: readonly KeySecret[]): string[] {
  return [
    '',
    'The secret keys. They are shown once and stored nowhere. Store each as a secret of the GitHub environment',
    '(Settings → Environments), and keep a copy of REWIND_IDENTITY offline: without it nobody opens a snapshot.',
    'Keys that an earlier run showed, and that ended before it wrote its files, are void.',
    ...secrets.flatMap(({ name, value, environments }) => ['', `${name}, in ${environments.join(' and ')}:`, value]),
    '',
  ];
}

/**
 * The three steps after "init".
 * @param keysFile into which this run wrote the secret keys
 */
export function nextSteps(
  { environment, planEnvironment, store }: Pick<Choices, 'environment' | 'planEnvironment' | 'store'>,
  {
    credentials,
    promotes,
    aws,
    workflows,
    byHand,
  }: Pick<Proposal, 'credentials' | 'promotes' | 'aws' | 'workflows' | 'byHand'>,
  branch: string,
  keysFile: string | null,
): string[] {
  const direct = credentials.filter((name) => DIRECT_SECRETS.includes(name));
  const bundled = credentials.filter((name) => !DIRECT_SECRETS.includes(name));
  const keys =
    keysFile === null
      ? ''
      : ` Store the keys of ${keysFile} as secrets of the environments that it names, then keep that file offline.`;
  if (store.kind === 'directory') {
    return [
      'Next:',
      `1. Set the variables that the configuration names${credentials.length === 0 ? '' : ` (${credentials.join(', ')})`}, REWIND_SIGNING_KEY and REWIND_FINGERPRINT_KEY.`,
      '2. Run "rewind check", then "rewind snapshot" before a deploy.',
      '3. Rehearse: set REWIND_IDENTITY and run "rewind plan". It changes nothing.',
    ];
  }
  const secrets = [
    ...direct,
    ...(bundled.length === 0 ? [] : [`REWIND_SECRETS with the lines ${bundled.map((name) => `${name}=…`).join(', ')}`]),
  ];
  const roles = aws
    ? ' Set the variables REWIND_AWS_PLAN_ROLE and REWIND_AWS_ROLE of the repository to the two AWS roles.'
    : '';
  const bucket =
    store.kind === 's3'
      ? ' The jobs that run Rewind themselves (incident, list-snapshots, promote) reach the bucket by a step that assumes a role, or by AWS keys as lines of REWIND_SECRETS (docs/stores.md).'
      : '';
  const vercel = promotes
    ? ' Turn off "Auto-assign Custom Production Domains" and turn on "repository_dispatch Events" in the project on Vercel.'
    : '';
  return [
    'Next:',
    `1. On GitHub, Settings → Environments: "${environment}" with required reviewers, and "${planEnvironment}"${promotes ? ` and "${environment}-deploy"` : ''} without; each for the branch "${branch}" only.` +
      (secrets.length === 0
        ? ''
        : ` Store in each of them: ${secrets.join(', ')}; those of "${planEnvironment}" only read.`) +
      keys +
      roles +
      bucket,
    `2. Commit ${workflows.length === 0 ? 'the configuration' : 'the files'} to a branch and merge the pull request.${byHand.length === 0 ? '' : ' Merge what is listed above by hand.'}${vercel}`,
    '3. Deploy once, then rehearse: Actions → Rollback production with "plan-only". It changes nothing.',
  ];
}
