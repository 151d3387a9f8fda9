import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import type { Project } from '../../services/vercel/deployments.js';
import type { Config } from './config.js';
import { pinnedByRollback } from './production-pin.js';

/** What makes "snapshot, then promote" useless: nothing is promoted, or the build changes production before the snapshot. */
export async function gitIntegrationFindings(config: Config, project: Project, ctx: Context): Promise<Finding[]> {
  const wanted = config['auto-assign'];
  if (wanted === undefined) return [];
  return [...autoAssignFindings(wanted, project), ...(wanted ? [] : await buildFindings(project, ctx))];
}

function autoAssignFindings(wanted: boolean, project: Project): Finding[] {
  const found = project.autoAssignCustomDomains;
  if (found === undefined || found === wanted) return [];
  if (!wanted) {
    return [
      {
        level: 'error',
        code: 'auto-assign-on',
        message: `New builds of ${project.name} get the production domains by themselves, although auto-assign is false: they go live without a snapshot, and the workflow that promotes them does not run.`,
        remedy:
          'Turn off "Auto-assign Custom Production Domains" in Vercel (Settings, Environments, Production). If a promote was interrupted, run "rewind promote" again.',
      },
    ];
  }
  if (pinnedByRollback(project) === 'pinned') return [];
  return [
    {
      level: 'warning',
      code: 'auto-assign-off',
      message: `New builds of ${project.name} stay STAGED, although auto-assign is true.`,
      remedy: 'Turn on "Auto-assign Custom Production Domains" in Vercel, or remove auto-assign from the resource.',
    },
  ];
}

const MIGRATES = /\bprisma(?:@\S+)?\s+(?:migrate\s+(?:deploy|dev|reset)|db\s+push)\b/;
/** What Vercel runs when it installs and builds, unless the project has a command of its own. */
const BUILD_SCRIPTS = ['vercel-build', 'build', 'preinstall', 'install', 'postinstall'];
const packageJson = z.object({ scripts: z.record(z.string(), z.string()).default({}) });

/** A build ends before its snapshot begins. */
async function buildFindings(project: Project, ctx: Context): Promise<Finding[]> {
  const scripts = await scriptsOf(project, ctx);
  const found = migrating(project.buildCommand ?? '', scripts);
  if (found === null) return [];
  return [
    {
      level: 'warning',
      code: 'build-migrates',
      message: `The build of ${project.name} migrates the database (${JSON.stringify(found)}), and it ends before the snapshot is taken: the snapshot holds the migrated database.`,
      remedy: 'Run the migrations between the snapshot and the promote, in a job of the workflow.',
    },
  ];
}

/** The command that migrates; null if none is seen. */
function migrating(command: string, scripts: ReadonlyMap<string, string>): string | null {
  const names = command === '' ? BUILD_SCRIPTS : [...BUILD_SCRIPTS.slice(2), ...calledBy(command, scripts)];
  const seen = new Set<string>();
  if (MIGRATES.test(command)) return command;
  for (const name of names) {
    const script = scripts.get(name);
    if (script === undefined || seen.has(name)) continue;
    seen.add(name);
    if (MIGRATES.test(script)) return script;
    names.push(`pre${name}`, `post${name}`, ...calledBy(script, scripts));
  }
  return null;
}

const calledBy = (command: string, scripts: ReadonlyMap<string, string>): string[] =>
  [...command.matchAll(/\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?([\w:.-]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => scripts.has(name));

/** Of the checked-out repository; empty if it has no readable package.json. */
async function scriptsOf({ rootDirectory }: Project, ctx: Context): Promise<ReadonlyMap<string, string>> {
  const folder = rootDirectory ?? '';
  if (folder.split(/[\\/]/).includes('..')) return new Map();
  try {
    const text = await readFile(join(ctx.root, folder, 'package.json'), 'utf8');
    return new Map(Object.entries(packageJson.parse(JSON.parse(text)).scripts));
  } catch {
    return new Map();
  }
}
