import { block, cors, PlainBucket, startingSettings } from '../aws/s3-fixture.js';
import { CloudFrontSandbox } from '../aws/cloudfront.js';
import { CloudFrontFixture, startingConfig, STARTING_CODE } from '../aws/cloudfront-fixture.js';
import { S3ObjectsSandbox } from '../aws/objects.js';
import type { JsonServer } from '../json-server.js';
import { LaunchDarklySandbox } from '../launchdarkly/server.js';
import { StripeSandbox } from '../stripe/server.js';
import { UnleashFixture } from '../unleash/fixture.js';
import { UnleashSandbox } from '../unleash/server.js';
import { newFlag } from '../vercel/flags.js';
import type { Project } from '../vercel/model.js';
import { TEAM, type VercelSandbox } from '../vercel/server.js';

const APP = 'https://shop.example.com/api/stripe';
/** The bucket for snapshots of a store in S3. */
export const SNAPSHOTS = 'shop-snapshots';
const LAUNCHDARKLY_TOKEN = 'api-demo-launchdarkly';
const UNLEASH_TOKEN = '*:*.demo-unleash-admin';

/** The other services of the shop: what an on-call engineer clicks through in five dashboards. */
export interface Services {
  /** Resources for rewind.yml, one line each. */
  readonly resources: string;
  readonly env: Readonly<Record<string, string>>;
  readonly s3: S3ObjectsSandbox;
  /** The servers of all of them. */
  readonly servers: readonly JsonServer[];
  /** What the bad release does to them. */
  breakAll(): Promise<void>;
  /** The same by resource; another number makes another change. */
  readonly changes: Readonly<Record<string, (n: number) => Promise<void>>>;
  /** What each holds, to be compared. */
  facts(): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

export async function startServices(vercel: VercelSandbox, project: Project): Promise<Services> {
  const [s3, cloudfront, stripe, launchdarkly, unleash] = await Promise.all([
    new S3ObjectsSandbox().start(),
    new CloudFrontSandbox().start(),
    new StripeSandbox().start(),
    new LaunchDarklySandbox().start(),
    new UnleashSandbox().start(),
  ]);
  cloudfront.deployMs = 300;
  s3.createStore(SNAPSHOTS);
  const bucket = new PlainBucket(s3.url, 'media');
  s3.createBucket('media').objects.set('poster.txt', { body: 'Tour 2026', type: 'text/plain' });
  for (const [setting, document] of startingSettings('media')) await bucket.set(setting, document);

  const edge = new CloudFrontFixture(cloudfront.url);
  await edge.createFunction('redirect', STARTING_CODE);
  const distribution = await edge.createDistribution(startingConfig('media', [['viewer-request', 'redirect']]));

  stripe.add({ url: `${APP}/payments`, events: ['invoice.paid', 'charge.refunded'], description: 'payments' });
  stripe.add({ url: `${APP}/disputes`, events: ['charge.dispute.created'], description: 'disputes' });

  launchdarkly.tokens.set(LAUNCHDARKLY_TOKEN, 'writer');
  const account = launchdarkly.addProject('shop', ['production', 'staging']);
  for (const key of ['search', 'recommendations']) launchdarkly.addFlag(account, { key });
  launchdarkly.patch(account, 'search', 'production', [{ kind: 'turnFlagOn' }]);

  unleash.tokens.set(UNLEASH_TOKEN, 'admin');
  const toggles = new UnleashFixture(unleash.url, UNLEASH_TOKEN);
  await toggles.reset();

  vercel.flagsOf(project).set('one-page-checkout', newFlag('one-page-checkout'));
  const production = vercel.flagsOf(project).get('one-page-checkout')?.environments.production;
  if (production) production.active = false;
  vercel.addEnv(project, 'PAYMENT_TIMEOUT_MS', '3000', { type: 'plain' });

  /** By resource: one change of a bad release; another number makes another change. */
  const changes: Services['changes'] = {
    env: async (n) => {
      const timeout = project.env.find(({ key }) => key === 'PAYMENT_TIMEOUT_MS');
      if (timeout) Object.assign(timeout, { value: String(30 + n), updatedAt: vercel.now() });
      const debug = project.env.find(({ key }) => key === 'DEBUG_PAYMENTS');
      if (!debug) vercel.addEnv(project, 'DEBUG_PAYMENTS', 'true', { type: 'plain' });
      else if (n % 2 === 1) project.env.splice(project.env.indexOf(debug), 1);
    },
    settings: async (n) => {
      project.settings.nodeVersion = n % 2 === 0 ? '20.x' : '18.x';
      project.crons.disabledAt = n % 3 === 0 ? vercel.now() : null;
    },
    vflags: async (n) => {
      if (production) production.active = n % 2 === 0;
      const flag = vercel.flagsOf(project).get('one-page-checkout');
      if (flag) flag.revision += 1;
    },
    ld: async (n) => {
      launchdarkly.patch(account, 'search', 'production', [{ kind: n % 2 === 0 ? 'turnFlagOff' : 'turnFlagOn' }]);
      launchdarkly.patch(account, 'recommendations', 'production', [
        { kind: n % 3 === 0 ? 'turnFlagOn' : 'turnFlagOff' },
      ]);
    },
    toggles: async (n) => {
      await toggles.mutate({ do: 'turn', flag: 'banner', on: n % 2 === 1 });
    },
    pay: async (n) => {
      const payments = stripe.hooks.find(({ description }) => description === 'payments');
      const events = n % 2 === 0 ? ['invoice.paid'] : ['invoice.paid', 'charge.succeeded'];
      if (payments) Object.assign(payments, { url: `${APP}/v${2 + n}/payments`, events });
    },
    media: async (n) => {
      await bucket.set('publicAccessBlock', block(n % 2 === 1, false, false, false));
      await bucket.set('cors', cors([{ origins: ['*'], methods: ['GET', 'PUT'], age: 5 + n }]));
    },
    cdn: async (n) => {
      await edge.update(distribution, (config) => {
        if (config.DefaultCacheBehavior) config.DefaultCacheBehavior.Compress = !config.DefaultCacheBehavior.Compress;
        config.Comment = n === 0 ? 'changed by the bad release' : `changed by the bad release ${n}`;
      });
    },
  };

  return {
    s3,
    servers: [s3, cloudfront, stripe, launchdarkly, unleash],
    resources: `
  - { id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM} }
  - { id: settings, provider: vercel-project, project: ${project.id}, team: ${TEAM} }
  - { id: vflags, provider: vercel-flags, project: ${project.id}, team: ${TEAM} }
  - { id: ld, provider: launchdarkly, project: shop, environment: production }
  - { id: toggles, provider: unleash, project: default, environment: production }
  - { id: pay, provider: stripe-webhooks, endpoints: ["${APP}"] }
  - { id: media, provider: s3-bucket, bucket: media, region: us-east-1 }
  - { id: cdn, provider: cloudfront, distribution: ${distribution}, invalidate: ["/*"], poll-seconds: 0.2 }`,
    env: {
      AWS_ACCESS_KEY_ID: 'AKIADEMO',
      AWS_SECRET_ACCESS_KEY: 'demo-secret-access-key-0123456789',
      AWS_ENDPOINT_URL_S3: s3.url,
      AWS_ENDPOINT_URL_CLOUDFRONT: cloudfront.url,
      STRIPE_API_KEY: 'sk_test_sandbox',
      STRIPE_API_URL: stripe.url,
      LAUNCHDARKLY_ACCESS_TOKEN: LAUNCHDARKLY_TOKEN,
      LAUNCHDARKLY_API_URL: launchdarkly.url,
      UNLEASH_URL: unleash.url,
      UNLEASH_API_TOKEN: UNLEASH_TOKEN,
    },
    breakAll: async () => {
      for (const change of Object.values(changes)) await change(0);
    },
    changes,
    facts: async () => ({
      env: project.env.map(({ key, value, target }) => [key, value, target]).sort(),
      settings: [project.settings, project.crons.disabledAt === null],
      vflags: [...vercel.flagsOf(project).values()].map(({ slug, environments }) => [
        slug,
        environments.production?.active,
      ]),
      ld: [...account.flags.values()].map(({ key, environments }) => [key, environments.get('production')?.on]),
      toggles: [...unleash.model.features.values()].map(({ name, environments }) => [
        name,
        environments.get('production')?.enabled,
      ]),
      // The order of event names means nothing to Stripe.
      pay: stripe.hooks.map(({ url, events, enabled }) => [url, [...events].sort(), enabled]),
      media: await Promise.all(
        ['publicAccessBlock', 'cors', 'policy'].map(async (name) => (await bucket.get(name)).text),
      ),
      cdn: (await edge.config(distribution)).config,
    }),
    stop: async () => {
      edge.close();
      await Promise.all([s3.stop(), cloudfront.stop(), stripe.stop(), launchdarkly.stop(), unleash.stop()]);
    },
  };
}
