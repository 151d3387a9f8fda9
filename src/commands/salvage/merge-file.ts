import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import type { Project } from '../../cli/session.js';
import { parseSalvagePlan, type SalvagePlan } from '../../engine/salvage.js';
import { sealStream, unsealStream } from '../../engine/seal.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';

/** `salvages/<environment>/<digest>/plan.json`, and beside it the rows, sealed. */
const folderOf = (environment: string, digest: string): string => `salvages/${environment}/${digest}`;

/** Seals lines into a file of the run's scratch directory: only sealed bytes reach the disk. */
export class MergeWriter {
  private readonly hash = createHash('sha256');
  private readonly input = new PassThrough();

  private constructor(
    readonly path: string,
    private readonly written: { done: Promise<void> },
  ) {}

  static async open(ctx: Context, recipients: readonly string[]): Promise<MergeWriter> {
    const seal = await sealStream(recipients);
    const path = join(ctx.scratch, `salvage-${ctx.randomHex(6)}.age`);
    const written = { done: Promise.resolve() };
    const writer = new MergeWriter(path, written);
    written.done = pipeline(writer.input, seal, createWriteStream(path, { mode: 0o600 }));
    written.done.catch(() => undefined);
    return writer;
  }

  async write(line: string): Promise<void> {
    this.hash.update(`${line}\n`);
    if (this.input.write(`${line}\n`)) return;
    await Promise.race([new Promise((resolve) => this.input.once('drain', resolve)), this.written.done]);
  }

  /** @returns SHA-256 (hex) of the lines */
  async end(): Promise<string> {
    this.input.end();
    await this.written.done;
    return this.hash.digest('hex');
  }
}

export async function storePlan({ store }: Project, plan: SalvagePlan, sealed: string): Promise<void> {
  const folder = folderOf(plan.environment, plan.digest);
  await store.put(`${folder}/rows.age`, createReadStream(sealed));
  await store.put(`${folder}/plan.json`, Buffer.from(`${JSON.stringify(plan, null, 2)}\n`));
}

/** @throws RewindError plan-mismatch when the store holds no such plan */
export async function readPlan({ store, config }: Project, digest: string): Promise<SalvagePlan> {
  const key = `${folderOf(config.environment, digest)}/plan.json`;
  const found = (await store.list(folderOf(config.environment, digest))).some((object) => object.key === key);
  if (!found) {
    throw new RewindError('plan-mismatch', `The store holds no salvage plan ${digest} of "${config.environment}".`, {
      remedy: 'Run "rewind salvage" and get that plan approved.',
    });
  }
  const plan = parseSalvagePlan(JSON.parse(await text(await store.open(key))));
  if (plan.digest === digest && plan.environment === config.environment) return plan;
  throw new RewindError('plan-mismatch', `The store holds another salvage plan under the digest ${digest}.`);
}

/** The lines of the sealed part. Fails at their end if they are not those of the plan. */
export async function* readRows({ store, identities }: Project, plan: SalvagePlan): AsyncGenerator<string> {
  const sealed = await store.open(`${folderOf(plan.environment, plan.digest)}/rows.age`);
  const hash = createHash('sha256');
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of (await unsealStream(sealed, identities)) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (hash.digest('hex') === plan.rows && rest === '') return;
  throw new RewindError('plan-mismatch', 'The rows in the store are not those of the approved salvage plan.');
}
