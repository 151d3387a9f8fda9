import { checkResources } from '../engine/live-plan.js';
import { findingsMarkdown, findingsText } from '../report/findings.js';
import { defineCommand } from '../cli/command.js';
import { FLAGS } from '../cli/flags.js';
import { signingFindings } from '../cli/project.js';
import { toJson } from '../runtime/json.js';

/** Exits with status 3 if not ready. */
export default defineCommand({
  name: 'check',
  summary: 'Look for problems that would stop a rollback. Changes nothing and reports all problems together.',
  flags: { 'install-client': FLAGS['install-client'] },
  examples: ['check', 'check --scope db,web'],
  verdicts: ['ready', 'not-ready'],
  async run(session) {
    const project = await session.open();
    const { resources, store } = project;
    const [onResources, onStore] = await Promise.all([checkResources(resources, session.context), store.check()]);
    const onSigning = signingFindings(project, session.context);
    const findings = [
      ...[...onStore, ...onSigning].map((finding) => ({ ...finding, resource: 'store' })),
      ...onResources,
    ];
    const ready = findings.every(({ level }) => level !== 'error');
    const headline = ready
      ? 'Ready: no check found a problem that would stop a rollback.'
      : 'Not ready: a rollback would fail or be incomplete.';
    return {
      exit: ready ? 0 : 3,
      json: toJson({ ok: ready, findings }),
      text: [headline, findingsText(findings)].filter((part) => part !== '').join('\n'),
      summary: `## Rewind: ${headline}\n\n${findings.length === 0 ? '' : findingsMarkdown(findings)}\n`,
      outputs: { verdict: ready ? 'ready' : 'not-ready' },
    };
  },
});
