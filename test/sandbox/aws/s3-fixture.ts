import fc from 'fast-check';

/** Talks to an S3 emulator or peer by plain HTTP, path-style, so that what is set does not pass through our own client. */
export class PlainBucket {
  constructor(
    readonly url: string,
    readonly name: string,
  ) {}

  private async send(method: string, query: string, body?: string): Promise<Response> {
    const headers = {
      authorization: `AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0`,
    };
    return fetch(`${this.url}/${this.name}${query}`, { method, headers, ...(body === undefined ? {} : { body }) });
  }

  async create(): Promise<void> {
    await this.send('PUT', '');
  }

  async destroy(): Promise<void> {
    await this.send('DELETE', '');
  }

  /** Null = not set. Answers the status. */
  async set(setting: string, document: string | null): Promise<number> {
    const answer = await this.send(document === null ? 'DELETE' : 'PUT', `?${setting}`, document ?? undefined);
    await answer.text();
    return answer.status;
  }

  async get(setting: string): Promise<{ status: number; text: string }> {
    const answer = await this.send('GET', `?${setting}`);
    return { status: answer.status, text: await answer.text() };
  }
}

export const REFERER_SECRET = 'referer-s3cr3t-9f2c1b';

/** What the bucket is set to before the "deploy". */
export function startingSettings(bucket: string): [setting: string, document: string][] {
  return [
    [
      'policy',
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'PublicRead',
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: `arn:aws:s3:::${bucket}/public/*`,
          },
          {
            Sid: 'OnlyOurSite',
            Effect: 'Allow',
            Principal: { AWS: ['arn:aws:iam::123456789012:role/site'] },
            Action: ['s3:GetObject', 's3:ListBucket'],
            Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
            Condition: { StringEquals: { 'aws:Referer': REFERER_SECRET } },
          },
        ],
      }),
    ],
    ['publicAccessBlock', block(true, true, true, false)],
    ['cors', cors([{ origins: ['https://example.com'], methods: ['GET', 'HEAD'], age: 600 }])],
    ['ownershipControls', ownership('BucketOwnerEnforced')],
    ['encryption', encryption('aws:kms')],
    ['lifecycle', lifecycle([{ id: 'old-logs', prefix: 'logs/', days: 30 }])],
  ];
}

const bool = fc.boolean();

export interface Mutation {
  readonly setting: string;
  readonly document: string | null;
}

/** What a person or a deploy may do to the settings of a bucket. */
export function bucketMutations(bucket: string): fc.Arbitrary<Mutation> {
  const origin = fc.constantFrom('*', 'https://a.example', 'https://b.example', 'http://localhost:3000');
  const method = fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD');
  const corsRule = fc.record({
    origins: fc.uniqueArray(origin, { minLength: 1, maxLength: 3 }),
    methods: fc.uniqueArray(method, { minLength: 1, maxLength: 3 }),
    age: fc.integer({ min: 0, max: 86_400 }),
  });
  const statement = fc.record({
    Sid: fc.constantFrom('A', 'B', 'C'),
    Effect: fc.constantFrom('Allow', 'Deny'),
    Principal: fc.constantFrom<unknown>('*', { AWS: '123456789012' }, { Service: 'cloudfront.amazonaws.com' }),
    Action: fc.uniqueArray(fc.constantFrom('s3:GetObject', 's3:PutObject', 's3:*'), { minLength: 1, maxLength: 3 }),
    Resource: fc.constant(`arn:aws:s3:::${bucket}/*`),
  });
  const rule = fc.record({
    id: fc.constantFrom('r1', 'r2', 'r3'),
    prefix: fc.constantFrom('tmp/', 'logs/', 'a&b/'),
    days: fc.integer({ min: 1, max: 400 }),
  });
  const orUnset = (document: fc.Arbitrary<string>): fc.Arbitrary<string | null> => fc.option(document, { freq: 4 });
  const of = (setting: string, document: fc.Arbitrary<string | null>): fc.Arbitrary<Mutation> =>
    document.map((value) => ({ setting, document: value }));
  return fc.oneof(
    of(
      'policy',
      orUnset(
        fc
          .uniqueArray(statement, { minLength: 1, maxLength: 3, selector: ({ Sid }) => Sid })
          .map((Statement) => JSON.stringify({ Version: '2012-10-17', Statement })),
      ),
    ),
    of('publicAccessBlock', orUnset(fc.tuple(bool, bool, bool, bool).map((flags) => block(...flags)))),
    of('cors', orUnset(fc.array(corsRule, { minLength: 1, maxLength: 3 }).map(cors))),
    of(
      'ownershipControls',
      orUnset(fc.constantFrom('BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter').map(ownership)),
    ),
    of('versioning', fc.constantFrom('Enabled', 'Suspended').map(versioning)),
    of('encryption', orUnset(fc.constantFrom('AES256', 'aws:kms').map(encryption))),
    of(
      'lifecycle',
      orUnset(fc.uniqueArray(rule, { minLength: 1, maxLength: 3, selector: ({ id }) => id }).map(lifecycle)),
    ),
    of(
      'website',
      orUnset(
        fc.constantFrom(
          '<WebsiteConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IndexDocument><Suffix>index.html</Suffix></IndexDocument></WebsiteConfiguration>',
          '<WebsiteConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IndexDocument><Suffix>home.html</Suffix></IndexDocument><ErrorDocument><Key>404.html</Key></ErrorDocument></WebsiteConfiguration>',
        ),
      ),
    ),
  );
}

const NS = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';

export function block(acls: boolean, ignore: boolean, policy: boolean, restrict: boolean): string {
  return `<PublicAccessBlockConfiguration ${NS}><BlockPublicAcls>${acls}</BlockPublicAcls><IgnorePublicAcls>${ignore}</IgnorePublicAcls><BlockPublicPolicy>${policy}</BlockPublicPolicy><RestrictPublicBuckets>${restrict}</RestrictPublicBuckets></PublicAccessBlockConfiguration>`;
}

export function cors(rules: readonly { origins: string[]; methods: string[]; age: number }[]): string {
  const text = rules.map(
    ({ origins, methods, age }) =>
      `<CORSRule>${methods.map((each) => `<AllowedMethod>${each}</AllowedMethod>`).join('')}${origins.map((each) => `<AllowedOrigin>${each}</AllowedOrigin>`).join('')}<MaxAgeSeconds>${age}</MaxAgeSeconds></CORSRule>`,
  );
  return `<CORSConfiguration ${NS}>${text.join('')}</CORSConfiguration>`;
}

export function ownership(value: string): string {
  return `<OwnershipControls ${NS}><Rule><ObjectOwnership>${value}</ObjectOwnership></Rule></OwnershipControls>`;
}

export function versioning(status: string): string {
  return `<VersioningConfiguration ${NS}><Status>${status}</Status></VersioningConfiguration>`;
}

export function encryption(algorithm: string): string {
  const key =
    algorithm === 'aws:kms' ? '<KMSMasterKeyID>arn:aws:kms:us-east-1:123456789012:key/k1</KMSMasterKeyID>' : '';
  return `<ServerSideEncryptionConfiguration ${NS}><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>${algorithm}</SSEAlgorithm>${key}</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>${algorithm === 'aws:kms'}</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>`;
}

export function lifecycle(rules: readonly { id: string; prefix: string; days: number }[]): string {
  const text = rules.map(
    ({ id, prefix, days }) =>
      `<Rule><ID>${id}</ID><Filter><Prefix>${prefix.replace('&', '&amp;')}</Prefix></Filter><Status>Enabled</Status><Expiration><Days>${days}</Days></Expiration></Rule>`,
  );
  return `<LifecycleConfiguration ${NS}>${text.join('')}</LifecycleConfiguration>`;
}
