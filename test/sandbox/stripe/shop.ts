import type { Deployment, EnvRow, Project } from '../vercel/model.js';
import { TEAM, VercelSandbox } from '../vercel/server.js';
import type { CrashPoint } from '../json-server.js';

/** The Vercel project of a shop whose app verifies signatures: one production deployment, one unrelated variable. */
export class ShopProject {
  readonly project = 'prj_shop';
  readonly team = TEAM;
  readonly token = 'vercel-token-sandbox';
  /** Served after a reset. */
  first = '';

  private constructor(readonly vercel: VercelSandbox) {}

  static async start(gate: CrashPoint): Promise<ShopProject> {
    const shop = new ShopProject(await new VercelSandbox(gate).start());
    shop.reset();
    return shop;
  }

  close(): Promise<void> {
    return this.vercel.stop();
  }

  reset(): void {
    this.vercel.clear();
    const project = Object.assign(this.vercel.addProject('shop'), { id: this.project });
    this.vercel.projects.clear();
    this.vercel.projects.set(project.id, project);
    this.vercel.addDomain(project, 'shop.example.test');
    this.vercel.addEnv(project, 'OTHER', 'untouched');
    this.first = this.vercel.release(project).id;
  }

  get state(): Project {
    const found = this.vercel.projects.get(this.project);
    if (!found) throw new Error('the project is gone');
    return found;
  }

  get url(): string {
    return this.vercel.url;
  }

  get envs(): EnvRow[] {
    return this.state.env;
  }

  get production(): Deployment | undefined {
    return this.vercel.deployments.get(this.state.production ?? '');
  }

  /** The value that the production deployment was built with. */
  served(key: string): string | undefined {
    return this.production?.env[key];
  }
}
