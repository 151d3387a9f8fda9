import { z } from 'zod';
import { JsonServer, type Answer, type SandboxRequest } from './json-server.js';

export const INCIDENT_IO_KEY = 'inc-sandbox-key-0001';

const created = z.strictObject({
  idempotency_key: z.string().min(1),
  name: z.string().min(1),
  summary: z.string(),
  visibility: z.enum(['public', 'private']),
  mode: z.enum(['standard', 'test']),
  severity_id: z.string().length(26).optional(),
});
const edited = z.strictObject({
  incident: z.strictObject({ summary: z.string(), incident_status_id: z.string().length(26).optional() }),
  notify_incident_channel: z.boolean(),
});

export interface IoIncident {
  readonly id: string;
  readonly key: string;
  readonly mode: string;
  status: string | null;
  /** The newest is the last one; each was told in the chat of the incident. */
  readonly summaries: string[];
}

/** Incidents of incident.io: one for each idempotency key; each edit is told once more. */
export class IncidentIoSandbox extends JsonServer {
  readonly incidents: IoIncident[] = [];
  private last = 0;

  constructor(crashPoint?: JsonServer['crashPoint']) {
    super(crashPoint);
    this.route('GET', '/v1/identity', () => ({ status: 200, body: { identity: { name: 'rewind', roles: [] } } }));
    this.route('POST', '/v2/incidents', ({ body }) => {
      const parsed = created.safeParse(body);
      if (!parsed.success) return this.invalid(parsed.error);
      const { idempotency_key: key, summary, mode } = parsed.data;
      const known = this.incidents.find((one) => one.key === key);
      if (known !== undefined) return this.shown(known.id);
      const id = `01FDAG4SAP5TYPT98WGR2N7W${String((this.last += 1)).padStart(2, '0')}`;
      this.incidents.push({ id, key, mode, status: null, summaries: [summary] });
      return this.shown(id);
    });
    this.route('GET', '/v2/incidents/:id', (_request, { id }) => this.shown(id));
    this.route('POST', '/v2/incidents/:id/actions/edit', ({ body }, { id }) => {
      const parsed = edited.safeParse(body);
      if (!parsed.success) return this.invalid(parsed.error);
      const found = this.incidents.find((one) => one.id === id);
      found?.summaries.push(parsed.data.incident.summary);
      if (found !== undefined) found.status = parsed.data.incident.incident_status_id ?? found.status;
      return this.shown(id);
    });
  }

  protected override gate({ headers }: SandboxRequest): Answer | undefined {
    if (headers.authorization === `Bearer ${INCIDENT_IO_KEY}`) return undefined;
    return refusal(401, 'authentication_error', []);
  }

  private shown(id: string | undefined): Answer {
    const found = this.incidents.find((one) => one.id === id);
    if (found === undefined) return refusal(404, 'not_found', []);
    return { status: 200, body: { incident: { id: found.id, summary: found.summaries.at(-1), mode: found.mode } } };
  }

  private invalid({ issues }: z.ZodError): Answer {
    const errors = issues.map(({ path, message }) => ({ code: 'invalid', message, source: { field: path.join('.') } }));
    return refusal(422, 'validation_error', errors);
  }
}

const refusal = (status: number, type: string, errors: readonly object[]): Answer => ({
  status,
  body: { type, status, request_id: '00000000-0000-4000-8000-000000000000', errors },
});
