import { readFile } from 'node:fs/promises';
import { defineCommand } from '../cli/command.js';
import { text, toggle, type InputsOf } from '../cli/flags.js';
import type { Session } from '../cli/session.js';
import { settleResources, type Resource } from '../engine/resources.js';
import { forResource } from '../runtime/create-context.js';
import { asRewindError, messageOf, RewindError } from '../runtime/errors.js';
import { table } from '../runtime/markdown.js';
import { textOf } from '../runtime/text.js';

const flags = {
  page: text('file', 'An HTML file of the repository, ending in .html: the page. Without it, a plain page.'),
  check: toggle('Only say whether it is there. Changes nothing.'),
};

/** Every path gets this one file. */
const MAX_BYTES = 1_000_000;

/** Makes ahead what the measure "maintenance" needs. Users see nothing of it until a mitigation puts it into production. */
export default defineCommand({
  name: 'maintenance',
  summary: 'Prepare maintenance: build the deployment that shows the maintenance page. Production stays as it is.',
  flags,
  examples: ['maintenance', 'maintenance --page ops/maintenance.html', 'maintenance --check'],
  notes: [
    'It is staged: it gets no domain, and production stays as it is. A mitigation puts it into production, and its undo takes',
    'it back. It answers every path with the page, status 503 and Retry-After, so the page must not need other files. A second',
    'run with the same page changes nothing. Exit status 3 (verdict "not-ready"): a resource has none.',
  ],
  verdicts: ['ready', 'not-ready'],
  async run(session) {
    const { resources } = await session.open();
    const able = resources.filter(({ provider }) => provider.capabilities?.mitigation?.prepare !== undefined);
    if (able.length === 0) {
      throw new RewindError('input-invalid', 'No resource in scope can prepare maintenance.', {
        remedy: 'Configure a resource of the provider vercel-deployment. A flag or an item needs no preparation.',
      });
    }
    const page = await readPage(session);
    const outcomes = await settleResources(able, (resource) => readyOf(session, resource, page));
    const found = outcomes.map(({ resource: { id }, value, error }) => {
      if (value !== undefined) return { id, ready: true, text: value };
      const { message, remedy } = asRewindError(error, id);
      return { id, ready: false, text: `${message} ${remedy}` };
    });
    const ready = found.every((each) => each.ready);
    const headline = ready ? 'Ready for maintenance.' : 'Not ready for maintenance.';
    return {
      exit: ready ? 0 : 3,
      json: { ok: ready, resources: found },
      text: textOf([headline, ...found.map(({ id, text: said }) => `  ${id}: ${said}`)]),
      summary: [
        `## ${ready ? '✅' : '⛔'} ${headline}`,
        table(
          ['Resource', 'What'],
          found.map(({ id, text: said }) => [id, said]),
        ),
      ].join('\n\n'),
      outputs: { verdict: ready ? 'ready' : 'not-ready' },
    };
  },
});

type MaintenanceSession = Session<InputsOf<typeof flags>>;

/** @returns a sentence */
async function readyOf(
  { context, inputs }: MaintenanceSession,
  resource: Resource,
  page: string | null,
): Promise<string> {
  const { mitigation } = resource.provider.capabilities ?? {};
  const ctx = forResource(context, resource.id);
  if (inputs.check) {
    const facts = await mitigation?.facts?.(resource.config, ctx, { kind: 'maintenance' });
    return `${JSON.stringify(facts?.id)} can take production.`;
  }
  const prepared = await mitigation?.prepare?.(resource.config, ctx, page);
  return `${prepared?.id ?? ''} ${prepared?.made === true ? 'was made' : 'was already there'}, and can take production.`;
}

/** The page is public from now on, at the address of its deployment. @throws RewindError input-invalid */
async function readPage(session: MaintenanceSession): Promise<string | null> {
  const { page } = session.inputs;
  if (page === null) return null;
  const invalid = (why: string): RewindError => new RewindError('input-invalid', `--page: "${page}" ${why}.`);
  if (!/\.html?$/i.test(page)) throw invalid('is not an HTML file: its name must end in .html');
  let content: Buffer;
  try {
    content = await readFile(session.path(page));
  } catch (error) {
    throw invalid(`cannot be read (${messageOf(error)})`);
  }
  if (content.length === 0) throw invalid('is empty');
  if (content.length > MAX_BYTES) throw invalid(`has ${content.length} bytes, more than ${MAX_BYTES}`);
  const html = content.toString('utf8');
  if (session.context.masker.redact(html) !== html)
    throw invalid('holds a secret of this run, and everybody could read it');
  return html;
}
