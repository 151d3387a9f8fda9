import type { RepositoryFiles } from './repository-files.js';

export interface BucketFound {
  readonly bucket: string;
  /** Null if the configuration does not say it as a literal. */
  readonly region: string | null;
}
export interface AwsFound {
  readonly buckets: readonly BucketFound[];
  /** `E…` */
  readonly distributions: readonly string[];
  readonly notes: readonly string[];
}

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const DISTRIBUTION = /^E[A-Z0-9]{12,13}$/;

/** A block of Terraform's language: `resource "aws_s3_bucket" "assets" { … }`. */
interface Block {
  /** `resource`, `aws_s3_bucket`, `assets` */
  readonly labels: readonly string[];
  /** Its text between the braces, without comments. */
  readonly body: string;
}

/** Bucket names, regions and ids of distributions that stand in `*.tf` as literals. Never reads a state. Pure but for the reading. */
export function findAws(files: RepositoryFiles): AwsFound {
  const texts = files.paths
    .filter((path) => path.endsWith('.tf'))
    .map((path) => withoutComments(files.text(path) ?? ''));
  const blocks = texts.flatMap(blocksOf);
  const regions = regionsOf(blocks);
  const notes: string[] = [];
  const buckets = new Map<string, BucketFound>();
  for (const { labels, body } of blocks) {
    const [kind, type, label = ''] = labels;
    if ((kind !== 'resource' && kind !== 'data') || type !== 'aws_s3_bucket') continue;
    const bucket = literal(body, 'bucket');
    if (bucket === null || !BUCKET.test(bucket)) {
      notes.push(`The name of the bucket "${label}" is not a literal in Terraform: add its resource by hand.`);
      continue;
    }
    const alias = /^\s*provider\s*=\s*"?aws\.(\w+)"?/m.exec(body)?.[1] ?? '';
    buckets.set(bucket, { bucket, region: literal(body, 'region') ?? regions.get(alias) ?? null });
  }
  const distributions = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/"(E[A-Z0-9]+)"/g)].flatMap(([, id = '']) => (DISTRIBUTION.test(id) ? [id] : [])),
    ),
  );
  const managed = blocks.filter(
    ({ labels: [kind, type] }) => kind === 'resource' && type === 'aws_cloudfront_distribution',
  );
  if (managed.length > distributions.size) {
    notes.push(
      'Terraform makes a CloudFront distribution, and its id is only in the state: pass it with --cloudfront.',
    );
  }
  if (blocks.some(({ labels: [, type] }) => type === 'aws_db_instance' || type === 'aws_rds_cluster')) {
    notes.push('Terraform makes a database in RDS: docs/providers/rds-snapshot.md says when to use that provider.');
  }
  return { buckets: [...buckets.values()], distributions: [...distributions].sort(), notes };
}

/** Regions of the providers by their alias; '' is the default one. */
function regionsOf(blocks: readonly Block[]): Map<string, string> {
  return new Map(
    blocks.flatMap(({ labels, body }): [string, string][] => {
      if (labels[0] !== 'provider' || labels[1] !== 'aws') return [];
      const region = literal(body, 'region');
      return region !== null && REGION.test(region) ? [[literal(body, 'alias') ?? '', region]] : [];
    }),
  );
}

/** The value of a key of the block itself; null unless it is text without a template. */
function literal(body: string, key: string): string | null {
  const pattern = new RegExp(`^[ \\t]*${key}[ \\t]*=[ \\t]*"([^"\\\\$%\\n]{0,300})"`, 'gm');
  let [depth, from] = [0, 0];
  for (const match of body.matchAll(pattern)) {
    depth += depthOf(body.slice(from, match.index));
    from = match.index;
    if (depth === 0) return match[1] ?? null;
  }
  return null;
}

/** How many more braces a text opens than it closes. */
const depthOf = (text: string): number =>
  [...text.matchAll(/[{}]/g)].reduce((depth, [brace]) => depth + (brace === '{' ? 1 : -1), 0);

/** Comments as spaces; strings stay. */
function withoutComments(text: string): string {
  return text.replaceAll(
    /"(?:\\.|[^"\\\n])*(?:"|(?=\n)|$)|#[^\n]*|\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/|$)/g,
    (found) => (found.startsWith('"') ? found : ' '),
  );
}

/** Blocks at the top of a file. A brace that is missing ends the reading. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const head = /(?<![a-z_])([a-z_]{1,40})((?:\s+"[^"\n]*")*)\s*\{/g;
  for (let match = head.exec(text); match !== null; match = head.exec(text)) {
    const end = endOf(text, head.lastIndex);
    if (end === null) break;
    const labels = [...(match[2] ?? '').matchAll(/"([^"]*)"/g)].map(([, label = '']) => label);
    blocks.push({ labels: [match[1] ?? '', ...labels], body: text.slice(head.lastIndex, end) });
    head.lastIndex = end + 1;
  }
  return blocks;
}

/** Where the brace closes that was opened before `from`. Braces in strings do not count. */
function endOf(text: string, from: number): number | null {
  const token = /"(?:\\.|[^"\\\n])*(?:"|(?=\n)|$)|[{}]/g;
  token.lastIndex = from;
  let depth = 1;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '{') depth += 1;
    if (match[0] === '}') depth -= 1;
    if (depth === 0) return match.index;
  }
  return null;
}
