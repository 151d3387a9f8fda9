import type { Context } from '../../runtime/context.js';
import type { RewindConfig } from '../../config/schema.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import type { Manifest } from '../../engine/manifest.js';
import { forResource } from '../../runtime/create-context.js';
import { describeState, mergedFlags } from '../../engine/provider.js';
import { type StateDescription } from '../../engine/capabilities.js';
import { findSnapshot } from '../../engine/choose.js';
import { readDrills } from '../../engine/drill-history.js';
import { inspectProbes } from '../../probes/inspect.js';
import { openStore } from '../../store/index.js';
import type { NamedFlags } from '../../services/flags/named.js';
import { createGitHub } from '../../services/github/client.js';
import { readNamedFlags } from '../../services/github/pulls.js';
import { pullRequestNumber } from '../../services/github/workflow-run.js';
import { loadProvider } from '../../providers/load.js';
import { readOnBase } from '../../readiness/git.js';
import { comparedWithBase } from '../../readiness/configuration.js';
import { drillFindings, drillHistoryFindings, snapshotFindings } from '../../readiness/freshness.js';
import { majorFindings } from '../../readiness/major/index.js';
import type { KnownFlags } from '../../readiness/major/flags.js';
import { migrationFindings } from '../../readiness/migrations/index.js';
import { runbookFindings } from '../../readiness/runbook.js';
import { windowFindings } from '../../readiness/windows/index.js';
import type { ResourceFinding } from '../../report/findings.js';
import { gather, runbookFile } from '../runbook/gather.js';
import type { Session } from '../../cli/session.js';
import type { Finding } from '../../runtime/finding.js';
import { environmentFindings } from '../../approval/environments.js';
import type { CommonInputs } from '../../cli/flags.js';

type Question = readonly [about: string, ask: () => Promise<Finding[]>];
const question = (about: string, ask: () => Promise<Finding[]>): Question => [about, ask];

/**
 * The checks run independently; one that fails becomes a finding.
 * @param text of the configuration file
 */
export async function examine(
  session: Session<CommonInputs & { readonly base: string }>,
  config: RewindConfig,
  text: string,
  ctx: Context,
): Promise<ResourceFinding[]> {
  const now = session.context.clock.now();
  const file = session.inputs.config;
  const onBase = readOnBase(ctx, file, session.inputs.base);
  onBase.catch(() => undefined);
  const newest = newestSnapshot(session, config, ctx);
  // Avoid an unhandled rejection if no check awaits this promise.
  newest.catch(() => undefined);
  const snapshots = async (): Promise<Finding[]> => {
    // The question about the configuration reports why the base cannot be read. Do not report it twice.
    const known = (await onBase.catch(() => '')) !== null;
    return snapshotFindings(await newest, config.readiness['snapshot-days'], now, !known);
  };
  const major = config.readiness['major-changes'];
  const parts: Question[] = [
    question('configuration', async () => comparedWithBase(file, text, config, await onBase)),
    ...(config.readiness['snapshot-days'] === 0 ? [] : [question('snapshots', snapshots)]),
    ...(major === undefined
      ? []
      : [
          question('major change', () =>
            majorFindings(
              ctx,
              session.inputs.base,
              major,
              () => flagsOfPull(session, ctx),
              async () => flagsIn(config, await newest),
            ),
          ),
        ]),
    question('runbook', () => aboutRunbook(session, config)),
    question('deploy window', () => windowFindings(config.windows, now)),
    ...config.resources
      .filter((resource) => resource.provider === 'prisma')
      .map((resource) =>
        question(resource.id, async () => {
          const sizes = await databaseIn(config, await newest.catch(() => null));
          return migrationFindings(resource, forResource(ctx, resource.id), {
            base: session.inputs.base,
            tables: sizes.tables ?? null,
            major: sizes.serverMajor ?? null,
          });
        }),
      ),
    ...(session.run === null ? [] : onGitHub(config, ctx, now)),
  ];
  const monitoring = inspectProbes(config.probes, ctx).then((all) => all.map(excusedInFork));
  const found = await Promise.all([
    monitoring,
    ...parts.map(async ([resource, ask]) => {
      try {
        return (await ask()).map((finding) => ({ ...finding, resource }));
      } catch (error) {
        return [{ ...failedCheck(error), resource }];
      }
    }),
  ]);
  return found.flat();
}

async function aboutRunbook(session: Session, config: RewindConfig): Promise<Finding[]> {
  const file = runbookFile(session, config, null);
  const wanted = config.runbook !== undefined;
  if (file.text === null && !wanted) return [];
  const [facts, { runbookMarkdown }, { ownTextIn }] = await Promise.all([
    gather(session, config, file, { repository: null, output: null }),
    import('../../report/runbook/index.js'),
    import('../../report/runbook/own.js'),
  ]);
  const render = (): string => runbookMarkdown(facts, ownTextIn(file.text ?? ''));
  return runbookFindings(file.name, file.text, wanted, render, facts.renew);
}

/** A fork has no credential, so it cannot tell whether anything is watched. */
const excusedInFork = (finding: ResourceFinding): ResourceFinding =>
  finding.code === 'credential-missing' || finding.code === 'alarm-not-watched'
    ? { ...finding, level: 'warning' }
    : finding;

/** What the snapshot says of each configured resource. */
function describedIn(config: RewindConfig, manifest: Manifest | null): Promise<StateDescription[]> {
  return Promise.all(
    config.resources.map(async ({ id, provider }) => {
      const captured = manifest?.resources.find((resource) => resource.id === id);
      return captured === undefined ? {} : describeState(await loadProvider(provider), captured.state);
    }),
  );
}

/** Facts from the snapshot about the first database of the configuration. */
async function databaseIn(config: RewindConfig, manifest: Manifest | null): Promise<StateDescription> {
  return (await describedIn(config, manifest)).find(({ tables }) => tables !== undefined) ?? {};
}

async function flagsIn(config: RewindConfig, snapshot: Manifest | null): Promise<KnownFlags> {
  return { snapshot, flags: mergedFlags(await describedIn(config, snapshot)) };
}

/** Asks GitHub instead of the event: a label may be newer. Null if there is no pull request. */
async function flagsOfPull({ run }: Pick<Session, 'run'>, ctx: Context): Promise<NamedFlags | null> {
  const number = run === null ? null : await pullRequestNumber();
  return number === null ? null : readNamedFlags(createGitHub(ctx), number);
}

function onGitHub(config: RewindConfig, ctx: Context, now: Date): Question[] {
  const days = config.readiness['drill-days'];
  // The client is made in the question: without a token, the other questions are answered.
  return [
    question('environments', async () => environmentFindings(createGitHub(ctx), config)),
    ...(days === 0 ? [] : [question('drill', () => drillsOf(config, ctx, now))]),
  ];
}

/** By the history in the store; without one, by the runs of the workflow. A fork cannot read the store. */
async function drillsOf(config: RewindConfig, ctx: Context, now: Date): Promise<Finding[]> {
  const days = config.readiness['drill-days'];
  const drills = await openStore(config.store, ctx)
    .then((store) => readDrills(store, config.environment))
    .then((history) => history.drills)
    .catch(() => []);
  return drills.length > 0 ? drillHistoryFindings(drills, days, now) : drillFindings(createGitHub(ctx), days, now);
}

/** A missing credential is only a warning, because a fork has none. */
function failedCheck(error: unknown): Finding {
  const { code, message, remedy } = asRewindError(error);
  const excused = code === 'credential-missing' || code === 'api-forbidden';
  return { level: excused ? 'warning' : 'error', code, message: `Check failed: ${message}`, remedy };
}

async function newestSnapshot(session: Session, config: RewindConfig, ctx: Context): Promise<Manifest | null> {
  const store = await openStore(config.store, ctx);
  const repository = session.run?.repository ?? null;
  try {
    const configured = config.resources.map(({ id }) => id);
    return await findSnapshot(store, 'latest', { environment: config.environment, repository }, { configured });
  } catch (error) {
    // Without one that can be read, whether there was one or not, the next deploy is like the first one.
    if (error instanceof RewindError && ['snapshot-not-found', 'snapshot-expired'].includes(error.code)) return null;
    throw error;
  }
}
