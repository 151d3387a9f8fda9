import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { destinationsOf, isInScope, modeOf } from './capture.js';
import { connectStripe, type StripeApi } from './client.js';
import type { Config } from './config.js';
import type { Hook } from './hook.js';
import { readProvenance } from './provenance.js';
import { destinationOf, ENDPOINT_LIMIT } from './plan.js';
import { redactUrl } from './redact.js';
import { checkDestination } from './secret-destination.js';

/** A restore needs two free slots: for a re-created endpoint, and for one of an interrupted run. */
const NEAR_LIMIT = ENDPOINT_LIMIT - 2;
const NOT_PRODUCTION = /(^|-)(test|testing|staging|stage|dev|preview|sandbox|demo)(-|$)/;

/** Read-only: checks the key, its mode and permissions, and whether a restore can work. */
export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
  let hooks: Hook[];
  try {
    hooks = await api.list();
  } catch (error) {
    return [accessFinding(error)];
  }
  const scoped = hooks.filter((hook) => isInScope(config, hook));
  const targets = await Promise.all(destinationsOf(config).map((target) => checkDestination(ctx, target)));
  return [
    ...keyFindings(ctx, api, hooks),
    ...countFindings(hooks, scoped),
    ...hookFindings(config, scoped),
    ...targets.flat(),
  ];
}

function accessFinding(error: unknown): Finding {
  if (!(error instanceof RewindError)) throw error;
  if (error.code === 'api-unauthorized') {
    return { level: 'error', code: 'stripe-key-invalid', message: error.message, remedy: 'Replace STRIPE_API_KEY.' };
  }
  if (error.code === 'api-forbidden') {
    return { level: 'error', code: 'stripe-permission', message: error.message, remedy: error.remedy };
  }
  throw error;
}

function keyFindings(ctx: Context, api: StripeApi, hooks: readonly Hook[]): Finding[] {
  const findings: Finding[] = [];
  if (modeOf(ctx, api, hooks) && NOT_PRODUCTION.test(ctx.resource)) {
    const message = `STRIPE_API_KEY is a live key, but the resource is called "${ctx.resource}".`;
    findings.push({
      level: 'warning',
      code: 'stripe-live-key',
      message,
      remedy: 'Check that this is the key you mean.',
    });
  }
  return findings;
}

function countFindings(hooks: readonly Hook[], scoped: readonly Hook[]): Finding[] {
  const pages = Math.max(1, Math.ceil(hooks.length / 100));
  const message = `${scoped.length} of ${hooks.length} Stripe endpoints are in scope (read in ${pages} ${pages === 1 ? 'page' : 'pages'}).`;
  const count: Finding = { level: 'info', code: 'stripe-endpoints', message };
  const webhooks = hooks.filter((hook) => hook.url !== null).length;
  if (webhooks < NEAR_LIMIT) return [count];
  return [
    count,
    {
      level: 'warning',
      code: 'stripe-near-limit',
      message: `The account has ${webhooks} webhook endpoints; Stripe allows about ${ENDPOINT_LIMIT}, so a deleted one may not fit back.`,
      remedy: 'Delete endpoints that are no longer needed.',
    },
  ];
}

/** At most this many endpoints are named in one finding. */
const NAMED = 10;

/** One finding a problem, not one an endpoint: the account may have many. */
function hookFindings(config: Config, hooks: readonly Hook[]): Finding[] {
  const found = (
    code: Finding['code'],
    is: (hook: Hook) => boolean,
    [one, many]: readonly [string, string],
    remedy: string,
  ): Finding[] => {
    const names = hooks.filter(is).map(nameOf);
    const [first] = names;
    if (first === undefined) return [];
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
    const message =
      names.length === 1
        ? `${first} ${one}.`
        : `${names.length} endpoints ${many}: ${names.slice(0, NAMED).join(', ')}${more}.`;
    return [{ level: 'warning', code, message, remedy }];
  };
  return [
    ...found(
      'stripe-endpoint-disabled',
      ({ enabled }) => !enabled,
      ['is disabled now; a snapshot would keep it so', 'are disabled now, and a snapshot would keep them so'],
      'Enable what should receive events before the snapshot.',
    ),
    ...found(
      'stripe-no-secret-target',
      (hook) => hook.url !== null && !destinationOf(shownOf(hook), destinationsOf(config)),
      [
        'has no entry under signing-secrets: if it is deleted, a person must re-create it',
        'have no entry under signing-secrets, so a person must re-create one that is deleted',
      ],
      'Add an entry for each that says which Vercel variable holds its signing secret.',
    ),
    ...found(
      'stripe-unfinished-restore',
      ({ metadata }) => readProvenance(metadata).secret !== null,
      ['was re-created by a rollback that did not finish', 'were re-created by a rollback that did not finish'],
      'Run the same rollback again: it goes on from there.',
    ),
  ];
}

const nameOf = ({ url, name, id }: Hook): string => (url === null ? (name ?? id) : redactUrl(url));

const shownOf = ({ url, description }: Hook) => ({ url: url === null ? null : redactUrl(url), description });
