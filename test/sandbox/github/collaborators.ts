import { userBody } from './bodies.js';
import type { Operation } from './model.js';
import type { GitHubState } from './state.js';

export function collaboratorOperations(hub: GitHubState): Operation[] {
  return [
    {
      method: 'GET',
      path: '/collaborators/:login/permission',
      needs: [],
      docs: 'collaborators/collaborators#get-repository-permissions-for-a-user',
      run: (_, { login = '' }) => {
        const permission = hub.access.get(login) ?? 'write';
        return {
          status: 200,
          body: {
            permission,
            role_name: permission,
            user: { ...userBody(hub.site, login), role_name: permission },
          },
        };
      },
    },
  ];
}
