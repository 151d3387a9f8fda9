import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { snapshotTime } from '../../src/engine/manifest.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { makeRepository } from '../support/repository.js';
import { tidyFiles, type Subject } from './subject.js';

/**
 * A three-way rollback: a release capture tells what the deploy changed from what people changed after it.
 * @param included true: the later changes are undone too
 */
export async function laterSubject(included: boolean): Promise<Subject> {
  const vercel = await new VercelSandbox().start();
  const project = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
  project.env = [];
  const flags = vercel.addStore('flags', { checkout: 'old', banner: 'none', limit: 1 });
  const repository = await makeRepository({
    sections: ['approval: none'],
    resources: [
      `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
      `{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`,
      `{ id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM} }`,
      `{ id: settings, provider: vercel-project, project: ${project.id}, team: ${TEAM} }`,
    ],
    env: vercel.env,
  });
  const { root, run, ok } = repository;
  const variable = (key: string, value: string): void => {
    const row = project.env.find((one) => one.key === key);
    if (row === undefined) vercel.addEnv(project, key, value, { type: 'plain' });
    else Object.assign(row, { value, updatedAt: vercel.now() });
  };
  const removeVariable = (key: string): void => {
    project.env = project.env.filter((one) => one.key !== key);
  };
  const flag = (key: string, value: unknown): unknown =>
    flags.items.set(key, { value, description: null, createdAt: 1, updatedAt: vercel.now() });

  for (const key of ['COLOUR', 'LIMIT', 'GONE']) variable(key, `${key} of the good release`);
  const good = vercel.release(project);
  const { snapshot } = (await ok('snapshot', '--json')).json<{ snapshot: string }>();
  // The deploy.
  const bad = vercel.release(project);
  flag('checkout', 'new');
  flag('promo', true);
  variable('COLOUR', 'blue');
  variable('NEW', 'for the bad release');
  removeVariable('GONE');
  Object.assign(project.settings, { buildCommand: 'broken' });
  // Two snapshots of one second have no order.
  await sleep(Math.max(0, snapshotTime(snapshot) + 1000 - Date.now()));
  const { snapshot: release } = (await ok('snapshot', '--reason', 'release', '--json')).json<{ snapshot: string }>();
  // People, after it. COLOUR and limit are of nobody alone, or of them alone.
  flag('banner', 'hello');
  flag('limit', 2);
  flag('by-hand', 'kept');
  variable('LIMIT', 'by hand');
  variable('COLOUR', 'green, by hand');
  variable('BY_HAND', 'kept');
  Object.assign(project.settings, { rootDirectory: 'by-hand' });

  const damaged = structuredClone({ env: project.env, items: [...flags.items], settings: project.settings });
  const state = (): unknown => ({
    production: project.production,
    domains: [...vercel.aliases.values()].map(({ deploymentId }) => deploymentId),
    flags: [...flags.items].map(([key, { value }]) => `${key}=${String(value)}`).sort(),
    variables: project.env.map(({ key, value }) => `${key}=${value}`).sort(),
    settings: [project.settings.buildCommand, project.settings.rootDirectory],
  });
  const wanted = {
    production: good.id,
    domains: [good.id, good.id],
    flags: included
      ? ['banner=none', 'checkout=old', 'limit=1']
      : ['banner=hello', 'by-hand=kept', 'checkout=old', 'limit=2'],
    variables: [
      ...(included ? [] : ['BY_HAND=kept']),
      'COLOUR=COLOUR of the good release',
      'GONE=GONE of the good release',
      included ? 'LIMIT=LIMIT of the good release' : 'LIMIT=by hand',
    ],
    settings: [null, included ? null : 'by-hand'],
  };

  return {
    root,
    port: null,
    choice: ['--snapshot', snapshot, ...(included ? ['--include-later-changes', 'flags,env,settings'] : [])],
    confirmation: [],
    run,
    damage: async () => {
      project.autoAssignCustomDomains = true;
      project.lastAliasRequest = null;
      vercel.serve(project, bad);
      project.env = structuredClone(damaged.env);
      Object.assign(project.settings, structuredClone(damaged.settings));
      flags.items.clear();
      for (const [key, item] of damaged.items) flags.items.set(key, { ...item });
      vercel.requests.length = 0;
    },
    use: async () => true,
    settled: async () => undefined,
    problems: async () => {
      const now = JSON.stringify(state());
      const switches = vercel.requests.filter(({ path, status }) => path.includes('/rollback/') && status === 201);
      return [
        ...(now === JSON.stringify(wanted) ? [] : [`production is ${now}`]),
        ...(switches.length === 1 ? [] : [`production was switched ${switches.length} times`]),
        ...twiceInRecord(root),
      ];
    },
    tidy: async () => tidyFiles(root, snapshot, release),
    stop: async () => {
      await vercel.stop();
      repository.remove();
    },
  };
}

/** What a program writes to the record of an incident, it writes once: by its key. */
function twiceInRecord(root: string): string[] {
  const folder = join(root, '.rewind/store/incidents/production');
  if (!existsSync(folder)) return ['no incident was opened'];
  // A run that was killed before the first entry leaves an empty folder.
  const records = readdirSync(folder).flatMap((record) => {
    const entries = readdirSync(join(folder, record)).filter((name) => /^\d+\.json$/.test(name));
    return entries.length === 0 ? [] : [entries.map((name) => readFileSync(join(folder, record, name), 'utf8'))];
  });
  const keys = records.flat().map((text) => (JSON.parse(text) as { key: string | null }).key);
  return [
    ...(records.length === 1 ? [] : [`${records.length} incidents were opened`]),
    ...keys.flatMap((key, index) =>
      key === null || keys.indexOf(key) === index ? [] : [`twice in the record: ${key}`],
    ),
  ];
}
