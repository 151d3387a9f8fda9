import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { driftOf } from '../../src/engine/drift.js';
import { assemblePlan, type OriginChange } from '../../src/engine/assemble-plan.js';
import type { Plan } from '../../src/engine/plan.js';
import type { Change, DatabaseMode } from '../../src/engine/change.js';
import type { Provider } from '../../src/engine/provider.js';
import { asApproved, changesWithOrigin } from '../../src/engine/three-way.js';
import { asRewindError, RewindError } from '../../src/runtime/errors.js';
import type { TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

/** A running service (emulator or peer) with one resource of the provider in it. */
export interface ProviderHarness<Config, Mutation> {
  readonly config: Config;
  /** A context with the credentials of the service. */
  readonly ctx: TestContext;
  /** Puts the service into its starting state; called before each case. */
  reset(): Promise<void>;
  /**
   * Tidies up after a case that returned to its snapshot: the next case starts from there, with the same snapshot. This takes
   * less time than `reset` and a snapshot, and shows that what many restores leave stays harmless. Leave out where a case
   * leaves what the next one must not find.
   */
  resume?(): Promise<void>;
  /** Random things that a person or a deploy may do to what the provider captures. */
  readonly mutations: fc.Arbitrary<Mutation>;
  mutate(mutation: Mutation): Promise<void>;
  /** Everything in the service that the provider must not touch, in a comparable form. */
  outside(): Promise<unknown>;
  /** Number of write requests (or statements) received so far. */
  writes(): number;
  /** Secret values that live in the service: none may appear in a state, a plan or a log. */
  readonly secrets: readonly string[];
  /**
   * Makes the n-th write from now (1 = next) fail after it was carried out, as when the process is killed before the
   * answer arrives; 0 switches it off. Leave out where the service cannot do it.
   */
  crashAfterWrite?(n: number): void;
  close(): Promise<void>;
}

export interface ProviderCase<Config, State, Mutation> {
  readonly name: string;
  readonly provider: Provider<Config, State>;
  start(): Promise<ProviderHarness<Config, Mutation>>;
  /** Random cases; 200 unless a case is slow. */
  readonly cases?: number;
  /** Interleavings of a deploy and later edits, if a few do not show an edit that stays. */
  readonly interleavings?: number;
  /** Why no later edit of its mutations can stay, or why that is so seldom that a few cases show none. */
  readonly keepsNothing?: string;
  /** Series of mutations in the crash test; 12 unless a case is slow. */
  readonly crashes?: number;
  /** Database mode whose changes are selected; default none. */
  readonly database?: DatabaseMode;
  /**
   * Which changes write over what somebody changed after the plan (`now`: the change as it would be planned then); a text:
   * why all do. Default: none does.
   */
  readonly writesOver?: string | ((change: Change, now: Change) => boolean);
}

/** How many cases of somebody who changes something between the plan and a change of it. */
const OVERTAKEN = Number(process.env.REWIND_OVERTAKEN ?? 40);

/** How many interleavings of a deploy and later edits; a few in each test run, 200 for a thorough one. */
const INTERLEAVINGS = Number(process.env.REWIND_INTERLEAVINGS ?? 5);

/**
 * A slow provider applies its changes twice in each third case that has some. Databases have the same few changes in each
 * case, and the crash test applies them again, too.
 */
const SLOW_TWICE = 3;

/** The one suite that every provider passes. */
export function conformance<Config, State, Mutation>(subject: ProviderCase<Config, State, Mutation>): void {
  const { provider } = subject;
  const runs = subject.cases ?? 200;
  const interleavings = Math.max(INTERLEAVINGS, subject.interleavings ?? 0);

  interface Start {
    readonly saved: State;
    readonly payloads: MemoryPayloads;
    readonly outside: unknown;
  }

  describe(`conformance: ${subject.name}`, () => {
    let stage: ProviderHarness<Config, Mutation>;
    /** The snapshot that the service equals after the last case; null: the next case resets the service. */
    let start: Start | null = null;
    beforeAll(async () => {
      stage = await subject.start();
    }, 120_000);
    beforeEach(async () => {
      start = null;
      await stage.reset();
    });
    afterAll(() => stage.close());

    const selected = (changes: Change[]): Change[] =>
      changes.filter(
        (change) =>
          change.manual === undefined &&
          (change.database === undefined || change.database === (subject.database ?? 'none')),
      );
    const snapshot = async (): Promise<{ saved: State; payloads: MemoryPayloads }> => {
      const payloads = new MemoryPayloads('snapshot');
      const saved = await provider.capture(stage.config, stage.ctx, payloads);
      // What is stored is what is read back: through JSON and the schema.
      return { saved: provider.state.parse(JSON.parse(JSON.stringify(saved))), payloads };
    };
    const begin = async (): Promise<Start> => {
      const from = start;
      // A case that fails leaves a state that no other case starts from.
      start = null;
      if (from !== null) return from;
      await stage.reset();
      const outside = await stage.outside();
      return { ...(await snapshot()), outside };
    };
    /** @param from the snapshot that the service was found to equal */
    const end = async (from: Start): Promise<void> => {
      if (stage.resume === undefined) return;
      await stage.resume();
      start = from;
    };
    const planNow = async (saved: State): Promise<Change[]> => {
      const live = await provider.capture(stage.config, stage.ctx, new MemoryPayloads('compare', saved));
      return selected(provider.plan(saved, live));
    };
    const applyAll = async (changes: readonly Change[], payloads: MemoryPayloads): Promise<void> => {
      for (const change of changes) await provider.apply(stage.config, change, stage.ctx, payloads);
    };
    /** The plan as the approver sees it; its keys are `it/<id>`. */
    const assembled = (changes: readonly OriginChange[]): Plan =>
      assemblePlan({
        createdAt: new Date(0),
        program: '0.1.0',
        environment: 'production',
        snapshot: 's',
        snapshotDigest: 'd',
        database: subject.database ?? 'none',
        scope: null,
        resources: [{ id: 'it', provider: provider.id, changes }],
      });

    test('read-only commands change nothing', async () => {
      const before = stage.writes();
      await provider.check(stage.config, stage.ctx);
      const { saved } = await snapshot();
      await planNow(saved);
      expect(stage.writes()).toBe(before);
    });

    test('the plan of equal states is empty', async () => {
      const { saved } = await snapshot();
      expect(provider.plan(saved, saved)).toEqual([]);
      expect(await planNow(saved)).toEqual([]);
    });

    test('payloads of another state are not believed: what a restore writes is what the manifest says', async () => {
      const { saved, payloads } = await snapshot();
      if (payloads.refs.length === 0) return;
      if (!provider.prove) throw new Error(`${provider.id} writes payloads and has no prove`);
      const believed = async (given: MemoryPayloads): Promise<boolean> => {
        try {
          const findings = (await provider.prove?.(stage.config, saved, stage.ctx, given, 'contents')) ?? [];
          return findings.every(({ level }) => level !== 'error');
        } catch (error) {
          // A payload that is missing altogether.
          if (error instanceof RewindError && error.code === 'snapshot-corrupt') return false;
          throw error;
        }
      };
      expect(await believed(payloads)).toBe(true);
      let compared = 0;
      for (const mutations of fc.sample(fc.array(stage.mutations, { minLength: 2, maxLength: 4 }), {
        numRuns: 6,
        seed: 3,
      })) {
        for (const mutation of mutations) await stage.mutate(mutation);
        const other = await snapshot();
        // Some differences are in no payload.
        if (selected(provider.plan(saved, other.saved)).length === 0 || other.payloads.equals(payloads)) continue;
        compared += 1;
        expect(await believed(other.payloads)).toBe(false);
      }
      expect(compared).toBeGreaterThan(0);
    });

    test(`${runs} random mutations: capture → mutate → plan → apply → re-capture is equal; twice = once; outside untouched`, async () => {
      let changed = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(stage.mutations, { minLength: 1, maxLength: 4 }), async (mutations) => {
          const from = await begin();
          const { saved, payloads, outside } = from;
          for (const mutation of mutations) await stage.mutate(mutation);
          const plan = await planNow(saved);
          if (plan.length > 0) changed += 1;
          expect(new Set(plan.map((change) => change.id)).size).toBe(plan.length);
          const visible = JSON.stringify([saved, plan, stage.ctx.lines]);
          for (const secret of stage.secrets) expect(visible).not.toContain(secret);
          // Without a change there is nothing to apply: production is as it was planned a moment ago.
          if (plan.length > 0) {
            await applyAll(plan, payloads);
            expect(await planNow(saved)).toEqual([]);
          }
          // Twice = once: the same changes again are harmless.
          if (plan.length > 0 && (provider.slow !== true || changed % SLOW_TWICE === 1)) {
            await applyAll(plan, payloads);
            expect(await planNow(saved)).toEqual([]);
          }
          expect(await stage.outside()).toEqual(outside);
          await end(from);
        }),
        { numRuns: runs, seed: 20261123, endOnFailure: false },
      );
      // A generator that never changes anything would prove nothing.
      expect(changed).toBeGreaterThan(runs / 4);
    }, 600_000);

    // A release capture holds no database.
    if (provider.slow !== true) {
      test(`${interleavings} interleavings of a deploy and later edits: exactly what the deploy touched is undone`, async () => {
        const capture = async (snapshotId: string): Promise<State> => {
          const ctx = { ...stage.ctx, snapshotId };
          const state = await provider.capture(stage.config, ctx, new MemoryPayloads('compare'));
          return provider.state.parse(JSON.parse(JSON.stringify(state)));
        };
        const objects = (changes: readonly Change[]): string[] =>
          changes
            .flatMap(({ id, sideEffects = [], parts }) => [
              ...(parts?.map((part) => `${id}/${part}`) ?? [id]),
              ...sideEffects,
            ])
            .map((id) => id.slice(id.indexOf(':') + 1));
        const shown = (changes: Plan['changes']): unknown[] =>
          changes.map(({ id, before, after }) => ({ id, before, after }));
        const series = fc.array(stage.mutations, { minLength: 1, maxLength: 3 });
        const seen = { undone: 0, kept: 0 };
        await fc.assert(
          fc.asyncProperty(series, series, async (byDeploy, byOthers) => {
            await stage.reset();
            const { saved, payloads } = await snapshot();
            for (const mutation of byDeploy) await stage.mutate(mutation);
            const release = await capture('release');
            for (const mutation of byOthers) await stage.mutate(mutation);
            const live = await capture('live');
            const planned = changesWithOrigin(provider, saved, release, live);
            const plan = assembled(planned);
            await applyAll(plan.changes, payloads);
            const after = await capture('after');
            const found = changesWithOrigin(provider, saved, release, after);
            const again = assembled(asApproved(found, plan.changes));
            expect(shown(again.changes)).toEqual([]);
            // What follows others is there as long as they are.
            const own = (changes: readonly OriginChange[]): string[] =>
              changes.filter(({ follows = [] }) => follows.length === 0).map(({ id }) => id);
            const kept = plan.later.filter(({ id }) => own(planned).includes(id));
            expect(shown(again.later.filter(({ id }) => own(found).includes(id)))).toEqual(shown(kept));
            const deployed = objects([...provider.plan(saved, release), ...plan.changes]);
            const written = objects(
              provider
                .plan(live, after)
                // The way forward names no object: it is the other direction of the way down.
                .filter(({ follows, database }) => follows === undefined && database !== 'up')
                .map((change) => ({ ...change, sideEffects: [] })),
            );
            // What was created has an id that no state knows.
            const known = JSON.stringify([saved, release, live]);
            expect(written.filter((id) => known.includes(id) && !deployed.includes(id))).toEqual([]);
            seen.undone += plan.changes.length;
            seen.kept += plan.later.length;
          }),
          { numRuns: interleavings, seed: 20261126, endOnFailure: false },
        );
        expect(seen.undone).toBeGreaterThan(0);
        if (subject.database === undefined && subject.keepsNothing === undefined) expect(seen.kept).toBeGreaterThan(0);
      }, 600_000);
    }

    const { writesOver = () => false } = subject;
    if (typeof writesOver !== 'string' && provider.slow !== true) {
      test('what somebody changed after the plan is not written over, and what nobody changed is restored', async () => {
        const seen = { refused: 0, applied: 0 };
        const series = fc.array(stage.mutations, { minLength: 1, maxLength: 3 });
        await fc.assert(
          fc.asyncProperty(series, series, async (byDeploy, byOthers) => {
            await stage.reset();
            const { saved, payloads } = await snapshot();
            for (const mutation of byDeploy) await stage.mutate(mutation);
            const planned = await planNow(saved);
            for (const mutation of byOthers) await stage.mutate(mutation);
            for (const change of planned) {
              const now = (await planNow(saved)).find(({ id }) => id === change.id);
              // Without it, the live value is the wanted one, or another change restores it.
              const isSame = now !== undefined && now.before === change.before;
              const isOvertaken = now !== undefined && !isSame && now.parts?.join() === change.parts?.join();
              const writes = stage.writes();
              const error = await provider.apply(stage.config, change, stage.ctx, payloads).then(
                () => null,
                (reason: unknown) => asRewindError(reason),
              );
              const because = [change, now?.before, error?.message];
              // The service itself may refuse it, e.g. because of what a refused change would have restored.
              if (isSame) expect([error?.code, because]).not.toEqual(['api-conflict', because]);
              if (isSame && error === null) seen.applied += 1;
              if (isOvertaken && !writesOver(change, now)) {
                expect([error !== null, because]).toEqual([true, because]);
                if (error?.code !== 'api-conflict') continue;
                expect([stage.writes(), because]).toEqual([writes, because]);
                seen.refused += 1;
              }
            }
          }),
          { numRuns: Math.max(OVERTAKEN, interleavings), seed: 20261129, endOnFailure: true },
        );
        expect(seen).toEqual({ refused: expect.any(Number), applied: expect.any(Number) });
        expect(Math.min(seen.refused, seen.applied)).toBeGreaterThan(0);
      }, 600_000);
    }

    test('a crash after any write, then a re-run: it converges', async () => {
      const crash = stage.crashAfterWrite?.bind(stage);
      let crashed = 0;
      for (const mutations of fc.sample(fc.array(stage.mutations, { minLength: 1, maxLength: 4 }), {
        numRuns: subject.crashes ?? 12,
        seed: 7,
      })) {
        for (let n = 1; n <= 4; n += 1) {
          const from = await begin();
          const { saved, payloads } = from;
          for (const mutation of mutations) await stage.mutate(mutation);
          const plan = await planNow(saved);
          if (plan.length === 0) {
            await end(from);
            break;
          }
          // As the journal has it.
          const begun = { ever: new Set<string>(), open: new Set<string>() };
          const applyJournalled = async (changes: readonly Change[]): Promise<void> => {
            for (const change of changes) {
              for (const keys of [begun.ever, begun.open]) keys.add(`it/${change.id}`);
              await provider.apply(stage.config, change, stage.ctx, payloads);
              begun.open.delete(`it/${change.id}`);
            }
          };
          // With fewer writes than n nothing crashes; a larger n would repeat that.
          let whole: boolean;
          if (crash) {
            crash(n);
            whole = await applyJournalled(plan).then(
              () => true,
              () => false,
            );
            crash(0);
            if (!whole) crashed += 1;
          } else {
            // Killed between two changes.
            await applyJournalled(plan.slice(0, n));
            crashed += 1;
            whole = n >= plan.length;
          }
          const rest = await planNow(saved);
          // Law 5: Rewind's own interrupted work is no drift; the same approval covers the rest.
          expect(driftOf(assembled(plan), assembled(rest), begun)).toEqual([]);
          await applyAll(rest, payloads);
          expect(await planNow(saved)).toEqual([]);
          await end(from);
          if (whole) break;
        }
      }
      expect(crashed).toBeGreaterThan(0);
    }, 600_000);
  });
}
