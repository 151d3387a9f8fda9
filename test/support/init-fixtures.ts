import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Values that must never leave their files. Each fixture has them in .env and .env.local. */
export const SECRETS = [
  'postgresql://shop:hunter2-never-print@db.internal.test:5432/shop',
  'sk_live_never_print_4242',
  'vercel_never_print_token_77',
];

/** A repository that somebody sets up. */
export interface Fixture {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Flags beside --yes, --contact and --action that it needs. */
  readonly flags: readonly string[];
  /** Address of the remote; null without. */
  readonly remote: string | null;
  /** Providers of the resources in the new rewind.yml, in its order. */
  readonly providers: readonly string[];
  /** Workflows that are written. */
  readonly workflows: readonly string[];
}

const link = (id: string, name: string): string =>
  JSON.stringify({ projectId: id, orgId: 'team_shop', projectName: name });
const manifest = (...dependencies: string[]): string =>
  `${JSON.stringify({ name: 'shop', dependencies: Object.fromEntries(dependencies.map((name) => [name, '1.0.0'])) }, null, 2)}\n`;
const schema = (url: string): string =>
  `generator client {\n  provider = "prisma-client-js"\n}\n\ndatasource db {\n  provider = "postgresql"\n  ${url}\n}\n`;
const OWN_DEPLOY = `name: Deploy
on:
  push:
    branches: [main]
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: actions/checkout@v4
      - run: npx vercel deploy --prebuilt --prod
        env:
          VERCEL_TOKEN: \${{ secrets.VERCEL_TOKEN }}
`;
const USUAL = ['rollback-readiness', 'rollback-production', 'recover-production', 'incident', 'list-snapshots'];
const PROMOTES = [...USUAL, 'pre-deploy-snapshot-git-integration', 'release-capture'];
const VERCEL = ['vercel-deployment', 'vercel-env', 'vercel-project'];
const GITHUB = 'git@github.com:acme/shop.git';

export const FIXTURES: readonly Fixture[] = [
  {
    name: 'plain Vercel',
    files: { 'package.json': manifest('next'), '.vercel/project.json': link('prj_shop1', 'shop') },
    flags: [],
    remote: 'https://x-access-token:ghp_neverprint@github.com/acme/shop.git',
    providers: VERCEL,
    workflows: PROMOTES,
  },
  {
    name: 'Prisma with a direct URL',
    files: {
      'package.json': manifest('next', '@prisma/client'),
      '.vercel/project.json': link('prj_shop2', 'shop'),
      'prisma/schema.prisma': schema('url = env("DATABASE_URL")\n  directUrl = env("DIRECT_URL")'),
      'prisma/migrations/20260101000000_init/migration.sql': 'CREATE TABLE a ();\n',
    },
    flags: ['--url', 'https://shop.acme.dev/health'],
    remote: GITHUB,
    providers: [...VERCEL, 'postgres', 'prisma'],
    workflows: [...PROMOTES, 'monitor-production'],
  },
  {
    name: 'Stripe and flags',
    files: {
      'package.json': manifest(
        'stripe',
        '@vercel/edge-config',
        'flags',
        '@launchdarkly/node-server-sdk',
        'unleash-client',
      ),
      '.vercel/project.json': link('prj_shop3', 'shop'),
    },
    flags: ['--edge-config', 'ecfg_shop3', '--launchdarkly', 'shop/production', '--unleash', 'default/production'],
    remote: GITHUB,
    providers: [...VERCEL, 'vercel-flags', 'vercel-edge-config', 'stripe-webhooks', 'launchdarkly', 'unleash'],
    workflows: PROMOTES,
  },
  {
    name: 'a monorepo of three projects, with hostile names',
    files: {
      'package.json': manifest(),
      '.vercel/repo.json': JSON.stringify({
        orgId: 'team_shop',
        remoteName: 'origin',
        projects: [
          { id: 'prj_web', name: 'Web\n::error::x', directory: 'apps/web' },
          { id: 'prj_docs', name: "docs' || true || '", directory: 'apps/docs' },
          { id: 'prj_admin', name: '管理 ${{ secrets.X }}', directory: 'apps/admin' },
          { id: "prj_') || true || ('", name: 'not an id', directory: 'apps/x' },
        ],
      }),
      'apps/web/package.json': manifest('next'),
      'apps/docs/package.json': manifest('astro'),
    },
    flags: [],
    remote: GITHUB,
    providers: [...VERCEL, ...VERCEL, ...VERCEL],
    workflows: PROMOTES,
  },
  {
    name: 'AWS in Terraform',
    files: {
      'package.json': manifest('@aws-sdk/client-s3', '@aws-sdk/client-cloudfront'),
      'infra/main.tf': `provider "aws" { region = "eu-central-1" }
provider "aws" {
  alias  = "us"
  region = "us-east-1"
}
terraform {
  backend "s3" {
    bucket = "acme-terraform-state"
    region = "eu-west-1"
  }
}
# resource "aws_s3_bucket" "old" { bucket = "acme-commented-out" }
resource "aws_s3_bucket" "assets" {
  bucket = "acme-assets" // served by the CDN
}
resource "aws_s3_bucket" "logs" {
  provider = aws.us
  bucket   = "acme-logs"
  tags = {
    bucket = "not-this-one"
  }
}
resource "aws_s3_bucket" "dynamic" { bucket = "acme-\${var.stage}" }
data "aws_cloudfront_distribution" "cdn" { id = "E1ABCDEFGHIJKL" }
`,
      'infra/terraform.tfstate': JSON.stringify({ secret: SECRETS[0], bucket: 'acme-from-state' }),
      'infra/prod.tfvars': `password = "${SECRETS[1] ?? ''}"\n`,
      'infra/.terraform/modules/x.tf': 'resource "aws_s3_bucket" "x" { bucket = "acme-vendored" }\n',
    },
    flags: [],
    remote: 'ssh://git@github.com/acme/infra',
    providers: ['s3-bucket', 's3-bucket', 'cloudfront'],
    workflows: USUAL,
  },
  {
    name: 'a deploy workflow of its own, .env with secrets, and a .gitignore',
    files: {
      'package.json': manifest('pg', 'stripe'),
      '.vercel/project.json': link('prj_shop7', 'shop'),
      '.github/workflows/deploy.yml': OWN_DEPLOY,
      '.github/workflows/incident.yml': 'name: Our own incident workflow\non: workflow_dispatch\njobs: {}\n',
      '.env.example': 'DATABASE_URL=\nDATABASE_URL_UNPOOLED=\nSTRIPE_API_KEY=\n',
      '.gitignore': 'node_modules\n',
    },
    flags: [],
    remote: GITHUB,
    providers: [...VERCEL, 'postgres', 'stripe-webhooks'],
    workflows: USUAL.filter((name) => name !== 'incident'),
  },
  {
    name: 'a pnpm workspace with Prisma in a package, CRLF and a byte order mark',
    files: {
      'package.json': `\ufeff${manifest('turbo').replaceAll('\n', '\r\n')}`,
      'pnpm-workspace.yaml': 'packages: [packages/*, apps/*]\n',
      'packages/db/package.json': manifest('@prisma/client').replaceAll('\n', '\r\n'),
      'packages/db/prisma.config.ts': `import { defineConfig, env } from 'prisma/config';\r\nexport default defineConfig({\r\n  schema: 'prisma/schema',\r\n  migrations: { path: 'prisma/migrations' },\r\n  datasource: { url: env('SHOP_DATABASE_URL') },\r\n});\r\n`,
      'packages/db/prisma/schema/main.prisma': `\ufeff${schema('')}`.replaceAll('\n', '\r\n'),
      'packages/db/prisma/migrations/20260101000000_init/migration.sql': 'CREATE TABLE a ();\n',
      'apps/api/package.json': manifest('stripe'),
    },
    flags: [],
    remote: 'https://ghe.acme.dev/acme/shop',
    providers: ['postgres', 'prisma', 'stripe-webhooks'],
    workflows: USUAL,
  },
  {
    name: 'no remote and almost nothing',
    files: { 'README.md': '# New\n' },
    flags: ['--vercel', 'prj_new,team_new'],
    remote: null,
    providers: VERCEL,
    workflows: PROMOTES,
  },
];

/** Writes a fixture into a new folder and makes it a Git repository. */
export function makeFixture({ files, remote }: Pick<Fixture, 'files' | 'remote'>): {
  readonly root: string;
  readonly remove: () => void;
} {
  const root = mkdtempSync(join(tmpdir(), 'rewind-init-'));
  const all = {
    '.env': `DATABASE_URL=${SECRETS[0] ?? ''}\nSTRIPE_API_KEY=${SECRETS[1] ?? ''}\n`,
    '.env.local': `VERCEL_TOKEN="${SECRETS[2] ?? ''}"\n`,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  git(root, 'init', '-q', '-b', 'main');
  if (remote !== null) git(root, 'remote', 'add', 'origin', remote);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export function git(root: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
}

/** Every file below a folder with the digest of its content; of a link, where it leads. Without .git. */
export function treeOf(root: string): Map<string, string> {
  const tree = new Map<string, string>();
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (path === '.git' || path.startsWith('.git/')) continue;
    const found = lstatSync(join(root, path));
    if (found.isFile())
      tree.set(
        path,
        createHash('sha256')
          .update(readFileSync(join(root, path)))
          .digest('hex'),
      );
    if (found.isSymbolicLink()) tree.set(path, 'link');
  }
  return tree;
}
