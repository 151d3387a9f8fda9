import { defineCommand } from '../cli/command.js';
import { commitRow, eventRows, pinRows, type DeployRow } from '../cli/deploy-rows.js';
import { underLock } from '../cli/environment-lock.js';
import { text, type Flag } from '../cli/flags.js';
import type { Project, Session } from '../cli/session.js';
import type { Build, Deploy, Deployed } from '../engine/capabilities.js';
import type { Resource } from '../engine/resources.js';
import { forResource } from '../runtime/create-context.js';
import { RewindError } from '../runtime/errors.js';
import { toJson } from '../runtime/json.js';
import { escapeText, table } from '../runtime/markdown.js';
import { oneLine, textOf } from '../runtime/text.js';
import { readBuildEvent } from '../services/vercel/build-event.js';

const deployment: Flag<string | null> = {
  ...text('build', 'The build that takes production: its id or address. Default: the build of the event of Vercel.'),
  allowed: 'the id or the address of a deployment',
  parse: (given) => /^(?:https:\/\/)?([a-z0-9][\w.-]*)\/?$/i.exec(given)?.[1],
};

/** One resource, and the build that is to serve it. */
interface Wanted {
  readonly resource: Resource;
  readonly deploy: Deploy<unknown>;
  readonly build: Build;
}

/** The deploy of a build that Vercel left staged. The snapshot was taken before, by another job. */
export default defineCommand({
  name: 'promote',
  summary: 'Promote a build that was left staged, and wait until every domain serves it.',
  flags: { deployment },
  examples: ['promote', 'promote --deployment dpl_4pV2hXk8', 'promote --deployment https://shop-4pv2hxk8.vercel.app'],
  notes: [
    'For the Git integration of Vercel: take the snapshot first. Without --deployment, the run must be started by an event of',
    'Vercel (repository_dispatch). Afterwards new builds are staged again, unless the resource has "auto-assign: true": Vercel',
    'switches the automatic assignment on with every promote. A second run changes nothing.',
    'Verdict "superseded": production serves a newer build, and goes on serving it. Exit status 3 (verdict "held"): a rollback',
    'pins production, or the commit was rolled back. Verdict "other-project": the event is about a project that the',
    'configuration does not have. "guard" checks the deploy window, and "promote" does not.',
  ],
  verdicts: ['promoted', 'superseded', 'held', 'other-project'],
  async run(session) {
    const project = await session.open();
    const { inputs, context } = session;
    const event = readBuildEvent(context.env);
    const foreign = eventRows(session, project).filter(({ pin }) => pin !== 'free');
    if (foreign.length > 0)
      return refused(foreign, 'other-project', 'Nothing was promoted: the event of Vercel is about another project.');
    const named = inputs.deployment ?? event?.deployment ?? null;
    if (named === null) {
      throw new RewindError('input-invalid', 'No build is named, and no event of Vercel with one started this run.', {
        remedy: 'Give --deployment, or run this on repository_dispatch "vercel.deployment.ready".',
      });
    }
    return underLock(session, project, 'promote', null, async (lock) => {
      const { resource, deploy, build } = await find(session, project, named);
      const { rows } = await pinRows(session, [resource]);
      rows.push(await commitRow(session, project, build.commit));
      const held = rows.filter(({ pin }) => pin !== 'free');
      if (held.length > 0) return refused(rows, 'held', `${build.id} was not promoted: production is held back.`);
      const { id, config } = resource;
      return shown(id, build, await deploy.run(config, forResource(context, id), build.id, () => lock.assertHeld()));
    });
  },
});

/** @throws RewindError deployment-not-eligible, input-invalid */
async function find({ context }: Session, { resources }: Project, named: string): Promise<Wanted> {
  const able = resources.flatMap((resource) => {
    const { deploy } = resource.provider.capabilities ?? {};
    return deploy === undefined ? [] : [{ resource, deploy }];
  });
  for (const { resource, deploy } of able) {
    const build = await deploy.find(resource.config, forResource(context, resource.id), named);
    if (build !== null) return { resource, deploy, build };
  }
  if (able.length === 0) {
    throw new RewindError('input-invalid', 'No resource in scope holds a deployment that can be promoted.', {
      remedy: 'Configure a resource of the provider vercel-deployment, or add it to --scope.',
    });
  }
  throw new RewindError(
    'deployment-not-eligible',
    `${named} is not a deployment of ${able.map(({ resource: { id } }) => id).join(', ')}, or it does not exist any more.`,
    { remedy: 'Name a deployment of a configured project.' },
  );
}

function refused(rows: readonly DeployRow[], verdict: 'held' | 'other-project', headline: string) {
  return {
    exit: 3,
    json: toJson({ ok: false, resources: rows }),
    text: textOf([headline, ...rows.map(({ id, pin, why }) => `  ${id}: ${pin}: ${why}`)]),
    summary: [
      `## ⛔ ${escapeText(headline)}`,
      table(
        ['Resource', 'State', 'Why'],
        rows.map(({ id, pin, why }) => [id, pin, why]),
      ),
    ].join('\n\n'),
    outputs: { verdict },
  } as const;
}

function shown(id: string, build: Build, { kind, by }: Deployed) {
  const of = build.commit === null ? '' : `, commit ${build.commit.slice(0, 12)}`;
  const headline = {
    promoted: `${build.id} serves production of ${id}${of}.`,
    unchanged: `${build.id} served production of ${id} already${of}.`,
    superseded: `${build.id} was not promoted: production of ${id} serves ${by}, which is newer.`,
  }[kind];
  return {
    exit: 0,
    json: toJson({ ok: true, resource: id, deployment: build.id, commit: build.commit, state: kind, production: by }),
    text: oneLine(headline),
    summary: `## ${kind === 'superseded' ? '⏭️' : '✅'} ${escapeText(headline)}`,
    outputs: { verdict: kind === 'superseded' ? 'superseded' : 'promoted' },
  } as const;
}
