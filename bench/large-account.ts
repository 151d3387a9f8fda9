import { generateIdentity, identityToRecipient } from 'age-encryption';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../src/runtime/markdown.js';
import { CloudFrontSandbox } from '../test/sandbox/aws/cloudfront.js';
import { CloudFrontFixture, startingConfig } from '../test/sandbox/aws/cloudfront-fixture.js';
import { S3Sandbox } from '../test/sandbox/aws/s3.js';
import { LaunchDarklySandbox } from '../test/sandbox/launchdarkly/server.js';
import { StripeSandbox } from '../test/sandbox/stripe/server.js';
import { TEAM, VercelSandbox } from '../test/sandbox/vercel/server.js';
import { PlainBucket, startingSettings } from '../test/sandbox/aws/s3-fixture.js';
import { runProgram } from '../test/support/program.js';
import { timed } from './measure.js';

const DIST = fileURLToPath(new URL('../dist/index.js', import.meta.url));
const LATENCY_MS = 50;
/** Requests in flight for each host, as in src/runtime/create-context.ts. */
const CONCURRENCY = 8;
const WINDOW = { requests: 100, seconds: 10 };
const TOKEN = 'api-bench-launchdarkly';

/**
 * One snapshot of a large account by the compiled program: 500 variables (none of them given in clear by the list), 300
 * flags, 40 webhook endpoints (16 of the old kind, Stripe's limit, and 24 destinations), 20 buckets, 10 distributions; 50 ms
 * for each call, and 100 calls in 10 seconds at Vercel. The bound of a service is what its own limit and the time of its
 * calls allow: the services are read at the same time, so the slowest counts.
 */
export async function run(): Promise<string> {
  const vercel = await new VercelSandbox().start();
  const [launchdarkly, stripe, s3, cloudfront] = await Promise.all([
    new LaunchDarklySandbox().start(),
    new StripeSandbox().start(),
    new S3Sandbox().start(),
    new CloudFrontSandbox().start(),
  ]);
  const root = mkdtempSync(join(tmpdir(), 'rewind-bench-'));
  try {
    const project = vercel.addProject('shop', ['shop.example.com']);
    vercel.release(project);
    for (let index = 0; index < 500; index += 1) vercel.addEnv(project, `VARIABLE_${index}`, `value ${index}`);
    launchdarkly.tokens.set(TOKEN, 'writer');
    const account = launchdarkly.addProject('shop', ['production']);
    for (let index = 0; index < 300; index += 1) launchdarkly.addFlag(account, { key: `flag-${index}` });
    for (let index = 0; index < 16; index += 1) stripe.add({ url: `https://shop.example.com/hooks/${index}` });
    for (let index = 0; index < 24; index += 1) {
      const v2 = {
        name: `thin-${index}`,
        type: 'webhook_endpoint' as const,
        payload: 'thin' as const,
        from: ['@self'],
      };
      stripe.add({ url: `https://shop.example.com/thin/${index}`, events: ['v1.billing.meter.no_meter_found'], v2 });
    }
    for (let index = 0; index < 20; index += 1) {
      s3.createBucket(`bucket-${index}`);
      for (const [setting, document] of startingSettings(`bucket-${index}`)) {
        await new PlainBucket(s3.url, `bucket-${index}`).set(setting, document);
      }
    }
    const edge = new CloudFrontFixture(cloudfront.url);
    const distributions: string[] = [];
    for (let index = 0; index < 10; index += 1) {
      distributions.push(await edge.createDistribution(startingConfig(`cdn-${index}`, [])));
    }
    edge.close();
    mkdirSync(join(root, '.github'));
    writeFileSync(
      join(root, '.github/rewind.yml'),
      `version: 1
environment: production
store: { kind: directory, path: .rewind/store }
seal: { recipients: [${await identityToRecipient(await generateIdentity())}] }
resources:
  - { id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }
  - { id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM} }
  - { id: ld, provider: launchdarkly, project: shop, environment: production }
  - { id: pay, provider: stripe-webhooks }
${Array.from({ length: 20 }, (_, index) => `  - { id: bucket-${index}, provider: s3-bucket, bucket: bucket-${index}, region: us-east-1 }`).join('\n')}
${distributions.map((id, index) => `  - { id: cdn-${index}, provider: cloudfront, distribution: ${id} }`).join('\n')}
`,
    );
    for (const service of [vercel, launchdarkly, stripe, s3, cloudfront]) service.latencyMs = LATENCY_MS;
    vercel.limit = WINDOW.requests;
    s3.requests.length = 0;
    cloudfront.requests.length = 0;
    let stderr = '';
    const took = await timed(async () => {
      const result = await runProgram(['snapshot'], {
        cwd: root,
        command: [process.execPath, DIST],
        env: {
          VERCEL_TOKEN: 'vercel-token-sandbox',
          VERCEL_API_URL: vercel.url,
          LAUNCHDARKLY_ACCESS_TOKEN: TOKEN,
          LAUNCHDARKLY_API_URL: launchdarkly.url,
          STRIPE_API_KEY: 'sk_test_sandbox',
          STRIPE_API_URL: stripe.url,
          AWS_ACCESS_KEY_ID: 'AKIABENCH',
          AWS_SECRET_ACCESS_KEY: 'bench-secret-access-key',
          AWS_ENDPOINT_URL_S3: s3.url,
          AWS_ENDPOINT_URL_CLOUDFRONT: cloudfront.url,
          REWIND_FINGERPRINT_KEY: 'a key of the bench',
        },
      });
      stderr = result.stderr;
      if (result.status !== 0) throw new Error(result.stderr);
    });
    const refused = vercel.requests.filter(({ status }) => status === 429).length;
    const counts: [string, number, number | null][] = [
      ['Vercel', vercel.requests.length, WINDOW.requests],
      ['LaunchDarkly', launchdarkly.requests.length, null],
      ['Stripe', stripe.requests.length, null],
      ['S3', s3.requests.length, null],
      ['CloudFront', cloudfront.requests.length, null],
    ];
    const bounds = counts.map(([name, requests, limit]) => {
      const byLatency = (Math.ceil(requests / CONCURRENCY) * LATENCY_MS) / 1000;
      // The first window's calls need no waiting; each later window must be waited for.
      const served = name === 'Vercel' ? requests - refused : requests;
      const byLimit = limit === null ? 0 : (Math.ceil(served / limit) - 1) * WINDOW.seconds;
      return Math.max(byLatency, byLimit);
    });
    const bound = Math.max(...bounds);
    const rows = counts.map(([name, requests], index) => [
      name,
      String(requests),
      name === 'Vercel' ? String(refused) : '0',
      (bounds[index] ?? 0).toFixed(1),
    ]);
    return [
      table(['Service', 'requests', 'of them 429', 'lower bound, s'], rows),
      `Wall time ${(took / 1000).toFixed(1)} s; lower bound (the slowest service) ${bound.toFixed(1)} s; ratio ${(took / 1000 / bound).toFixed(2)}.`,
      ...(stderr.includes('warning') ? [stderr] : []),
    ].join('\n\n');
  } finally {
    await Promise.all([vercel.stop(), launchdarkly.stop(), stripe.stop(), s3.stop(), cloudfront.stop()]);
    rmSync(root, { recursive: true, force: true });
  }
}
