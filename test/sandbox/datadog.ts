import { JsonServer, type Answer, type SandboxRequest } from './json-server.js';

export interface SandboxMonitor {
  readonly id: number;
  name: string;
  type: string;
  query: string;
  message: string;
  overall_state: string;
  draft_status: string;
  matching_downtimes: unknown[];
  options: { silenced: Record<string, unknown> };
}

/** Datadog's monitors. test/peers/datadog.test.ts holds this to the official client. */
export class DatadogSandbox extends JsonServer {
  readonly monitors = new Map<number, SandboxMonitor>();

  constructor() {
    super();
    this.route('GET', '/api/v1/monitor/:id', ({ query }, { id = '' }) => {
      const found = this.monitors.get(Number(id));
      if (!found) return this.refusal(404, 'Monitor not found');
      const { matching_downtimes: downtimes, ...rest } = found;
      return {
        status: 200,
        body: query.get('with_downtimes') === 'true' ? { ...rest, matching_downtimes: downtimes } : rest,
      };
    });
  }

  add(id: number, rest: Partial<SandboxMonitor> = {}): SandboxMonitor {
    const monitor: SandboxMonitor = {
      id,
      name: 'errors',
      type: 'metric alert',
      query: 'sum(last_5m):sum:errors{*} > 5',
      message: 'Too many errors. @slack-on-call',
      overall_state: 'OK',
      draft_status: 'published',
      matching_downtimes: [],
      options: { silenced: {} },
      ...rest,
    };
    this.monitors.set(id, monitor);
    return monitor;
  }

  refusal(status: number, message: string): Answer {
    return { status, body: { errors: [message] } };
  }

  protected override gate({ headers }: SandboxRequest): Answer | undefined {
    if (headers['dd-api-key'] === 'dd-api-key-77aa' && headers['dd-application-key'] === 'dd-app-key-88bb')
      return undefined;
    return this.refusal(403, 'Forbidden');
  }
}
