import { choose } from '../cli/choose.js';
import { defineCommand } from '../cli/command.js';
import { FLAGS } from '../cli/flags.js';
import { coverageOf } from '../engine/coverage.js';
import type { Manifest } from '../engine/manifest.js';
import { mitigatedText } from '../engine/mitigated.js';
import { describeState } from '../engine/provider.js';
import { trustOf } from '../engine/trust.js';
import { loadProvider } from '../providers/load.js';
import { codeSpan, escapeText, table } from '../runtime/markdown.js';
import { contentText, sizeText } from '../report/snapshot-content.js';
import { coverageText, dateText, wrap } from '../report/snapshots.js';
import { overrideText } from '../readiness/windows/gate.js';
import { RewindError } from '../runtime/errors.js';
import { age } from '../runtime/progress.js';

/** States hold no secrets; sealed parts stay sealed. */
export default defineCommand({
  name: 'show',
  summary: 'Show one snapshot: its origin and its content.',
  arguments: [{ name: 'snapshot', description: 'The same as --snapshot.' }],
  flags: { snapshot: FLAGS.snapshot },
  examples: ['show', 'show 20261123T030405Z-1a2b3c', 'show previous'],
  async run(session) {
    const [given] = session.inputs.args;
    const named = session.inputs.snapshot;
    if (given !== undefined && session.inputs.given.has('snapshot') && given !== named) {
      throw new RewindError('input-invalid', `Two snapshots are named: ${given}, and --snapshot ${named}.`, {
        remedy: 'Name one of them.',
      });
    }
    const id = given === undefined ? named : FLAGS.snapshot.parse(given);
    if (id === undefined) {
      throw new RewindError('input-invalid', `<snapshot> must be ${FLAGS.snapshot.allowed} (got "${given ?? ''}")`);
    }
    const project = await session.open();
    const { manifest, history } = await choose(session, project, id);
    const now = session.context.clock.now();
    const trust = await trustOf(project.store, manifest, project.signKeys, now);
    const coverage = coverageText(
      coverageOf(
        manifest,
        project.config.resources.map((resource) => resource.id),
      ),
    );
    const marks = history.marks.get(manifest.id) ?? [];
    const taken = `taken ${dateText(manifest.createdAt)}, ${age(now.getTime() - Date.parse(manifest.createdAt))} ago`;
    const head = [
      `${taken}, by Rewind ${manifest.writtenBy}`,
      `repository ${manifest.repository ?? 'unknown'}, commit ${manifest.commit ?? 'unknown'}, run ${manifest.run ?? 'none: a command line'}`,
      trust.kind === 'signed' ? `signed with key ${trust.keyId}` : `not signed: ${trust.reason}`,
      `holds ${coverage}`,
      ...(manifest.override === undefined ? [] : [overrideText(manifest.override)]),
      ...(manifest.mitigated ?? []).map(
        (one) => `taken while a mitigation was in effect; it holds ${mitigatedText(one)}`,
      ),
      ...(marks.length === 0 ? [] : [`marks: ${marks.join(', ')}`]),
    ];
    const content = await contentOf(manifest);
    return {
      exit: 0,
      json: manifest,
      text: [
        `Snapshot ${manifest.id} of "${manifest.environment}" (${manifest.reason})`,
        ...[
          ...head,
          ...content.flatMap(({ resource, provider, words, size, leftOut }) => [
            `${resource} (${provider}): ${words}; ${size}`,
            ...leftOut.map((what) => `${resource}: not in the snapshot: ${what}`),
          ]),
        ].flatMap((line) => wrap(line, 2)),
      ].join('\n'),
      summary: [
        `## Snapshot ${codeSpan(manifest.id)} (${manifest.reason})`,
        head.map((line) => `- ${escapeText(line)}`).join('\n'),
        `${table(
          ['Resource', 'Content'],
          content.map(({ resource, words, size, leftOut }) => [
            resource,
            [`${words}; ${size}`, ...leftOut.map((what) => `not in the snapshot: ${what}`)].join('\n'),
          ]),
        )}\n`,
      ].join('\n\n'),
    };
  },
});

interface Content {
  readonly resource: string;
  readonly provider: string;
  /** What it holds. */
  readonly words: string;
  readonly size: string;
  /** What it does not hold, one text for each object. */
  readonly leftOut: readonly string[];
}

async function contentOf(manifest: Manifest): Promise<Content[]> {
  return Promise.all(
    manifest.resources.map(async (captured) => {
      // A provider of another version of Rewind may be unknown here.
      const provider = await loadProvider(captured.provider).catch(() => null);
      const described = provider === null ? {} : describeState(provider, captured.state);
      return {
        resource: captured.id,
        provider: captured.provider,
        words: contentText(described) || 'no description',
        size: sizeText(captured),
        leftOut: described.leftOut ?? [],
      };
    }),
  );
}
