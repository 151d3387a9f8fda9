import type { Change } from '../../src/engine/change.js';
import { config as schema, type Config } from '../../src/providers/vercel-deployment/config.js';
import provider from '../../src/providers/vercel-deployment/index.js';
import type { State } from '../../src/providers/vercel-deployment/state.js';
import { asRewindError } from '../../src/runtime/errors.js';
import type { SandboxRequest } from '../sandbox/json-server.js';
import type { AliasRequest, Deployment, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext, type TestContext } from './context.js';
import { MemoryPayloads } from './payloads.js';

/** How a rollback ended. */
export interface Outcome {
  /** `done`: nothing is left that Rewind could change. Else the code of the error. */
  readonly code: string;
  /** Of the error; else of what is left to a person. */
  readonly says: string;
  /** Seconds on the clock of the product. */
  readonly seconds: number;
  /** Writes that were sent, e.g. `POST rollback`. */
  readonly writes: readonly string[];
}

/**
 * One project on the emulator, two deployments to production, and a clock that both share: waiting takes no time, and still
 * counts. A rollback takes the steps of the command, without store and approval.
 */
export class VercelRollback {
  readonly vercel = new VercelSandbox();
  shop!: Project;
  good!: Deployment;
  bad!: Deployment;
  saved!: State;
  ctx!: TestContext;
  timeoutSeconds = 20;
  /** Milliseconds that the clock of the runner is ahead of Vercel's. */
  skewMs = 0;
  private ms = Date.now();

  start = async (): Promise<void> => {
    this.vercel.clock = () => this.ms;
    await this.vercel.start();
  };

  stop = (): Promise<void> => this.vercel.stop();

  /** @param before changes the project before the snapshot */
  reset = async (before: () => void = () => undefined): Promise<void> => {
    const { vercel } = this;
    vercel.clear();
    Object.assign(this, { timeoutSeconds: 20, skewMs: 0 });
    this.ctx = this.context();
    this.shop = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
    this.good = vercel.release(this.shop);
    before();
    this.saved = await this.capture();
    this.bad = vercel.release(this.shop);
    vercel.requests.length = 0;
  };

  context(): TestContext {
    const started = this.ms;
    const sleep = async (wait: number): Promise<void> => {
      const until = this.ms + wait;
      await new Promise(setImmediate);
      this.ms = Math.max(this.ms, until);
    };
    return testContext({
      env: this.vercel.env,
      clock: {
        now: () => new Date(this.ms + this.skewMs),
        monotonic: () => this.ms - started,
        sleep,
      },
      http: { backoffMs: 500, timeoutMs: 150 },
    });
  }

  /** Lets time pass, e.g. while Vercel answers. */
  advance = (ms: number): void => void (this.ms += ms);
  get now(): number {
    return this.ms;
  }

  get config(): Config {
    const of = { project: this.shop.id, team: TEAM, 'timeout-seconds': this.timeoutSeconds };
    return schema.parse({ id: 'web', provider: 'vercel-deployment', ...of });
  }

  capture = (purpose: 'snapshot' | 'compare' = 'snapshot'): Promise<State> =>
    provider.capture(
      this.config,
      this.ctx,
      new MemoryPayloads(purpose, purpose === 'compare' ? this.saved : undefined),
    );

  plan = async (): Promise<Change[]> => provider.plan(this.saved, await this.capture('compare'));

  /** What would stop these changes, as `rewind plan` and the pre-flight find it. */
  async obstacles(changes: readonly Change[]): Promise<string[]> {
    const [checked, ahead] = await Promise.all([
      provider.check(this.config, this.ctx),
      provider.preflight?.(this.config, changes, this.ctx, new MemoryPayloads()) ?? [],
    ]);
    const repaired = new Set(changes.flatMap(({ repairs }) => repairs ?? []));
    return [...checked.filter(({ code }) => !repaired.has(code)), ...ahead].flatMap(({ level, message }) =>
      level === 'error' ? [message] : [],
    );
  }

  /** @param planned changes that were planned before; default: planned now */
  async rollBack(planned?: readonly Change[]): Promise<Outcome> {
    const { vercel, ms: began } = this;
    this.ctx = this.context();
    const ended = (code: string, says: string): Outcome => ({
      ...{ code, says, seconds: (this.ms - began) / 1000 },
      writes: vercel.requests
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path }) => `${method} ${/rollback|promote|complete|aliases/.exec(path)?.[0] ?? path}`),
    });
    try {
      const changes = (planned ?? (await this.plan())).filter(({ manual }) => manual === undefined);
      const problems = changes.length === 0 ? [] : await this.obstacles(changes);
      if (problems.length > 0) return ended('preflight-failed', problems.join('\n'));
      for (const change of changes) await provider.apply(this.config, change, this.ctx, new MemoryPayloads());
      const left = await this.plan();
      const byHand = left.flatMap(({ manual }) => manual ?? []).join('\n');
      return ended(left.every(({ manual }) => manual !== undefined) ? 'done' : 'incomplete', byHand);
    } catch (error) {
      const { code, message, remedy } = asRewindError(error);
      return ended(code, `${message} ${remedy}`);
    }
  }

  /** A request for a switch as a project shows it. */
  request(to: string, rest: Partial<AliasRequest> = {}): AliasRequest {
    const usual = { type: 'rollback', jobStatus: 'succeeded', fromDeploymentId: this.bad.id } as const;
    return { ...usual, requestedAt: this.vercel.now(), toDeploymentId: to, ...rest };
  }

  isProject = ({ method, path }: SandboxRequest): boolean =>
    method === 'GET' && path === `/v9/projects/${this.shop.id}`;
  isSwitch = ({ method, path }: SandboxRequest): boolean => method === 'POST' && /\/(rollback|promote)\//.test(path);
  isAlias = ({ method, path }: SandboxRequest): boolean => method === 'GET' && path.startsWith('/v4/aliases');
  get posts(): number {
    return this.vercel.requests.filter(this.isSwitch).length;
  }
  /** A poll: a read of the project after the request. */
  isPoll = (request: SandboxRequest): boolean => this.isProject(request) && this.posts > 0;
}
