import { rankedIds } from '../engine/choose.js';
import { coverageOf, sealedBytes } from '../engine/coverage.js';
import type { Entry } from '../engine/history.js';
import type { Manifest } from '../engine/manifest.js';
import { trustOf } from '../engine/trust.js';
import type { SnapshotFacts, SnapshotRow } from '../report/snapshots.js';
import { asRewindError } from '../runtime/errors.js';
import { describeCommits } from '../services/github/commits.js';
import { createGitHub } from '../services/github/client.js';
import { releaseText, type Snapshots } from './choose.js';
import type { Project, Session } from './session.js';

export interface RowOptions {
  /** How many of the newest snapshots; all if not given. */
  readonly limit?: number;
  /** Also shown if it is not among them. */
  readonly chosen?: string;
  /** Verify the signature of each. */
  readonly signatures?: boolean;
}

/** What a list says of the snapshots, newest first. A damaged one is listed as such. */
export async function snapshotRows(
  session: Session,
  project: Project,
  { history, circumstances }: Snapshots,
  { limit, chosen, signatures = false }: RowOptions = {},
): Promise<SnapshotRow[]> {
  const newest = await history.slice(0, limit);
  const further = chosen === undefined || newest.some(({ id }) => id === chosen) ? [] : [await history.entry(chosen)];
  const entries = [...newest, ...further];
  const [latest, previous] = rankedIds(newest, circumstances);
  const subjects = await subjectsOf(session, entries);
  const now = session.context.clock.now();
  return Promise.all(
    entries.map(async ({ id, marks, manifest, problem, releases }) => ({
      id,
      names: [...(id === latest ? ['latest'] : []), ...(id === previous ? ['previous'] : []), ...marks],
      chosen: id === chosen,
      problem: problem === null ? null : `cannot be used: ${problem.message}`,
      facts: manifest && {
        createdAt: manifest.createdAt,
        ageMs: now.getTime() - Date.parse(manifest.createdAt),
        reason: manifest.reason,
        commit: manifest.commit,
        production: releases.size === 0 ? null : releaseText(releases),
        subject: subjects.get(commitOf({ manifest, releases }) ?? '') ?? null,
        coverage: coverageOf(manifest, circumstances.configured),
        bytes: sealedBytes(manifest),
        mitigated: [...new Set((manifest.mitigated ?? []).map(({ name }) => name))],
        signature: signatures ? await signatureText(session, project, manifest) : null,
      },
    })),
  );
}

const DISBELIEVED = 'NOT BELIEVED: ';
/** Whether a rollback would refuse it for its signature. Only known of rows with `signatures`. */
export const isDisbelieved = ({ signature }: SnapshotFacts): boolean => signature?.startsWith(DISBELIEVED) === true;

async function signatureText({ context }: Session, project: Project, manifest: Manifest): Promise<string> {
  try {
    const trust = await trustOf(project.store, manifest, project.signKeys, context.clock.now());
    return trust.kind === 'signed' ? 'signed' : 'not signed';
  } catch (error) {
    return `${DISBELIEVED}${asRewindError(error).message}`;
  }
}

/** The commit that production served; else that of the run. */
function commitOf({ manifest, releases }: Pick<Entry, 'manifest' | 'releases'>): string | null {
  return [...releases.values()].find(({ commit }) => commit !== null)?.commit ?? manifest?.commit ?? null;
}

/** Message or pull request by commit; only in GitHub Actions, and only if there is a token that may read them. */
async function subjectsOf(session: Session, entries: readonly Entry[]): Promise<ReadonlyMap<string, string>> {
  // A list without them is better than none.
  if (session.run === null || session.context.env.secret('GITHUB_TOKEN') === undefined) return new Map();
  const commits = new Set(entries.map(commitOf).filter((commit) => commit !== null));
  return describeCommits(createGitHub(session.context, undefined, 0), [...commits], session.context.log);
}

/** The same for --json: unknown values are null, lists are lists, times are ISO 8601, sizes are bytes. */
export async function snapshotJson({ history }: Snapshots, rows: readonly SnapshotRow[]): Promise<unknown[]> {
  return Promise.all(
    rows.map(async ({ id, names, problem, facts }) => {
      const { manifest, releases, marks } = await history.entry(id);
      return {
        id,
        latest: names.includes('latest'),
        previous: names.includes('previous'),
        marks,
        problem,
        createdAt: facts?.createdAt ?? null,
        ageSeconds: facts === null ? null : Math.round(facts.ageMs / 1000),
        reason: facts?.reason ?? null,
        commit: facts?.commit ?? null,
        subject: facts?.subject ?? null,
        production: Object.fromEntries(
          [...releases].map(([resource, { deployment, commit }]) => [resource, { deployment, commit }]),
        ),
        scope: manifest?.scope ?? null,
        resources:
          manifest?.resources.map(({ id: resource, provider, payloads }) => ({
            id: resource,
            provider,
            sealedBytes: payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0),
          })) ?? [],
        missing: facts?.coverage.missing ?? [],
        mitigated: manifest?.mitigated ?? [],
        sealedBytes: facts?.bytes ?? null,
        signed: facts === null ? null : facts.signature === 'signed',
        signature: facts?.signature ?? null,
      };
    }),
  );
}
