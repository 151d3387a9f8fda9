import type { RewindConfig } from '../../config/schema.js';
import { PROVIDER_FACTS } from '../../providers/facts.js';
import { callerFor, keptInWorkflows, type RunbookFacts, type Section } from './facts.js';
import {
  capital,
  code,
  codes,
  commands,
  either,
  foldedSettings,
  joined,
  list,
  paragraphs,
  rewind,
  startCommand,
  variablesIn,
} from './markup.js';

type Resource = RewindConfig['resources'][number];
type Provider = Resource['provider'];

const AWS = 'the AWS role of the job';
const credentialsOf = (provider: Provider): readonly string[] => PROVIDER_FACTS[provider].credentials;

/** What a rollback does to the database for this provider; null: it does not depend on the mode. */
const MODES: Readonly<Partial<Record<Provider, 'restore' | 'down'>>> = {
  postgres: 'restore',
  'neon-branch': 'restore',
  'rds-snapshot': 'restore',
  prisma: 'down',
};

/** Keys that say which object a resource is, in this order. */
const OBJECT = [
  ...['project', 'store', 'bucket', 'distribution', 'function', 'alias', 'service', 'target', 'dimension', 'branch'],
  ...['endpoint', 'instance', 'cluster', 'environment', 'migrations', 'url', 'region', 'team'],
];

export const titleOf = ({ id, provider }: Resource): string => `${id}: ${PROVIDER_FACTS[provider].title}`;

/** The place of a heading on GitHub's page. */
export const anchorOf = (title: string): string =>
  `#${title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')}`;

/** One part for each resource: what it is, what returns it, and what a person does. */
export const systems = (facts: RunbookFacts): Section[] =>
  facts.config.resources.map((resource) => ({ title: titleOf(resource), body: system(facts, resource) }));

function system(facts: RunbookFacts, resource: Resource): string {
  const about = PROVIDER_FACTS[resource.provider];
  const entries: [string, unknown][] = Object.entries(resource);
  const object = OBJECT.flatMap((key) => {
    const found = entries.find(([name]) => name === key)?.[1];
    return typeof found === 'string' ? [`${key} ${code(found)}`] : [];
  });
  return paragraphs(
    `${object.length === 0 ? '' : `${capital(joined(object))}. `}A rollback affects ${about.affects}.`,
    list(
      `**In the snapshot:** ${about.captured}.`,
      `**Automatic**, the restore: ${about.restored}.`,
      about.nextDeployment === 'nothing'
        ? about.live === 'everything' || about.live === 'endpoints'
          ? 'It takes effect at once.'
          : `Takes effect at once: ${about.live}.`
        : `Takes effect at once: ${about.live}. With the next deployment: ${about.nextDeployment}.`,
      `**By hand**, because no rollback returns them: ${about.notRestored}.`,
      ...byHand(resource),
      `**Needs:** ${credentials(resource)}.`,
    ),
    'Only this system:',
    procedure(facts, resource),
    foldedSettings(`Settings of ${resource.id}`, resource, ['id', 'provider', ...OBJECT]),
  );
}

function credentials(resource: Resource): string {
  const own = credentialsOf(resource.provider);
  const names = [...new Set([...own.filter((name) => name !== 'AWS'), ...variablesIn(resource)])];
  const all = [...names.map(code), ...(own.includes('AWS') ? [AWS] : [])];
  return all.length === 0 ? 'no credential of its own' : joined(all);
}

/** Steps that a person takes for settings which only this entry has. */
function byHand(resource: Resource): string[] {
  switch (resource.provider) {
    case 'postgres':
      return [
        resource.restore === 'in-place'
          ? '**Before a restore:** tables are locked while it runs. What was written since is then only in the backup that the rollback takes first.'
          : '**After a restore:** the previous database is kept under another name until somebody drops it; rows can be carried over from it.',
      ];
    case 'rds-snapshot':
      return ['**By hand:** change the host in the database URL of the application, and deploy.'];
    case 'stripe-webhooks':
      return resource['signing-secrets'] === undefined
        ? [
            '**By hand:** a re-created endpoint has a new signing secret. No place for it is configured, so Rewind re-creates none.',
          ]
        : [];
    case 'vercel-env':
      return ['**By hand:** supply a sensitive value that Vercel does not return as the secret `REWIND_ENV_<KEY>`.'];
    default:
      return [];
  }
}

/** The commands for one resource, on each way that works with the store. */
function procedure(facts: RunbookFacts, { id, provider }: Resource): string {
  const mode = MODES[provider];
  const caller = callerFor(facts, 'rollback');
  const fields = { reason: 'WHY', scope: id, ...(mode === undefined ? {} : { database: mode }) };
  const started = caller?.inputs == null ? null : startCommand(facts, caller, fields);
  const lines = [
    ...(mode === 'restore' && provider === 'postgres' ? [rewind(facts, 'loss', '--scope', id)] : []),
    rewind(
      facts,
      ...['plan', '--scope', id],
      ...(mode === undefined ? [] : ['--database', mode]),
      ...['--reason', 'WHY'],
    ),
    rewind(facts, 'rollback', '--digest', 'DIGEST'),
  ];
  const asked =
    mode === 'restore'
      ? `The plan lists the rows that would be lost, and stops until somebody types the name of the database: ${code('confirm-data-loss')} in the form, ${code('--confirm-data-loss NAME')} on a command line.`
      : mode === 'down'
        ? `Values of columns and tables that a migration dropped come back only with ${code('restore')} of a database resource.`
        : null;
  if (keptInWorkflows(facts) && started !== null) return paragraphs(commands(started), asked);
  return paragraphs(either(started, lines), asked);
}

/** Where the credentials of all entries come from. */
export const allVariables = (config: RewindConfig): string =>
  codes(
    [
      ...new Set([
        ...config.resources.flatMap(({ provider }) => credentialsOf(provider).filter((name) => name !== 'AWS')),
        ...variablesIn(config),
      ]),
    ].sort(),
  );
