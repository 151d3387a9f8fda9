import { readFile } from 'node:fs/promises';
import type { Context } from '../runtime/context.js';
import type { RewindConfig } from '../config/schema.js';
import { asRewindError, messageOf, RewindError } from '../runtime/errors.js';
import type { Manifest } from '../engine/manifest.js';
import { forResource } from '../runtime/create-context.js';
import { describeState, type StateDescription } from '../engine/provider.js';
import { findSnapshot } from '../engine/snapshot.js';
import { openStore } from '../store/index.js';
import { createGitHub } from '../services/github/client.js';
import { upsertComment } from '../services/github/comments.js';
import { pullRequestNumber } from '../services/github/workflow-run.js';
import { readEnvironment } from '../services/github/environment.js';
import { loadProvider } from '../providers/load.js';
import { existsOnBase } from '../readiness/migrations/changes.js';
import { configurationFindings } from '../readiness/configuration.js';
import { drillFindings, snapshotFindings } from '../readiness/freshness.js';
import { migrationFindings } from '../readiness/migrations/index.js';
import { windowFindings } from '../readiness/window.js';
import { findingsText, type ResourceFinding } from '../report/findings.js';
import { readinessMarkdown } from '../report/readiness.js';
import type { Session } from '../cli/session.js';
import type { Finding } from '../runtime/finding.js';
import { protectionFindings } from '../approval/protection.js';
import { defineCommand } from '../cli/command.js';
import { textOr, type CommonInputs } from '../cli/flags.js';
import { toJson } from '../runtime/json.js';

/**
 * Works for forks, which have no secrets: a check without its secret becomes a warning. Exits with status 3 if not ready.
 */
export default defineCommand({
  name: 'readiness',
  summary: 'Check a pull request: can what it deploys be rolled back? Needs no secret.',
  flags: { base: textOr('origin/main', 'ref', 'Commit or branch that the change is compared with.') },
  examples: ['readiness', 'readiness --base origin/release'],
  verdicts: ['ready', 'not-ready'],
  async run(session) {
    const { inputs, context: ctx } = session;
    const { config, findings: aboutFile } = await configurationFindings(inputs.config, await readConfig(session));
    const rest = config === null ? [] : await examine(session, config, ctx);
    const findings = [...aboutFile.map((finding) => ({ ...finding, resource: 'configuration' })), ...rest];
    const ready = findings.every(({ level }) => level !== 'error');
    const headline = ready
      ? 'Ready: what this pull request deploys can be rolled back.'
      : 'Not ready: what this pull request deploys cannot be rolled back.';
    const markdown = readinessMarkdown(ready, headline, findings);
    await comment(session, ctx, markdown);
    for (const finding of findings) annotate(session, finding);
    ctx.log.debug(`${findings.length} findings`);
    return {
      exit: ready ? 0 : 3,
      json: toJson({ ok: ready, findings }),
      text: [headline, findingsText(findings)].filter((part) => part !== '').join('\n'),
      summary: markdown,
      outputs: { verdict: ready ? 'ready' : 'not-ready' },
    };
  },
});

async function readConfig(session: Session): Promise<string> {
  const { inputs } = session;
  try {
    return await readFile(session.path(inputs.config), 'utf8');
  } catch (error) {
    throw new RewindError('config-not-found', `${inputs.config} could not be read: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

type Question = readonly [about: string, ask: () => Promise<Finding[]>];
const question = (about: string, ask: () => Promise<Finding[]>): Question => [about, ask];

/** The checks run independently; one that fails becomes a finding. */
async function examine(
  session: Session<CommonInputs & { readonly base: string }>,
  config: RewindConfig,
  ctx: Context,
): Promise<ResourceFinding[]> {
  const now = session.context.clock.now();
  const newest = newestSnapshot(session, config, ctx);
  // Avoid an unhandled rejection if no check awaits this promise.
  newest.catch(() => undefined);
  const snapshots = async (): Promise<Finding[]> => {
    const known = await existsOnBase(ctx, session.inputs.config, session.inputs.base);
    return snapshotFindings(await newest, config.readiness['snapshot-days'], now, !known);
  };
  const parts: Question[] = [
    ...(config.readiness['snapshot-days'] === 0 ? [] : [question('snapshots', snapshots)]),
    question('deploy window', async () => windowFindings(config['deploy-window'], now)),
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
  const found = await Promise.all(
    parts.map(async ([resource, ask]) => {
      try {
        return (await ask()).map((finding) => ({ ...finding, resource }));
      } catch (error) {
        return [{ ...failedCheck(error), resource }];
      }
    }),
  );
  return found.flat();
}

/** Facts from the snapshot about the first database of the configuration. */
async function databaseIn(config: RewindConfig, manifest: Manifest | null): Promise<StateDescription> {
  const described = await Promise.all(
    config.resources.map(async ({ id, provider }) => {
      const captured = manifest?.resources.find((resource) => resource.id === id);
      return captured === undefined ? {} : describeState(await loadProvider(provider), captured.state);
    }),
  );
  return described.find(({ tables }) => tables !== undefined) ?? {};
}

function onGitHub(config: RewindConfig, ctx: Context, now: Date): Question[] {
  const github = createGitHub(ctx);
  const protection = async (name: string, reviewed: boolean): Promise<Finding[]> =>
    protectionFindings(name, await readEnvironment(github, name), reviewed);
  const fast = config.expedited;
  return [
    question('approval', () => protection(config.environment, config.approval === 'required')),
    ...(fast ? [question('expedited environment', () => protection(fast.environment, false))] : []),
    ...(config.readiness['drill-days'] === 0
      ? []
      : [question('drill', () => drillFindings(github, config.readiness['drill-days'], now))]),
  ];
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
    return await findSnapshot(store, 'latest', { environment: config.environment, repository });
  } catch (error) {
    if (error instanceof RewindError && error.code === 'snapshot-not-found') return null;
    throw error;
  }
}

/** Annotates the line; the runner shows it in the pull request. */
function annotate(
  { context: { log } }: Session,
  { level, message, remedy, file, line, column, code }: ResourceFinding,
): void {
  if (file === undefined) return;
  const text = `${message} ${remedy ?? ''}`.trim();
  const at = { file, line, column, title: code };
  if (level === 'error') log.error(text, at);
  else if (level === 'warning') log.warn(text, at);
  else log.info(text, at);
}

/** Creates or updates one comment. The token of a fork cannot write; then only the summary remains. */
async function comment(session: Session, ctx: Context, markdown: string): Promise<void> {
  const number = session.run === null ? null : await pullRequestNumber();
  if (number === null) return;
  try {
    const body = session.context.masker.redact(markdown);
    const url = await upsertComment(createGitHub(ctx), number, 'readiness', body, 'pull-requests: write');
    session.context.log.info(`Comment: ${url}`);
  } catch (error) {
    session.context.log.info(
      `Could not comment in the pull request; see the job summary: ${asRewindError(error).message}`,
    );
  }
}
