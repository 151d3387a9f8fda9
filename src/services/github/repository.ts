import { z } from 'zod';
import type { GitHub } from './client.js';

const repository = z.looseObject({ default_branch: z.string(), private: z.boolean() });

/** GitHub REST API, "Get a repository". @throws HttpFailure */
const readRepository = (github: GitHub): Promise<z.output<typeof repository>> =>
  github.request({ what: 'read the repository', permission: 'metadata: read' }, repository, (rest, target) =>
    rest.repos.get(target),
  );

/** The name of the default branch. @throws HttpFailure */
export const readDefaultBranch = async (github: GitHub): Promise<string> =>
  (await readRepository(github)).default_branch;

/** True if everybody can read the repository and its issues. @throws HttpFailure */
export const isPublic = async (github: GitHub): Promise<boolean> => !(await readRepository(github)).private;
