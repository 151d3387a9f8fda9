import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../../src/incident/entry.js';
import type { ProgramResult } from '../../support/program.js';
import type { Repository } from '../../support/repository.js';
import { startShopWorld } from '../shop/world.js';
import type { VercelSandbox } from '../vercel/server.js';
import { phasesOf, wrongIn, type Phase } from './phases.js';

const AREAS = ['authentication', 'payments', 'content', 'performance', 'data'];

/** How the demo talks. */
export interface Teller {
  say(text: string): void;
  chapter(title: string): void;
  quote(text: string): void;
}

export interface IncidentResult {
  readonly ok: boolean;
  readonly phases: readonly Phase[];
  /** What is not as expected, a sentence each. */
  readonly wrong: readonly string[];
}

/** A shop whose customers buy, and the programs that watch it. */
interface Scene {
  readonly repository: Repository;
  readonly vercel: VercelSandbox;
  readonly tell: Teller;
  /** Runs the program; another status than the expected one ends the story. */
  run(args: readonly string[], expected?: number): Promise<ProgramResult>;
}

/**
 * An incident from the deploy to its end: payments fail, the watch finds it, people decide, the rollback helps, the fix goes
 * out. The shop behaves as the deployment that serves it, so only a rollback that works brings the payments back.
 * @param program the command line that is run after Node's own options
 * @param out folder that takes the reports of the rollback
 */
export async function paymentsIncident(program: readonly string[], tell: Teller, out: string): Promise<IncidentResult> {
  const world = await startShopWorld({ factor: 10, afterMinutes: 2.2 });
  try {
    const { repository, vercel, project, flags, release } = world;
    const [node = process.execPath, ...rest] = program;
    const scene: Scene = {
      ...{ repository, vercel, tell },
      async run(args, expected = 0) {
        tell.say(`   $ rewind ${args.map((word) => (word.includes(' ') ? `'${word}'` : word)).join(' ')}`);
        const command = [node, '--import', world.clock, ...rest];
        const result = await repository.run(args, { command, onLog: (text) => tell.quote(text) });
        tell.quote(result.stdout);
        if (result.status === expected) return result;
        throw new Error(`"rewind ${args.join(' ')}" ended with status ${result.status}, expected ${expected}`);
      },
    };

    tell.chapter('Before the deploy: a maintenance page is made ahead, and a snapshot with a baseline of five probes');
    await scene.run(['maintenance']);
    await scene.run(['snapshot']);
    tell.chapter('The deploy: new code and a flag. Its checkout sends Stripe a parameter that Stripe does not know');
    release('b', 'payments failing');
    flags.items.set('new-checkout', { value: true, description: null, createdAt: 1, updatedAt: world.now() });
    const deployedAt = world.now();
    await respond(scene);
    // The recovery writes its own in the same place.
    for (const name of ['report.md', 'report.html']) {
      copyFileSync(join(repository.root, '.rewind', name), join(out, name));
    }
    tell.chapter('Forward: the fix is deployed, and stays staged because production is pinned');
    const fix = release('c');
    if (project.production === fix.id) throw new Error('the fix went live by itself, although production is pinned');
    const incident = await goForward(scene);
    const phases = phasesOf(incident, deployedAt);
    const wrong = [
      ...wrongIn(incident, AREAS),
      ...(project.production === fix.id ? [] : ['The fix does not serve production.']),
      ...(flags.items.get('new-checkout')?.value === true ? [] : ['The flag did not come back with the fix.']),
    ];
    return { ok: wrong.length === 0, phases, wrong };
  } finally {
    await world.close();
  }
}

/** From the watch to the payments that work again. */
async function respond(scene: Scene): Promise<void> {
  const { tell } = scene;
  tell.chapter('Detected: the watch of the deployment');
  await scene.run(['monitor'], 3);
  tell.chapter('Mitigated: the plan that the watch recommends is approved, and customers see a page that says so');
  await scene.run(['mitigate', 'sorry', '--reason', 'Payments fail']);
  await approved(scene);
  tell.chapter('Decided: what is broken, what changed, what can be done');
  await scene.run(['decide']);
  const { options } = (await scene.repository.ok('decide', '--json')).json<{
    options: { kind: string; inputs: Record<string, string> | null }[];
  }>();
  const inputs = options.find(({ kind }) => kind === 'code')?.inputs;
  if (inputs == null) throw new Error('"rewind decide" offers no way back to the code of the snapshot');
  await scene.run(['plan', ...Object.entries(inputs).flatMap(([name, value]) => [`--${name}`, value])]);
  tell.chapter(
    'A second person has read the plan and approves it: rolled back, and watched until the areas have recovered',
  );
  await approved(scene);
}

/** The fix takes production, the flag comes back, and the incident is closed. @returns its record */
async function goForward(scene: Scene): Promise<Entry[]> {
  const { tell, repository } = scene;
  await scene.run(['recover', '--deployment', 'latest', '--scope', 'web,flags']);
  tell.chapter('The plan of the recovery is approved: the fix takes production');
  await approved(scene);
  tell.chapter('Closed: a person lifts the quarantine of the bad commit, and nothing else is open');
  const { obligations } = (await repository.ok('recover', '--status', '--json')).json<{
    obligations: { id: string }[];
  }>();
  for (const { id } of obligations) {
    if (!id.startsWith('quarantined-commit')) throw new Error(`${id} is still open`);
    await scene.run(['incident', 'discharge', '--obligation', id, '--reason', 'The fix reverts the commit']);
  }
  await scene.run(['incident', 'close', '--reason', 'Payments work with the fix']);
  return recordIn(join(repository.root, '.rewind/store/incidents/production'));
}

async function approved(scene: Scene): Promise<void> {
  const plan = '.rewind/plan.json';
  const { digest } = JSON.parse(readFileSync(join(scene.repository.root, plan), 'utf8')) as { digest: string };
  await scene.run(['rollback', '--plan', plan, '--digest', digest, '--reason', 'Payments fail']);
}

function recordIn(folder: string): Entry[] {
  const ids = readdirSync(folder);
  if (ids.length !== 1) throw new Error(`${ids.length} incidents were opened, expected one`);
  const own = join(folder, ids[0] ?? '');
  return readdirSync(own)
    .filter((name) => /^\d+\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(own, name), 'utf8')) as Entry);
}

/** Keeps the times of the phases. */
export function writePhases(folder: string, result: IncidentResult): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'incident.json'), `${JSON.stringify(result, null, 2)}\n`);
}
