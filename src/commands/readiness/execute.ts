import { readText } from '../../config/read-text.js';
import { configurationFindings } from '../../readiness/configuration.js';
import { findingsText } from '../../report/findings.js';
import { readinessMarkdown } from '../../report/readiness.js';
import { toJson } from '../../runtime/json.js';
import { annotate, comment } from './publish.js';
import { examine } from './questions.js';
import type { ReadinessSession } from './flags.js';
import type { CommandResult } from '../../cli/result.js';
import { plural } from '../../runtime/text.js';

/**
 * Works for forks, which have no secrets: a check without its secret becomes a warning. Exits with status 3 if not ready.
 */
export async function execute(session: ReadinessSession): Promise<CommandResult<'ready' | 'not-ready', never>> {
  const { inputs, context: ctx } = session;
  const text = readText(inputs.config, session.path(inputs.config));
  const { config, findings: aboutFile } = await configurationFindings(inputs.config, text);
  const rest = config === null ? [] : await examine(session, config, text, ctx);
  const findings = [...aboutFile.map((finding) => ({ ...finding, resource: 'configuration' })), ...rest];
  const ready = findings.every(({ level }) => level !== 'error');
  const headline = ready
    ? 'Ready: what this pull request deploys can be rolled back.'
    : 'Not ready: what this pull request deploys cannot be rolled back.';
  // Of several configurations, the comments tell which one they are of.
  const of = [...(config === null ? [] : [config.environment]), inputs.config];
  const markdown = readinessMarkdown(ready, headline, findings, of);
  await comment(session, ctx, markdown);
  for (const finding of findings) annotate(session, finding);
  ctx.log.debug(plural(findings.length, 'finding'));
  return {
    exit: ready ? 0 : 3,
    json: toJson({ ok: ready, findings }),
    text: [headline, findingsText(findings)].filter((part) => part !== '').join('\n'),
    summary: markdown,
    outputs: { verdict: ready ? 'ready' : 'not-ready' },
  };
}
