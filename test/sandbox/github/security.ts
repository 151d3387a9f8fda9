import { apiOf, htmlOf } from './bodies.js';
import { refuse, type Operation, type SecurityAlertRecord } from './model.js';
import { listAnswer } from './pages.js';
import type { GitHubState } from './state.js';

type Source = SecurityAlertRecord['source'];

/** What GitHub answers for a source that is switched off. */
const OFF: Readonly<Record<Source, readonly [number, string]>> = {
  'code-scanning': [404, 'no analysis found'],
  dependabot: [403, 'Dependabot alerts are disabled for this repository.'],
  'secret-scanning': [404, 'Secret scanning is disabled on this repository.'],
};
const SECRET = 'AKIASANDBOXSECRET000';

export function securityOperations(hub: GitHubState): Operation[] {
  const list = (
    source: Source,
    need: string,
    docs: string,
    body: (alert: SecurityAlertRecord, query: URLSearchParams) => object,
  ): Operation => ({
    method: 'GET',
    path: `/${source}/alerts`,
    needs: [need],
    docs,
    run: (request) => {
      if (hub.alertsOff.has(source)) return refuse(...OFF[source]);
      const { query } = request;
      const wanted = query.get('state');
      const found = hub.alerts.filter((one) => one.source === source && (wanted !== 'open' || one.open));
      const sorted = query.get('direction') === 'asc' ? found : [...found].reverse();
      return listAnswer(hub, request, sorted, (page) => page.map((alert) => body(alert, query)));
    },
  });
  const head = ({ source, number, createdAt }: SecurityAlertRecord) => ({
    number,
    created_at: createdAt,
    updated_at: createdAt,
    url: `${apiOf(hub.site)}/${source}/alerts/${number}`,
    html_url: `${htmlOf(hub.site)}/security/${source}/${number}`,
  });
  const dismissed = { dismissed_by: null, dismissed_at: null, dismissed_reason: null, dismissed_comment: null };
  const scanned = (alert: SecurityAlertRecord) => ({
    ...head(alert),
    ...dismissed,
    instances_url: `${apiOf(hub.site)}/code-scanning/alerts/${alert.number}/instances`,
    state: alert.open ? 'open' : 'fixed',
    fixed_at: alert.open ? null : alert.createdAt,
    rule: {
      id: 'js/rule',
      name: 'js/rule',
      severity: alert.tool,
      security_severity_level: alert.severity,
      description: alert.title,
      tags: ['security'],
    },
    tool: { name: 'CodeQL', version: '2.20.0', guid: null },
    most_recent_instance: { ref: `refs/heads/${hub.defaultBranch}`, state: alert.open ? 'open' : 'fixed' },
  });
  const dependency = (alert: SecurityAlertRecord) => {
    const name = { ecosystem: 'npm', name: 'left-pad' };
    const severity = alert.severity ?? 'low';
    const vulnerability = {
      package: name,
      severity,
      vulnerable_version_range: '< 1.0.0',
      first_patched_version: { identifier: '1.0.0' },
    };
    return {
      ...head(alert),
      ...dismissed,
      state: alert.open ? 'open' : 'fixed',
      fixed_at: alert.open ? null : alert.createdAt,
      dependency: { package: name, manifest_path: 'package-lock.json', scope: 'runtime' },
      security_vulnerability: vulnerability,
      security_advisory: {
        ghsa_id: 'GHSA-0000-0000-0000',
        cve_id: null,
        summary: alert.title,
        description: alert.title,
        vulnerabilities: [vulnerability],
        severity,
        cvss: { score: 7.5, vector_string: null },
        cwes: [{ cwe_id: 'CWE-79', name: 'Cross-site scripting' }],
        identifiers: [{ type: 'GHSA', value: 'GHSA-0000-0000-0000' }],
        references: [{ url: 'https://example.test/advisory' }],
        published_at: alert.createdAt,
        updated_at: alert.createdAt,
        withdrawn_at: null,
      },
    };
  };
  const secret = (alert: SecurityAlertRecord, query: URLSearchParams) => ({
    ...head(alert),
    locations_url: `${apiOf(hub.site)}/secret-scanning/alerts/${alert.number}/locations`,
    state: alert.open ? 'open' : 'resolved',
    resolution: alert.open ? null : 'revoked',
    resolved_at: alert.open ? null : alert.createdAt,
    resolved_by: null,
    secret_type: 'aws_access_key_id',
    secret_type_display_name: alert.title,
    secret: query.get('hide_secret') === 'true' ? '' : SECRET,
  });
  return [
    list(
      'code-scanning',
      'security-events:read',
      'reference/code-scanning#list-code-scanning-alerts-for-a-repository',
      scanned,
    ),
    list(
      'dependabot',
      'vulnerability-alerts:read',
      'dependabot/alerts#list-dependabot-alerts-for-a-repository',
      dependency,
    ),
    list(
      'secret-scanning',
      'secret-scanning-alerts:read',
      'secret-scanning/secret-scanning#list-secret-scanning-alerts-for-a-repository',
      secret,
    ),
  ];
}
