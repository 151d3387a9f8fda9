import { z } from 'zod';
import type { Context } from '../../runtime/context.js';

/** Sites of Datadog. A list, so that no configuration sends the keys elsewhere. */
export const DATADOG_SITES = [
  'datadoghq.com',
  'us3.datadoghq.com',
  'us5.datadoghq.com',
  'datadoghq.eu',
  'ap1.datadoghq.com',
  'ap2.datadoghq.com',
  'uk1.datadoghq.com',
  'ddog-gov.com',
  'us2.ddog-gov.com',
] as const;
export type DatadogSite = (typeof DATADOG_SITES)[number];

const monitor = z.object({
  id: z.number().int(),
  name: z.string(),
  message: z.string().nullish(),
  overall_state: z.enum(['Alert', 'Ignored', 'No Data', 'OK', 'Skipped', 'Unknown', 'Warn']),
  draft_status: z.string().nullish(),
  /** Downtimes that mute the monitor or a part of it now. */
  matching_downtimes: z.array(z.unknown()).nullish(),
  options: z.object({ silenced: z.record(z.string(), z.unknown()).nullish() }).nullish(),
});
export type Monitor = z.infer<typeof monitor>;

/** @throws HttpFailure; RewindError credential-missing */
export async function readMonitor(ctx: Context, site: DatadogSite, id: number): Promise<Monitor> {
  const { data } = await ctx.http.request(
    {
      service: 'Datadog',
      what: `read monitor ${id}`,
      resource: ctx.resource,
      method: 'GET',
      url: `${ctx.env.url('DD_API_URL', `https://api.${site}`)}/api/v1/monitor/${id}`,
      query: { group_states: 'all', with_downtimes: true },
      headers: {
        'dd-api-key': ctx.env.token('DD_API_KEY', ctx.resource),
        'dd-application-key': ctx.env.token('DD_APPLICATION_KEY', ctx.resource),
      },
      permission: 'monitors_read of the application key',
    },
    monitor,
  );
  return data;
}
