import { text } from 'node:stream/consumers';
import type { Project } from '../../cli/session.js';
import {
  NOT_BEGUN,
  parseProgress,
  parseReplayPlan,
  type ReplayPlan,
  type ReplayProgress,
} from '../../engine/replay.js';
import { RewindError } from '../../runtime/errors.js';
import { inOrder } from '../../runtime/text.js';

/** `replays/<environment>/<digest>/plan.json`, and beside it how far the sending is. */
const fileOf = (environment: string, digest: string, name: 'plan' | 'progress'): string =>
  `replays/${environment}/${digest}/${name}.json`;

const bytesOf = (content: unknown): Buffer => Buffer.from(`${JSON.stringify(content, null, 2)}\n`);

export async function storePlan({ store }: Project, plan: ReplayPlan): Promise<void> {
  await store.put(fileOf(plan.environment, plan.digest, 'plan'), bytesOf(plan));
}

/** @throws RewindError plan-mismatch when the store holds no such plan */
export async function readPlan(project: Project, digest: string): Promise<ReplayPlan> {
  const { environment } = project.config;
  const content = await read(project, fileOf(environment, digest, 'plan'));
  if (content === undefined) {
    throw new RewindError('plan-mismatch', `The store holds no replay plan ${digest} of "${environment}".`, {
      remedy: 'Run "rewind replay" and get that plan approved.',
    });
  }
  const plan = parseReplayPlan(content);
  if (plan.digest === digest && plan.environment === environment) return plan;
  throw new RewindError('plan-mismatch', `The store holds another replay plan under the digest ${digest}.`);
}

/** Every replay of the store, newest plan first. */
export async function pastReplays(project: Project): Promise<{ plan: ReplayPlan; progress: ReplayProgress }[]> {
  const folder = `replays/${project.config.environment}`;
  const keys = (await project.store.list(folder)).flatMap(({ key }) => (key.endsWith('/plan.json') ? [key] : []));
  const plans = await Promise.all(keys.map(async (key) => parseReplayPlan(await read(project, key))));
  const all = await Promise.all(plans.map(async (plan) => ({ plan, progress: await readProgress(project, plan) })));
  return all.sort((a, b) => inOrder(b.plan.createdAt, a.plan.createdAt));
}

export async function readProgress(project: Project, { digest }: ReplayPlan): Promise<ReplayProgress> {
  const content = await read(project, fileOf(project.config.environment, digest, 'progress'));
  return content === undefined ? NOT_BEGUN : parseProgress(content);
}

export async function noteProgress({ store }: Project, plan: ReplayPlan, progress: ReplayProgress): Promise<void> {
  await store.put(fileOf(plan.environment, plan.digest, 'progress'), bytesOf(progress));
}

/** Undefined if the store does not hold it; null if it is not JSON. */
async function read({ store }: Project, key: string): Promise<unknown> {
  const folder = key.slice(0, key.lastIndexOf('/'));
  if (!(await store.list(folder)).some((object) => object.key === key)) return undefined;
  try {
    return JSON.parse(await text(await store.open(key))) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
