import { z } from 'zod';
import { JsonServer, type Answer, type SandboxRequest } from './json-server.js';

export const STATUSPAGE_KEY = 'statuspage-sandbox-key-0001';
export const STATUSPAGE_PAGE = 'kctbh9vrtdwd';

const STATUSES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
const change = z.strictObject({
  name: z.string().min(1).max(255).optional(),
  status: z.enum(STATUSES),
  body: z.string().min(1).max(25_000),
  metadata: z.record(z.string(), z.record(z.string(), z.unknown())),
  deliver_notifications: z.boolean(),
});

export interface PageIncident {
  readonly id: string;
  name: string;
  status: (typeof STATUSES)[number];
  metadata: Readonly<Record<string, unknown>>;
  readonly updates: {
    readonly status: string;
    readonly body: string;
    readonly notified: boolean;
    readonly key: string;
  }[];
}

/** Incidents of a page of Statuspage: nothing in a request makes two of them one, and each PATCH adds an update. */
export class StatuspageSandbox extends JsonServer {
  readonly incidents: PageIncident[] = [];
  private last = 0;

  constructor(crashPoint?: JsonServer['crashPoint']) {
    super(crashPoint);
    const page = `/v1/pages/${STATUSPAGE_PAGE}`;
    this.route('GET', page, () => ({ status: 200, body: { id: STATUSPAGE_PAGE, name: 'Acme' } }));
    this.route('GET', `${page}/incidents`, () => this.listed(() => true));
    this.route('GET', `${page}/incidents/unresolved`, () => this.listed(({ status }) => status !== 'resolved'));
    this.route('GET', `${page}/incidents/:id`, (_request, { id }) => this.shown(id));
    this.route('POST', `${page}/incidents`, ({ body }) => {
      const parsed = z.strictObject({ incident: change.required() }).safeParse(body);
      if (!parsed.success) return this.unprocessable(parsed.error);
      const { name, status, metadata } = parsed.data.incident;
      const incident: PageIncident = { id: `incident${(this.last += 1)}`, name, status, metadata, updates: [] };
      this.incidents.push(incident);
      this.update(incident, parsed.data.incident);
      return { status: 201, body: incident };
    });
    this.route('PATCH', `${page}/incidents/:id`, ({ body }, { id }) => {
      const found = this.incidents.find((one) => one.id === id);
      const parsed = z.strictObject({ incident: change }).safeParse(body);
      if (!parsed.success) return this.unprocessable(parsed.error);
      if (found !== undefined) this.update(found, parsed.data.incident);
      return this.shown(id);
    });
  }

  protected override gate({ headers }: SandboxRequest): Answer | undefined {
    if (headers.authorization === `OAuth ${STATUSPAGE_KEY}`) return undefined;
    return { status: 401, body: { error: 'Could not authenticate' } };
  }

  private update(
    incident: PageIncident,
    { status, body, metadata, deliver_notifications }: z.infer<typeof change>,
  ): void {
    Object.assign(incident, { status, metadata });
    const key = String(metadata.rewind?.last);
    incident.updates.push({ status, body, notified: deliver_notifications, key });
  }

  private shown(id: string | undefined): Answer {
    const found = this.incidents.find((one) => one.id === id);
    return found === undefined ? { status: 404, body: { error: 'Not found' } } : { status: 200, body: found };
  }

  private readonly listed = (which: (one: PageIncident) => boolean): Answer => ({
    status: 200,
    body: this.incidents.filter(which).reverse().slice(0, 100),
  });

  private unprocessable({ issues }: z.ZodError): Answer {
    return { status: 422, body: { error: issues.map(({ path, message }) => `${path.join('.')}: ${message}`) } };
  }
}
