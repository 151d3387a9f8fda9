import {
  CloudFrontClient,
  CreateDistributionCommand,
  CreateFunctionCommand,
  DeleteFunctionCommand,
  DescribeFunctionCommand,
  GetDistributionConfigCommand,
  PublishFunctionCommand,
  UpdateDistributionCommand,
  UpdateFunctionCommand,
  type CacheBehavior,
  type DistributionConfig,
  type EventType,
  type FunctionAssociations,
  type GeoRestrictionType,
  type HttpVersion,
  type Method,
  type PriceClass,
  type ViewerProtocolPolicy,
} from '@aws-sdk/client-cloudfront';
import fc from 'fast-check';
import { arnOf } from './cloudfront.js';

/** In a custom origin header, and in the code of a function. */
export const ORIGIN_SECRET = 'origin-s3cr3t-77aa01';
export const CODE_SECRET = 'basic-auth-s3cr3t-40be';

type Association = readonly [event: EventType, name: string];

/** What a person or a deploy may do to a distribution and its functions. */
export type EdgeMutation =
  | { readonly do: 'config'; readonly change: (config: DistributionConfig) => void; readonly what: string }
  | { readonly do: 'associate'; readonly associations: readonly Association[] }
  | { readonly do: 'publish' | 'draft'; readonly name: string; readonly code: string; readonly comment: string }
  | { readonly do: 'delete'; readonly name: string };

/** Drives a CloudFront service through the official SDK, as a deploy tool would; nothing of it passes through Rewind. */
export class CloudFrontFixture {
  readonly client: CloudFrontClient;

  constructor(endpoint: string, accessKeyId = 'AKIASCENE', secretAccessKey = 'scene') {
    this.client = new CloudFrontClient({
      endpoint,
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: { accessKeyId, secretAccessKey },
    });
  }

  close(): void {
    this.client.destroy();
  }

  async createFunction(name: string, code: string, comment = ''): Promise<void> {
    const FunctionConfig = { Comment: comment, Runtime: 'cloudfront-js-2.0' as const };
    const FunctionCode = Buffer.from(code);
    const { ETag } = await this.client.send(new CreateFunctionCommand({ Name: name, FunctionConfig, FunctionCode }));
    await this.client.send(new PublishFunctionCommand({ Name: name, IfMatch: ETag }));
  }

  async createDistribution(config: DistributionConfig): Promise<string> {
    const made = await this.client.send(new CreateDistributionCommand({ DistributionConfig: config }));
    return made.Distribution?.Id ?? '';
  }

  async config(id: string): Promise<{ config: DistributionConfig; etag: string }> {
    const answer = await this.client.send(new GetDistributionConfigCommand({ Id: id }));
    if (answer.DistributionConfig === undefined) throw new Error(`no config of ${id}`);
    return { config: answer.DistributionConfig, etag: answer.ETag ?? '' };
  }

  async update(id: string, change: (config: DistributionConfig) => void): Promise<void> {
    const { config, etag } = await this.config(id);
    change(config);
    await this.client.send(new UpdateDistributionCommand({ Id: id, IfMatch: etag, DistributionConfig: config }));
  }

  async updateFunction(name: string, code: string, comment: string, publish: boolean): Promise<void> {
    const { ETag, FunctionSummary } = await this.client.send(new DescribeFunctionCommand({ Name: name }));
    const written = await this.client.send(
      new UpdateFunctionCommand({
        Name: name,
        IfMatch: ETag,
        FunctionConfig: { ...FunctionSummary?.FunctionConfig, Comment: comment, Runtime: 'cloudfront-js-2.0' },
        FunctionCode: Buffer.from(code),
      }),
    );
    if (publish) await this.client.send(new PublishFunctionCommand({ Name: name, IfMatch: written.ETag }));
  }

  /** Carries out a mutation; what the service refuses (an unknown function) it refuses to anyone, and nothing changes. */
  async mutate(id: string, mutation: EdgeMutation): Promise<void> {
    try {
      switch (mutation.do) {
        case 'config':
          await this.update(id, mutation.change);
          break;
        case 'associate':
          await this.update(id, (config) => {
            if (config.DefaultCacheBehavior) {
              config.DefaultCacheBehavior.FunctionAssociations = associations(mutation.associations);
            }
          });
          break;
        case 'delete': {
          await this.update(id, (config) => {
            if (config.DefaultCacheBehavior) config.DefaultCacheBehavior.FunctionAssociations = associations([]);
          });
          const { ETag } = await this.client.send(new DescribeFunctionCommand({ Name: mutation.name }));
          await this.client.send(new DeleteFunctionCommand({ Name: mutation.name, IfMatch: ETag }));
          break;
        }
        default:
          await this.updateFunction(mutation.name, mutation.code, mutation.comment, mutation.do === 'publish');
      }
    } catch (error) {
      const expected = ['InvalidFunctionAssociation', 'NoSuchFunctionExists'];
      if (!(error instanceof Error) || !expected.includes(error.name)) throw error;
    }
  }
}

export function associations(wanted: readonly Association[]): FunctionAssociations {
  const Items = wanted.map(([EventType, name]) => ({ EventType, FunctionARN: arnOf(name) }));
  return Items.length === 0 ? { Quantity: 0 } : { Quantity: Items.length, Items };
}

const CUSTOM = { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'https-only' as const };
const CACHING = '658327ea-f89d-4fab-a63d-7e88639e58f6';

function behavior(pattern: string, origin: string, policy: ViewerProtocolPolicy, compress: boolean): CacheBehavior {
  return {
    PathPattern: pattern,
    TargetOriginId: origin,
    ViewerProtocolPolicy: policy,
    CachePolicyId: CACHING,
    Compress: compress,
  };
}

/** What the distribution is set to before the "deploy". */
export function startingConfig(reference: string, used: readonly Association[]): DistributionConfig {
  return {
    CallerReference: reference,
    Comment: 'media <of the shop> & more',
    Enabled: true,
    DefaultRootObject: 'index.html',
    Aliases: { Quantity: 1, Items: [`${reference}.example.com`] },
    Origins: {
      Quantity: 2,
      Items: [
        {
          Id: 'app',
          DomainName: 'app.example.com',
          CustomHeaders: { Quantity: 1, Items: [{ HeaderName: 'X-Origin-Verify', HeaderValue: ORIGIN_SECRET }] },
          CustomOriginConfig: CUSTOM,
        },
        {
          Id: 'media',
          DomainName: 'media.s3.us-east-1.amazonaws.com',
          S3OriginConfig: { OriginAccessIdentity: '' },
        },
      ],
    },
    DefaultCacheBehavior: {
      TargetOriginId: 'app',
      ViewerProtocolPolicy: 'redirect-to-https',
      CachePolicyId: CACHING,
      FunctionAssociations: associations(used),
    },
    CacheBehaviors: {
      Quantity: 2,
      Items: [behavior('/media/*', 'media', 'https-only', true), behavior('/api/*', 'app', 'https-only', false)],
    },
    PriceClass: 'PriceClass_100',
    HttpVersion: 'http2and3',
    ViewerCertificate: { CloudFrontDefaultCertificate: true },
    Restrictions: { GeoRestriction: { RestrictionType: 'none', Quantity: 0 } },
    CustomErrorResponses: {
      Quantity: 1,
      Items: [{ ErrorCode: 404, ResponsePagePath: '/404.html', ResponseCode: '404', ErrorCachingMinTTL: 10 }],
    },
    Logging: { Enabled: false, IncludeCookies: false, Bucket: '', Prefix: '' },
    WebACLId: '',
  };
}

const code = (word: string): string =>
  `// ${word} – ü\nfunction handler(event) {\n  if (event.x < 1 && "${CODE_SECRET}") return event.request;\n}\n`;
export const STARTING_CODE = code('start');

function config(what: string, change: (config: DistributionConfig) => void): EdgeMutation {
  return { do: 'config', what, change };
}

const of = <T>(
  what: string,
  values: fc.Arbitrary<T>,
  change: (config: DistributionConfig, value: T) => void,
): fc.Arbitrary<EdgeMutation> =>
  values.map((value) => config(`${what}: ${JSON.stringify(value)}`, (at) => change(at, value)));

/** Changes of the distribution's own config. */
export function configMutations(): fc.Arbitrary<EdgeMutation> {
  const policy = fc.constantFrom<ViewerProtocolPolicy>('allow-all', 'https-only', 'redirect-to-https');
  const origin = fc.constantFrom('app', 'media');
  const header = fc.record({
    name: fc.constantFrom('X-Origin-Verify', 'X-Tenant', 'X-Api-Key'),
    value: fc.constantFrom(ORIGIN_SECRET, `${ORIGIN_SECRET}-rotated`, 'other-header-value'),
  });
  const patterns = fc.record({
    pattern: fc.constantFrom('/media/*', '/api/*', '/img/?.png', '/a&b/*'),
    origin,
    policy,
    compress: fc.boolean(),
  });
  const countries = fc.record({
    type: fc.constantFrom<GeoRestrictionType>('blacklist', 'whitelist'),
    codes: fc.uniqueArray(fc.constantFrom('DE', 'FR', 'US', 'JP'), { minLength: 1, maxLength: 3 }),
  });
  const errors = fc.uniqueArray(
    fc.record({ status: fc.constantFrom(403, 404, 500, 503), ttl: fc.integer({ min: 0, max: 300 }) }),
    { maxLength: 3, selector: ({ status }) => status },
  );
  return fc.oneof(
    of('comment', fc.constantFrom('', 'deployed by CI', '<b>&'), (at, value) => (at.Comment = value)),
    of('enabled', fc.boolean(), (at, value) => (at.Enabled = value)),
    of('root object', fc.constantFrom('', 'home.html'), (at, value) => (at.DefaultRootObject = value)),
    of('price class', fc.constantFrom<PriceClass>('PriceClass_All', 'PriceClass_200'), (at, value) => {
      at.PriceClass = value;
    }),
    of(
      'HTTP version',
      fc.constantFrom<HttpVersion>('http1.1', 'http2', 'http3'),
      (at, value) => (at.HttpVersion = value),
    ),
    of('aliases', fc.uniqueArray(fc.constantFrom('a.example.com', 'b.example.com'), { maxLength: 2 }), (at, value) => {
      at.Aliases = { Quantity: value.length, ...(value.length > 0 ? { Items: value } : {}) };
    }),
    of('headers', fc.uniqueArray(header, { maxLength: 3, selector: ({ name }) => name }), (at, value) => {
      const Items = value.map((each) => ({ HeaderName: each.name, HeaderValue: each.value }));
      const first = at.Origins?.Items?.[0];
      if (first) first.CustomHeaders = { Quantity: Items.length, ...(Items.length > 0 ? { Items } : {}) };
    }),
    of('origin', fc.constantFrom('evil.example.net', 'app2.example.com'), (at, value) => {
      const first = at.Origins?.Items?.[0];
      if (first) first.DomainName = value;
    }),
    of('origin added', fc.constantFrom('extra', 'blue'), (at, value) => {
      const Items = at.Origins?.Items ?? [];
      if (Items.some(({ Id }) => Id === value)) return;
      Items.push({ Id: value, DomainName: `${value}.example.com`, CustomOriginConfig: CUSTOM });
      at.Origins = { Quantity: Items.length, Items };
    }),
    of('behaviors', fc.uniqueArray(patterns, { maxLength: 4, selector: ({ pattern }) => pattern }), (at, value) => {
      const Items = value.map((each) => behavior(each.pattern, each.origin, each.policy, each.compress));
      at.CacheBehaviors = { Quantity: Items.length, ...(Items.length > 0 ? { Items } : {}) };
    }),
    of('order of behaviors', fc.constant(null), (at) => void at.CacheBehaviors?.Items?.reverse()),
    of('viewers', policy, (at, value) => {
      if (at.DefaultCacheBehavior) at.DefaultCacheBehavior.ViewerProtocolPolicy = value;
    }),
    of('methods', fc.constantFrom<Method[]>(['GET', 'HEAD'], ['HEAD', 'GET', 'OPTIONS']), (at, value) => {
      if (!at.DefaultCacheBehavior) return;
      at.DefaultCacheBehavior.AllowedMethods = { Quantity: value.length, Items: value };
    }),
    of('countries', fc.option(countries), (at, value) => {
      const GeoRestriction = value
        ? { RestrictionType: value.type, Quantity: value.codes.length, Items: value.codes }
        : { RestrictionType: 'none' as const, Quantity: 0 };
      at.Restrictions = { GeoRestriction };
    }),
    of('web ACL', fc.constantFrom('', 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/a/1'), (at, value) => {
      at.WebACLId = value;
    }),
    of('error pages', errors, (at, value) => {
      const Items = value.map(({ status, ttl }) => ({ ErrorCode: status, ErrorCachingMinTTL: ttl }));
      at.CustomErrorResponses = { Quantity: Items.length, ...(Items.length > 0 ? { Items } : {}) };
    }),
    of('origin group', fc.boolean(), (at, reversed) => {
      const members = reversed ? ['media', 'app'] : ['app', 'media'];
      at.OriginGroups = {
        Quantity: 1,
        Items: [
          {
            Id: 'failover',
            FailoverCriteria: { StatusCodes: { Quantity: 2, Items: [500, 502] } },
            Members: { Quantity: 2, Items: members.map((OriginId) => ({ OriginId })) },
          },
        ],
      };
    }),
  );
}

/** Changes of the functions, and of where they are used. */
export function functionMutations(names: readonly string[]): fc.Arbitrary<EdgeMutation> {
  const name = fc.constantFrom(...names);
  const association = fc.tuple(fc.constantFrom<EventType>('viewer-request', 'viewer-response'), name);
  const edit = fc.record({
    name,
    code: fc.constantFrom('start', 'two', 'three').map(code),
    comment: fc.constantFrom('', 'v2'),
  });
  return fc.oneof(
    edit.map((each): EdgeMutation => ({ do: 'publish', ...each })),
    edit.map((each): EdgeMutation => ({ do: 'draft', ...each })),
    name.map((each): EdgeMutation => ({ do: 'delete', name: each })),
    fc
      .uniqueArray(association, { maxLength: 2, selector: ([event]) => event })
      .map((each): EdgeMutation => ({ do: 'associate', associations: each })),
  );
}

/** The same mutations in every run. */
export function sampledMutations(names: readonly string[], count: number): EdgeMutation[] {
  return fc.sample(fc.oneof(configMutations(), functionMutations(names)), { numRuns: count, seed: 3 });
}
