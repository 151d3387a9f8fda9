import { text, toggle, type Flag } from '../../cli/flags.js';
import { httpAddress } from './url.js';
import type { StoreEntry } from './config-text.js';
import { WITHOUT } from './resources.js';
import { TEMPLATES, type Template } from './templates.js';

/** Workflows that "init" can write. The one with a deploy of its own is a pattern, not a file to write. */
export const WORKFLOWS = Object.keys(TEMPLATES)
  .filter((name): name is Template => name !== 'pre-deploy-snapshot.yml')
  .map((name) => name.replace(/\.yml$/, ''));

/** A value of the form, or undefined. */
const matching =
  (pattern: RegExp) =>
  (given: string): string | undefined =>
    pattern.test(given) ? given : undefined;

const wordsOf = (given: string): string[] =>
  given
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

const ENVIRONMENT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,54}$/;

export interface Contact {
  readonly name: string;
  readonly reach: string;
}
export interface ActionRef {
  /** `owner/name` */
  readonly repository: string;
  readonly ref: string;
  /** The release that `ref` is the commit of, as `v1.2.3`; it stands in a comment beside it. */
  readonly version: string | null;
}
export interface FlagScope {
  readonly project: string;
  readonly environment: string;
}
export interface VercelIds {
  readonly projects: readonly string[];
  readonly team: string | null;
}

/** A flag whose value is made of a text. */
function value<T>(
  name: string,
  description: string,
  allowed: string,
  parse: (given: string) => T | undefined,
): Flag<T | null> {
  return { value: name, description, allowed, parse, absent: null };
}

export const INIT_FLAGS = {
  yes: toggle('Write the files without a question.'),
  environment: value(
    'name',
    'GitHub environment whose reviewers approve a rollback. Default: the one in the workflows whose name begins with prod, else production.',
    'the name of a GitHub environment without spaces or slashes',
    matching(ENVIRONMENT),
  ),
  'plan-environment': value(
    'name',
    'GitHub environment of snapshots and plans, which only read. Default: the other one with "-plan" after it.',
    'the name of a GitHub environment without spaces or slashes',
    matching(ENVIRONMENT),
  ),
  store: value<StoreEntry>(
    'store',
    'Where snapshots are kept: artifact, s3:BUCKET:REGION or directory:PATH. Default: artifact.',
    'artifact, s3:BUCKET:REGION or directory:PATH',
    parseStore,
  ),
  contact: value<Contact>(
    'name: reach',
    'Who to call, and how: "Ada Berg: pager 4711".',
    'a name, a colon, and how to reach this person, on one line, of up to 100 and 200 characters',
    parseContact,
  ),
  action: value<ActionRef>(
    'owner/name@ref',
    'Where the workflows take Rewind from, and which version. Default: the release of this program, by its commit.',
    'owner/name or owner/name@ref',
    parseAction,
  ),
  url: value(
    'address',
    'Address of production that must answer; becomes the first probe.',
    'an address like https://shop.example.com',
    httpAddress,
  ),
  vercel: value<VercelIds>(
    'ids',
    'Ids of Vercel if the repository is not linked: prj_… (one or more) and team_…, comma-separated.',
    'prj_… ids and at most one team_… id, comma-separated',
    parseVercel,
  ),
  'edge-config': value(
    'id',
    'Id of the Edge Config store: ecfg_….',
    'the id of an Edge Config store (ecfg_…)',
    matching(/^ecfg_\w+$/),
  ),
  launchdarkly: value<FlagScope>(
    'project/environment',
    'Keys of the LaunchDarkly project and environment.',
    'the keys of a project and of an environment, as default/production',
    scope(/^[A-Za-z0-9][\w.-]*$/),
  ),
  unleash: value<FlagScope>(
    'project/environment',
    'Ids of the Unleash project and environment.',
    'the ids of a project and of an environment, as default/production',
    scope(/^[A-Za-z0-9][\w.~-]*$/),
  ),
  region: value(
    'region',
    'AWS region of the buckets whose region Terraform does not say.',
    'an AWS region such as us-east-1',
    matching(/^[a-z]{2}(-[a-z]+)+-\d$/),
  ),
  cloudfront: {
    ...text('ids', 'Ids of CloudFront distributions, comma-separated.'),
    allowed: 'ids of distributions (E…), comma-separated',
    parse: listOf((word) => /^E[A-Z0-9]{5,}$/.test(word)),
    absent: null,
  } as Flag<readonly string[] | null>,
  without: {
    ...text('names', `Leave out what was found: ${WITHOUT.join(', ')}; comma-separated.`),
    allowed: `one or more of ${WITHOUT.join(', ')}, comma-separated`,
    parse: listOf((word) => WITHOUT.some((known) => known === word)),
    absent: null,
  } as Flag<readonly string[] | null>,
  workflows: {
    ...text(
      'names',
      'Workflows to write, by the names in examples/, comma-separated; or none. Default: those that fit.',
    ),
    allowed: `none, or one or more of ${WORKFLOWS.join(', ')}, comma-separated`,
    parse: (given: string) => (given.trim() === 'none' ? [] : listOf((word) => WORKFLOWS.includes(word))(given)),
    absent: null,
  } as Flag<readonly string[] | null>,
  'set-secrets': toggle('Store the secret keys in the GitHub environments with "gh secret set".'),
  keys: text('file', 'Write the secret keys to this new file outside of the repository, which only you can read.'),
  'first-snapshot': toggle('Take the first snapshot after a check without errors.'),
};

function listOf(known: (word: string) => boolean) {
  return (given: string): readonly string[] | undefined => {
    const words = wordsOf(given);
    return words.length > 0 && words.every(known) ? [...new Set(words)] : undefined;
  };
}

function parseStore(given: string): StoreEntry | undefined {
  if (given === 'artifact') return { kind: 'artifact' };
  const s3 = /^s3:([a-z0-9][a-z0-9.-]{1,61}[a-z0-9]):([a-z]{2}(?:-[a-z]+)+-\d+)$/.exec(given);
  if (s3) return { kind: 's3', bucket: s3[1] ?? '', region: s3[2] ?? '' };
  const path = /^directory:([^\p{Cc}]{1,500})$/u.exec(given)?.[1]?.trim();
  return path === undefined || path === '' ? undefined : { kind: 'directory', path };
}

/** Some scripts and emoji need the two joiners; other invisible characters are refused. */
function parseContact(given: string): Contact | undefined {
  const [, name = '', reach = ''] =
    /^((?:[^:\p{Cc}\p{Cf}]|[\u200c\u200d]){1,100}):((?:[^\p{Cc}\p{Cf}]|[\u200c\u200d]){1,200})$/u.exec(given) ?? [];
  return name.trim() === '' || reach.trim() === '' ? undefined : { name: name.trim(), reach: reach.trim() };
}

function parseAction(given: string): ActionRef | undefined {
  const found = /^([A-Za-z0-9][\w-]{0,99}\/[\w.-]{1,100})(?:@([A-Za-z0-9][\w./-]{0,99}))?$/.exec(given);
  return found ? { repository: found[1] ?? '', ref: found[2] ?? 'v1', version: null } : undefined;
}

function parseVercel(given: string): VercelIds | undefined {
  const words = [...new Set(wordsOf(given))];
  const projects = words.filter((word) => /^prj_\w{1,100}$/.test(word));
  const teams = words.filter((word) => /^team_\w{1,100}$/.test(word));
  const whole = projects.length > 0 && teams.length <= 1 && projects.length + teams.length === words.length;
  return whole ? { projects, team: teams[0] ?? null } : undefined;
}

function scope(key: RegExp) {
  return (given: string): FlagScope | undefined => {
    const [project = '', environment = '', ...more] = given.split('/');
    return more.length === 0 && given.length <= 200 && key.test(project) && key.test(environment)
      ? { project, environment }
      : undefined;
  };
}
