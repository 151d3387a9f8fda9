import { missing, type Register, type VercelSandbox } from './server.js';

/** As in Vercel's description. */
export interface RuntimeLog {
  readonly rowId: string;
  readonly timestampInMs: number;
  readonly responseStatusCode: number;
  readonly source: 'delimiter' | 'edge-function' | 'edge-middleware' | 'request' | 'serverless';
  readonly level: 'trace' | 'debug' | 'info' | 'warning' | 'error' | 'fatal';
  readonly message: string;
  readonly messageTruncated: boolean;
  readonly domain: string;
  readonly requestMethod: string;
  readonly requestPath: string;
  readonly deploymentId: string;
}

export function runtimeLogRoutes(vercel: VercelSandbox, register: Register): void {
  register('GET', '/v1/projects/:project/deployments/:deployment/runtime-logs', (_request, { project, deployment }) => {
    const found = vercel.deployments.get(deployment ?? '');
    if (found === undefined || found.projectId !== project) return missing('deployment');
    const rows = vercel.logs.filter(({ deploymentId }) => deploymentId === found.id);
    return {
      status: 200,
      headers: { 'content-type': 'application/stream+json' },
      body: rows.map((row) => `${JSON.stringify({ ...row, deploymentId: undefined })}\n`).join(''),
      open: vercel.logsStayOpen,
    };
  });
}
