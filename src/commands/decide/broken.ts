import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { PastRollback } from '../../engine/option.js';
import type { Entry } from '../../incident/entry.js';
import { pastRollbacks } from '../../incident/past-rollbacks.js';
import { INCIDENTS_AT_ONCE, listIncidents, readEntries } from '../../incident/record.js';
import { statusOf, type IncidentStatus } from '../../incident/status.js';
import type { Project, Session } from '../../cli/session.js';
import { recompute, verdictRecord } from '../../probes/verdict.js';
import type { Broken, Evidence } from '../../report/decision.js';
import { RewindError } from '../../runtime/errors.js';
import { mapLimited } from '../../runtime/flow.js';
import { finite } from '../../runtime/json.js';
import { sentences, inOrder } from '../../runtime/text.js';

export interface Known {
  /** Null: nothing says that something is broken. */
  readonly broken: Broken | null;
  readonly past: readonly PastRollback[];
  /** What could not be read, a sentence each. */
  readonly missing: readonly string[];
}

interface Record {
  readonly status: IncidentStatus;
  readonly entries: readonly Entry[];
}

/**
 * What is broken and since when: from the newest open incident, best from one that has verdicts; else from the file that
 * `monitor` wrote into `--out`. Changes nothing.
 * @param out folder of `verdict.json`, relative to the repository
 */
export async function readBroken(session: Session, project: Project, out: string): Promise<Known> {
  const { records, missing } = await readRecords(project);
  const open = records.filter(({ status }) => status.closed === null);
  const told = open.map(ofIncident);
  const best = told.find(({ evidence }) => evidence.length > 0) ?? null;
  const others =
    open.length > 1 ? [`${open.length} incidents are open: ${open.map(({ status }) => status.id).join(', ')}.`] : [];
  const file = best === null ? await readVerdict(session.path(`${out}/verdict.json`), `${out}/verdict.json`) : null;
  const broken = best ?? withIncident(file?.broken ?? null, told[0]);
  return {
    broken,
    past: records.flatMap(({ entries }) => pastRollbacks(entries)),
    missing: [...missing, ...others, ...(file?.problem == null ? [] : [file.problem])],
  };
}

/** Newest first. Earlier incidents tell how long rollbacks took. */
async function readRecords({ store, config }: Project): Promise<{ records: Record[]; missing: string[] }> {
  const { environment } = config;
  const missing: string[] = [];
  const unread = (what: string, error: unknown): [] => {
    if (!(error instanceof RewindError) || error.code === 'cancelled') throw error;
    missing.push(`${what} could not be read: ${sentences(error.message, error.remedy)}`);
    return [];
  };
  const ids = await listIncidents(store, environment).catch((error: unknown) => unread('The incident records', error));
  const records = await mapLimited([...ids].reverse(), INCIDENTS_AT_ONCE, async (id): Promise<Record[]> => {
    try {
      const entries = await readEntries(store, environment, id);
      return [{ status: statusOf(entries), entries }];
    } catch (error) {
      return unread(`Incident ${id}`, error);
    }
  });
  return { records: records.flat(), missing };
}

function ofIncident({ status, entries }: Record): Broken {
  const verdicts = entries.flatMap((entry) => (entry.kind === 'verdict' ? [entry.data] : []));
  const { level, deployment = null, suspect = null } = verdicts.at(-1) ?? {};
  const last = entries.findLastIndex(({ kind }) => kind === 'verdict');
  const restored = entries.slice(last + 1).find((entry) => entry.kind === 'verified' && entry.data.ok);
  return {
    incident: { id: status.id, title: status.title },
    level: level ?? null,
    since: verdicts[0]?.reachedAt ?? status.openedAt,
    deployment,
    suspect,
    restoredAt: restored?.at ?? null,
    evidence: verdicts.map(
      ({ reachedAt: at, level: own, criterion, probe, rule, bad, total, normal, evidence, threshold }): Evidence => ({
        ...{ at, level: own, criterion, probe, rule, bad, total, normal, evidence, threshold },
      }),
    ),
  };
}

const withIncident = (file: Broken | null, open: Broken | undefined): Broken | null =>
  file === null ? (open ?? null) : { ...file, incident: open?.incident ?? null };

const verdictFile = z.looseObject({ record: verdictRecord });

async function readVerdict(path: string, name: string): Promise<{ broken: Broken | null; problem: string | null }> {
  if (!existsSync(path)) return { broken: null, problem: null };
  try {
    const { record } = verdictFile.parse(JSON.parse(await readFile(path, 'utf8')));
    const { level, suspect, criteria, probes, at: end } = recompute(record);
    const raisedAt = (probe: string): string =>
      new Date(probes.find((one) => one.probe === probe)?.raised?.at ?? end).toISOString();
    const evidence = criteria.flatMap(({ criterion, decisive }): Evidence[] => {
      if (decisive === null || decisive.bad === 0) return [];
      const { probe, rule, bad, total, p0, evidence: measured, thresholds, level: own } = decisive;
      const needed = own === 'healthy' ? undefined : thresholds[own];
      const numbers = { normal: finite(p0), evidence: finite(measured), threshold: finite(needed) };
      return [{ at: raisedAt(probe), level: own, criterion, probe, rule, bad, total, ...numbers }];
    });
    evidence.sort((a, b) => inOrder(a.at, b.at));
    const { deployment } = record.plan;
    const since = evidence[0]?.at ?? new Date(end).toISOString();
    return {
      broken: { incident: null, level, since, deployment, suspect, restoredAt: null, evidence },
      problem: null,
    };
  } catch {
    return { broken: null, problem: `${name} is not a verdict of "rewind monitor".` };
  }
}
