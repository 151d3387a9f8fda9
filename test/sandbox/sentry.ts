import { JsonServer, type Answer, type SandboxRequest } from './json-server.js';

export interface SandboxIssue {
  readonly id: number;
  readonly title: string;
  readonly level: string;
  readonly project: number;
  readonly environment: string;
  readonly unresolved: boolean;
}

/** Sessions of one minute. */
export interface SandboxSessions {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly project: number;
  readonly environment: string;
  readonly status: 'healthy' | 'errored' | 'crashed' | 'abnormal';
  readonly count: number;
}

export const SENTRY_TOKEN = 'sentry-token-66cc';

/** Issues and sessions of the organization "acme" in Sentry, as its documentation describes them. */
export class SentrySandbox extends JsonServer {
  readonly issues: SandboxIssue[] = [];
  readonly sessions: SandboxSessions[] = [];
  /** Seconds of the shortest interval that sessions are counted in. */
  resolution = 60;
  /** Minutes that the answer begins and ends before and after what was asked for; below 0: it holds less. */
  around = 0;

  constructor() {
    super();
    this.route('GET', '/api/0/organizations/:organization/:list/', ({ query }, { organization, list }) => {
      if (organization !== 'acme') return this.refusal(404, 'The requested resource does not exist');
      if (list === 'issues') return this.listIssues(query);
      return list === 'sessions' ? this.countSessions(query) : this.refusal(404, 'Not found');
    });
  }

  clear(): void {
    this.issues.length = this.sessions.length = 0;
    this.resolution = 60;
    this.around = 0;
  }

  addIssue(rest: Partial<SandboxIssue> = {}): void {
    const id = Math.max(4_000_000_000, ...this.issues.map((one) => one.id)) + 1;
    const usual = { title: 'TypeError: x', level: 'error', project: 1, environment: 'production', unresolved: true };
    this.issues.push({ id, ...usual, ...rest });
  }

  refusal(status: number, message: string): Answer {
    return { status, body: { detail: message } };
  }

  private listIssues(query: URLSearchParams): Answer {
    const search = query.get('query') ?? 'is:unresolved';
    const found = this.issues
      .filter((one) => this.covers(query, one) && (one.unresolved || !search.includes('is:unresolved')))
      .sort((a, b) => (query.get('sort') === 'new' ? b.id - a.id : a.id - b.id))
      .slice(0, Number(query.get('limit') ?? 100));
    const rows = found.map(({ id, title, level }) => ({
      ...{ id: String(id), shortId: `SHOP-${id % 1000}`, title, level, status: 'unresolved', culprit: null },
      ...{ count: '1', userCount: 0, firstSeen: '2026-11-01T00:00:00Z', lastSeen: '2026-11-01T00:00:00Z' },
    }));
    return { status: 200, body: rows };
  }

  private countSessions(query: URLSearchParams): Answer {
    if (query.get('interval') !== '1m' || query.get('field') !== 'sum(session)') return this.refusal(400, 'Invalid');
    const step = this.resolution * 1000;
    const start = Math.floor(Date.parse(query.get('start') ?? '') / step - this.around) * step;
    const end = Math.ceil(Date.parse(query.get('end') ?? '') / step + this.around) * step;
    const iso = (at: number): string => new Date(at).toISOString().replace('.000', '');
    const intervals = Array.from({ length: (end - start) / step }, (_, index) => start + index * step);
    const groups = ['healthy', 'errored', 'crashed', 'abnormal'].map((status) => {
      const own = this.sessions.filter((one) => one.status === status && this.covers(query, one));
      const series = intervals.map((from) =>
        own.filter(({ at }) => at >= from && at < from + step).reduce((sum, { count }) => sum + count, 0),
      );
      return {
        by: { 'session.status': status },
        totals: { 'sum(session)': series.reduce((sum, count) => sum + count, 0) },
        series: { 'sum(session)': series },
      };
    });
    return {
      status: 200,
      body: { start: iso(start), end: iso(end), query: '', intervals: intervals.map(iso), groups },
    };
  }

  private covers(query: URLSearchParams, one: { readonly project: number; readonly environment: string }): boolean {
    return (
      query.getAll('project').includes(String(one.project)) && query.getAll('environment').includes(one.environment)
    );
  }

  protected override gate({ headers }: SandboxRequest): Answer | undefined {
    return headers.authorization === `Bearer ${SENTRY_TOKEN}` ? undefined : this.refusal(401, 'Invalid token');
  }

  /** Sentry tells in each answer when the limit of requests ends. */
  protected override extraHeaders(): Record<string, string> {
    return { 'x-sentry-rate-limit-reset': '1', 'x-sentry-rate-limit-remaining': '39' };
  }
}
