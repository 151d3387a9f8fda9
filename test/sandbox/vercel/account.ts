import { missing, refuse, TEAM, type Register, type VercelSandbox } from './server.js';

/** Who is asking: what the official CLI begins with, and what a token of one project cannot read. */
export function accountRoutes(vercel: VercelSandbox, register: Register): void {
  const user = {
    id: 'usr_sandbox',
    email: 'ops@example.com',
    username: 'ops',
    name: 'Ops',
    version: 'northstar',
    defaultTeamId: TEAM,
  };
  const team = () => ({
    id: TEAM,
    slug: 'sandbox',
    name: 'Sandbox',
    creatorId: user.id,
    avatar: null,
    createdAt: 1_700_000_000_000,
    billing: { plan: 'pro' },
    membership: { role: vercel.behavior.role, confirmed: true },
  });
  register('GET', '/v2/user', () =>
    vercel.behavior.projectToken ? refuse(404, 'not_found', 'User not found') : { status: 200, body: { user } },
  );
  for (const prefix of ['', '/v1', '/v2']) {
    register('GET', `${prefix}/teams/:team`, (_, { team: wanted }) =>
      wanted === team().id || wanted === team().slug ? { status: 200, body: team() } : missing('Team'),
    );
    register('GET', `${prefix}/teams`, () => ({
      status: 200,
      body: { teams: [team()], pagination: { count: 1, next: null, prev: null } },
    }));
  }
}
