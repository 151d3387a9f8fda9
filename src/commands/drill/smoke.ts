import type { Manifest } from '../../engine/manifest.js';
import { describeState } from '../../engine/provider.js';
import { SUBJECTS, type ResourceCheck } from '../../engine/drill-record.js';
import type { Resource } from '../../engine/resources.js';
import { bypassHeaders, onControl } from '../../probes/control.js';
import { loadProbes, readyProbe, type LoadedProbe, type ProbeEntry } from '../../probes/prepare.js';
import { runOnce } from '../../probes/run-probes.js';
import type { Context } from '../../runtime/context.js';
import { forResource } from '../../runtime/create-context.js';
import { messageOf } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { answered, failed, notConfigured, passed, unverified, type Question } from './checks.js';
import type { Drill } from './flow.js';
import type { ProductionReading } from './production.js';

/** Where the probes of a drill go. `writes`: there is no production data behind it. */
interface Preview {
  readonly address: string;
  readonly writes: boolean;
}

/** Probes that send HTTP requests to the application. The others watch services of production. */
type HttpEntry = Extract<ProbeEntry, { readonly adapter: 'http' | 'content' | 'flow' }>;
const isHttp = (entry: ProbeEntry): entry is HttpEntry =>
  entry.adapter === 'http' || entry.adapter === 'content' || entry.adapter === 'flow';

/** Runs each HTTP probe of the configuration once on a deployment that is not production. */
export async function smoke(
  drill: Drill,
  manifest: Manifest,
  production: ProductionReading,
): Promise<readonly ResourceCheck[]> {
  const { context } = drill.session;
  const { config } = drill.project;
  const entries = config.probes.filter(isHttp);
  if (entries.length === 0) {
    const question = {
      resource: SUBJECTS.application,
      id: 'probes',
      title: 'probes on a deployment beside production',
    };
    const message = 'The configuration has no HTTP probe, so no request was sent to the application.';
    return [notConfigured(question, message, 'Add probes (docs/probes.md).')];
  }
  const preview = previewOf(config.drill.preview, drill.resources, manifest);
  const probes = await loadProbes(entries);
  const shared = await productionProblem(preview, drill, production);
  return Promise.all(
    probes.map(async (probe) => {
      const { id } = probe.spec;
      const question = { resource: SUBJECTS.application, id: `probe-${id}`, title: `probe "${id}" on the deployment` };
      if (preview === null) return unverified(question, noPreview());
      if (shared !== null) return unverified(question, shared);
      const [check] = await answered(question, async () => [await runProbe(drill, probe, preview, question, context)]);
      return check ?? unverified(question, noPreview());
    }),
  );
}

async function runProbe(
  { project }: Drill,
  probe: LoadedProbe,
  preview: Preview,
  question: Question,
  context: Context,
): Promise<ResourceCheck> {
  const { entry } = probe;
  if (!isHttp(entry)) return unverified(question, noPreview());
  if (!preview.writes && mayWrite(entry)) {
    return unverified(question, {
      level: 'warning',
      code: 'drill-probe-not-run',
      message: `Probe "${entry.id}" sends more than GET and HEAD. ${preview.address} has the data of production, so the probe was not run.`,
      remedy: 'Set drill.preview to a deployment without production data.',
    });
  }
  const elsewhere = writesElsewhere(entry);
  if (elsewhere !== null) {
    return unverified(question, {
      level: 'warning',
      code: 'drill-probe-not-run',
      message: `Step "${elsewhere.name}" of probe "${entry.id}" may write to ${elsewhere.host}, which is not the preview. The probe was not run.`,
      remedy: 'Name the path alone in the step if the preview has it, too.',
    });
  }
  const { monitor } = project.config;
  const neutral = { url: monitor.neutral, allowPrivate: monitor['allow-private'] };
  const moved = { ...probe, entry: onPreview(entry, preview, context) };
  const around = { control: null, stays: true, controlled: null, identity: null, neutral, facts: null };
  const ready = readyProbe(moved, context, around);
  const now = (): number => context.clock.now().getTime();
  const { samples, errors } = await runOnce(ready, now(), context.signal, now);
  const [sample] = samples;
  const [error] = errors;
  if (error !== undefined || sample?.kind !== 'check') {
    const why = error?.message ?? 'it gave no sample';
    const message = `Probe "${entry.id}" says nothing about ${preview.address}: ${why}.`;
    return unverified(question, { level: 'warning', code: 'drill-probe-not-run', message });
  }
  if (sample.ok) return passed({ ...question, title: `probe "${entry.id}" on ${preview.address}` });
  const message = `Probe "${entry.id}" failed on ${preview.address}: ${sample.error ?? 'no reason was given'}.`;
  const finding: Finding = {
    level: 'error',
    code: 'drill-probe-failed',
    message,
    remedy: 'Find out whether a rollback to this snapshot would work.',
  };
  // The machine of the drill has no network.
  return sample.neutral?.ok === false ? unverified(question, finding) : failed(question, finding);
}

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** A step or a request that is neither GET nor HEAD may write. Pure. */
export function mayWrite(entry: HttpEntry): boolean {
  if (entry.adapter === 'content') return false;
  return entry.adapter === 'http' ? !READS.has(entry.method) : entry.steps.some(({ method }) => !READS.has(method));
}

/** The host that a step of a flow names; null: that of the flow. */
const otherHost = (step: string, flow: string): string | null => {
  const { host } = new URL(step, flow);
  return host === new URL(flow).host ? null : host;
};

/** The first step that may write to a host which stays where it is. Pure. */
function writesElsewhere(entry: HttpEntry): { readonly name: string; readonly host: string } | null {
  if (entry.adapter !== 'flow') return null;
  for (const { name, url, method } of entry.steps) {
    const host = otherHost(url, entry.url);
    if (host !== null && !READS.has(method)) return { name, host };
  }
  return null;
}

/** The same probe on another host. Steps that name another host than that of the flow stay there. Pure but for the secret. */
function onPreview<E extends HttpEntry>(entry: E, { address, writes }: Preview, ctx: Context): E {
  const moved = { ...entry, url: onControl(new URL(entry.url), address).href };
  if (moved.adapter === 'flow') {
    // Placeholders stay as they are, so the address is not parsed.
    const pathOf = (url: string): string => url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^(?!\/)/, '/');
    const steps = moved.steps.map((step) =>
      otherHost(step.url, entry.url) === null ? { ...step, url: pathOf(step.url) } : step,
    );
    return { ...moved, steps };
  }
  // The secret belongs to the deployments of Vercel only, and no placeholder may be in it.
  const headers = writes ? {} : bypassHeaders(ctx);
  const plain = Object.values(headers).every((value) => /^[\w-]+$/.test(value));
  return !plain ? moved : { ...moved, headers: { ...moved.headers, ...headers } };
}

/** The address that is configured, or the permanent address of the saved deployment. */
function previewOf(given: string | undefined, resources: readonly Resource[], manifest: Manifest): Preview | null {
  if (given !== undefined) return { address: given, writes: true };
  for (const { id, provider, providerId } of resources) {
    const captured = manifest.resources.find((one) => one.id === id && one.provider === providerId);
    const { address } = captured === undefined ? {} : describeState(provider, captured.state);
    if (address !== undefined) return { address, writes: false };
  }
  return null;
}

/** Why a configured address is no preview: a probe watches it, or it serves the live deployment. Null: nothing says so. */
async function productionProblem(
  preview: Preview | null,
  { session, project, resources }: Drill,
  production: ProductionReading,
): Promise<Finding | null> {
  if (preview?.writes !== true) return null;
  const { host } = new URL(preview.address);
  const watched = project.config.probes.find((entry) => isHttp(entry) && new URL(entry.url).host === host);
  if (watched !== undefined) return isProduction(host, `probe "${watched.id}" watches it`);
  for (const { id, provider, config } of resources) {
    const ctx = forResource(session.context, id);
    try {
      const served = await provider.capabilities?.aliasOf?.(config, ctx, host);
      const state = production.find(({ resource }) => resource.id === id)?.state;
      const live = state === undefined ? undefined : describeState(provider, state).deployment;
      if (served != null && served === live) return isProduction(host, `it serves the live deployment ${live}`);
    } catch (error) {
      return isProduction(host, `which deployment it serves could not be read (${messageOf(error)})`);
    }
  }
  return null;
}

const isProduction = (host: string, why: string): Finding => ({
  level: 'error',
  code: 'drill-preview-is-production',
  message: `drill.preview (${host}) may be production: ${why}. No probe was run.`,
  remedy: 'Give the address of a deployment without production data.',
});

const noPreview = (): Finding => ({
  level: 'warning',
  code: 'drill-no-preview',
  message: 'The snapshot names no deployment that the probes could ask beside production.',
  remedy: 'Set drill.preview, or add the deployment to the resources (provider: vercel-deployment).',
});
