import { z } from 'zod';
import { JsonServer, type Answer } from './json-server.js';

export const ROUTING_KEY = 'pagerduty0routing0key000000000a0';

/** The rules of PagerDuty's Events API v2, from its description. */
const event = z.strictObject({
  routing_key: z.string().length(32),
  event_action: z.enum(['trigger', 'acknowledge', 'resolve']),
  dedup_key: z.string().max(255),
  payload: z.strictObject({
    summary: z.string().min(1).max(1024),
    source: z.string().min(1),
    severity: z.enum(['critical', 'error', 'warning', 'info']),
    timestamp: z.iso.datetime(),
    custom_details: z.looseObject({}),
  }),
  client: z.string().optional(),
  client_url: z.url().optional(),
  links: z.array(z.strictObject({ href: z.url(), text: z.string() })).optional(),
});

export interface SandboxIncident {
  readonly key: string;
  state: 'triggered' | 'acknowledged' | 'resolved';
  readonly events: z.infer<typeof event>[];
}

/** PagerDuty's Events API: after a resolve, a trigger opens another incident, and everything else is dropped. */
export class PagerDutySandbox extends JsonServer {
  readonly incidents: SandboxIncident[] = [];

  constructor(crashPoint?: JsonServer['crashPoint']) {
    super(crashPoint);
    this.route('POST', '/v2/enqueue', ({ body, bytes }) => {
      const parsed = event.safeParse(body);
      if (!parsed.success || bytes.length > 512_000) {
        return this.invalid(parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []);
      }
      if (parsed.data.routing_key !== ROUTING_KEY) return this.invalid(["'routing_key' is invalid"]);
      const { event_action: action, dedup_key: key } = parsed.data;
      const open = this.incidents.find((one) => one.key === key && one.state !== 'resolved');
      if (open !== undefined) {
        open.events.push(parsed.data);
        if (action !== 'trigger') open.state = action === 'resolve' ? 'resolved' : 'acknowledged';
      } else if (action === 'trigger') this.incidents.push({ key, state: 'triggered', events: [parsed.data] });
      return { status: 202, body: { status: 'success', message: 'Event processed', dedup_key: key } };
    });
  }

  private invalid(errors: readonly string[]): Answer {
    return { status: 400, body: { status: 'invalid event', message: 'Event object is invalid', errors } };
  }
}
