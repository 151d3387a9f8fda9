import type { Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { makeRepository, type Configuration, type Repository } from './repository.js';

/** A repository whose resource `web` is production of one project on an emulator of Vercel. */
export interface VercelRepository {
  readonly vercel: VercelSandbox;
  readonly repository: Repository;
  /** Empties the emulator. @returns a new project `shop` with two domains and without a deployment */
  readonly addShop: () => Project;
  /** Writes the configuration: `web`, further resources, further sections, and a store of the project's own. */
  readonly configure: (project: Project, more?: Partial<Pick<Configuration, 'resources' | 'sections'>>) => void;
  readonly stop: () => Promise<void>;
}

/** @param env of each run, beside the address and the token of the emulator */
export async function startVercelRepository(env: Readonly<Record<string, string>> = {}): Promise<VercelRepository> {
  const vercel = await new VercelSandbox().start();
  const repository = await makeRepository({
    resources: [],
    env: { ...vercel.env, REWIND_FINGERPRINT_KEY: 'k'.repeat(26), ...env },
  });
  return {
    vercel,
    repository,
    addShop: () => {
      vercel.clear();
      return vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
    },
    configure: (project, { resources = [], sections = [] } = {}) =>
      repository.configure({
        sections: ['approval: none', ...sections],
        store: `store-${project.id}`,
        resources: [`{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`, ...resources],
      }),
    stop: async () => {
      await vercel.stop();
      repository.remove();
    },
  };
}
