import { z } from 'zod';
import type { GitHub, GitHubCall, Send } from './client.js';

export const ALERT_SOURCES = ['code-scanning', 'dependabot', 'secret-scanning'] as const;
export type AlertSource = (typeof ALERT_SOURCES)[number];

/** In ascending order. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface SecurityAlert {
  /** Each source numbers the alerts of a repository from 1, in the order in which it finds them. */
  readonly number: number;
  readonly severity: Severity;
  readonly title: string;
}

const severity = z.enum(SEVERITIES);

/** Tools that give no security severity give one of these. GitHub fails a pull request for an error as for high. */
const PLAIN: Readonly<Record<string, Severity>> = { error: 'high', warning: 'medium' };

const codeScanning = z.array(
  z.object({
    number: z.number().int(),
    rule: z.object({
      description: z.string().nullish(),
      severity: z.string().nullish(),
      security_severity_level: severity.nullish(),
    }),
  }),
);
const dependabot = z.array(
  z.object({
    number: z.number().int(),
    dependency: z.object({ package: z.object({ name: z.string() }).optional() }),
    security_advisory: z.object({ summary: z.string() }),
    security_vulnerability: z.object({ severity }),
  }),
);
const secretScanning = z.array(z.object({ number: z.number().int(), secret_type_display_name: z.string().nullish() }));

/**
 * The newest 100 open alerts of a source, in no order that holds.
 *
 * @throws HttpFailure: 403 and 404 say that the source is off or that the token may not read it
 */
export async function openAlerts(github: GitHub, source: AlertSource): Promise<SecurityAlert[]> {
  const read = <T>(permission: string, schema: z.ZodType<T>, send: Send): Promise<T> => {
    const call: GitHubCall = { what: `list ${source} alerts`, permission };
    return github.request(call, schema, send);
  };
  const newest = { state: 'open', sort: 'created', direction: 'desc', per_page: 100 } as const;
  switch (source) {
    case 'code-scanning': {
      const alerts = await read('security-events: read', codeScanning, (rest, target) =>
        rest.codeScanning.listAlertsForRepo({ ...target, ...newest }),
      );
      return alerts.map(({ number, rule }) => ({
        number,
        severity: rule.security_severity_level ?? PLAIN[rule.severity ?? ''] ?? 'low',
        title: rule.description ?? 'no description',
      }));
    }
    case 'dependabot': {
      const alerts = await read('vulnerability-alerts: read', dependabot, (rest, target) =>
        rest.dependabot.listAlertsForRepo({ ...target, ...newest }),
      );
      return alerts.map(({ number, dependency, security_advisory, security_vulnerability }) => ({
        number,
        severity: security_vulnerability.severity,
        title: `${dependency.package?.name ?? 'a package'}: ${security_advisory.summary}`,
      }));
    }
    case 'secret-scanning': {
      // hide_secret: the secret itself never comes here.
      const alerts = await read('secret scanning alerts: read', secretScanning, (rest, target) =>
        rest.secretScanning.listAlertsForRepo({ ...target, ...newest, hide_secret: true }),
      );
      return alerts.map(({ number, secret_type_display_name: type }) => ({
        number,
        severity: 'critical',
        title: type ?? 'a secret',
      }));
    }
  }
}
