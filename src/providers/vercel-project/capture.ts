import { z } from 'zod';
import { jsonValue, recordOf } from '../../runtime/json.js';
import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { client, rollingRelease } from './client.js';
import type { Config } from './config.js';
import { SETTINGS } from './settings.js';
import { state, type State } from './state.js';
import { inOrder } from '../../runtime/text.js';

export const VALUES = 'project.json';
const LONGEST_PREVIEW = 40;

/** The sealed payload: the values that a restore writes. */
export const saved = z.strictObject({
  settings: recordOf(jsonValue),
  rollingRelease,
  domains: state.shape.domains,
  cronsEnabled: z.boolean(),
});
export type Saved = z.infer<typeof saved>;

export async function read(config: Config, ctx: Context): Promise<Saved & Pick<State, 'name' | 'firewall'>> {
  const vercel = client(config, ctx);
  const [project, domains, release] = await Promise.all([vercel.project(), vercel.domains(), vercel.rollingRelease()]);
  const settings = SETTINGS.flatMap((name) => {
    // A setting that is missing in the response is unknown, not "as detected".
    const value = jsonValue.safeParse(project[name]);
    return name in project && value.success ? [[name, value.data] as const] : [];
  });
  return {
    name: project.name,
    settings: Object.fromEntries(settings),
    rollingRelease: release,
    domains: domains.sort((a, b) => inOrder(a.name, b.name)),
    cronsEnabled: project.crons?.disabledAt == null,
    firewall: project.security?.firewallConfigVersion ? project.security.firewallConfigVersion : null,
  };
}

export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const { name, firewall, ...values } = await read(config, ctx);
  await sink.write(VALUES, Buffer.from(JSON.stringify(values)));
  return { schemaVersion: 1, project: config.project, name, firewall, ...(await shownOf(values, ctx)) };
}

/** What the manifest says of the values. */
export async function shownOf(
  values: Saved,
  ctx: Context,
): Promise<Pick<State, 'settings' | 'domains' | 'cronsEnabled' | 'rollingRelease'>> {
  const shown = async (value: unknown): Promise<{ value: string; preview: string }> => {
    const fingerprint = await ctx.fingerprint(canonicalJson(value));
    return { value: fingerprint, preview: preview(value) ?? `sealed value ${fingerprint.slice(0, 6)}` };
  };
  const settings = await Promise.all(
    Object.entries(values.settings).map(async ([key, value]) => [key, await shown(value)] as const),
  );
  return {
    settings: Object.fromEntries(settings),
    domains: values.domains,
    cronsEnabled: values.cronsEnabled,
    rollingRelease: { ...(await shown(values.rollingRelease)), preview: stagesOf(values.rollingRelease) },
  };
}

/** Shows only switches, numbers and single words, because commands may contain tokens. */
function preview(value: unknown): string | null {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  return typeof value === 'string' && value.length <= LONGEST_PREVIEW && /^[\w.@/-]*$/.test(value)
    ? JSON.stringify(value)
    : null;
}

const stagesOf = (wanted: Saved['rollingRelease']): string =>
  wanted === null
    ? 'off'
    : wanted.stages
        .map(({ targetPercentage, duration, requireApproval }) => {
          const then = requireApproval ? ' by approval' : duration == null ? '' : ` for ${duration} min`;
          return `${targetPercentage} %${then}`;
        })
        .join(', ');
