import type { RewindConfig } from '../../config/schema.js';
import { callerFor, keptInWorkflows, type RunbookFacts } from './facts.js';
import { code, codes, either, list, missing, paragraphs, rewind, startCommand, workflowLink } from './markup.js';
import { plural } from '../../runtime/text.js';

type Mitigation = RewindConfig['mitigations'][number];

/** What eases an incident before, or in place of, a rollback. */
export function mitigation(facts: RunbookFacts): string {
  const { config } = facts;
  const caller = callerFor(facts, 'mitigate');
  const form = caller?.inputs == null ? null : caller;
  const rollback = callerFor(facts, 'rollback');
  const takes = rollback?.inputs?.some(({ name }) => name === 'mitigation') === true ? rollback : null;
  const place =
    form !== null
      ? `Start ${workflowLink(facts, form)} and name the mitigation.`
      : takes !== null
        ? `Start ${workflowLink(facts, takes)} and name it in **mitigation**.`
        : null;
  return paragraphs(
    '**By hand, first:** stop all deploys and say so. Then ease it, if that is faster than the rollback. If nothing here fits, roll back.',
    config.mitigations.length === 0
      ? missing(
          'No mitigation is prepared.',
          `Add ${code('mitigations')} to ${code(facts.configFile)}: flags off, a maintenance page, more capacity.`,
        )
      : paragraphs(
          ...config.mitigations.map((one) => measure(facts, one)),
          place === null && keptInWorkflows(facts)
            ? missing('No workflow starts a mitigation.', 'Copy examples/mitigate-production.yml to .github/workflows.')
            : null,
        ),
    list(place, 'It is planned and approved like a rollback, and it can be undone at any time.', lifted(facts)),
  );
}

/** What becomes of it when its time is over. */
function lifted(facts: RunbookFacts): string {
  const caller = callerFor(facts, 'mitigate');
  const schedules = caller?.schedules ?? [];
  const signed = facts.config.sign?.['approval-keys'] !== undefined;
  if (schedules.length > 0 && signed) {
    return `**Automatic:** after its time limit, a scheduled run (${codes(schedules)}, UTC) lifts it without a person.`;
  }
  const why = signed ? 'no schedule runs it' : `${code('sign.approval-keys')} is not set`;
  const rollback = callerFor(facts, 'rollback');
  const form = rollback?.inputs?.some(({ name }) => name === 'undo') === true ? rollback : null;
  const back =
    keptInWorkflows(facts) && form !== null
      ? `start ${workflowLink(facts, form)} with its digest in **undo**`
      : `plan the way back: ${code(rewind(facts, 'undo', 'DIGEST'))}`;
  return `**By hand:** after its time limit, ${back}. A person must lift it, because ${why}.`;
}

function measure(facts: RunbookFacts, one: Mitigation): string {
  const { id, resources, minutes } = one;
  const caller = callerFor(facts, 'mitigate');
  const rollback = callerFor(facts, 'rollback');
  const form = [caller, rollback].find((each) => each?.inputs?.some(({ name }) => name === 'mitigation') === true);
  const start = form == null ? null : startCommand(facts, form, { reason: 'WHY', mitigation: id });
  const lines =
    keptInWorkflows(facts) && start !== null
      ? []
      : [rewind(facts, 'mitigate', id, '--reason', 'WHY'), rewind(facts, 'rollback', '--digest', 'DIGEST')];
  return paragraphs(
    `**${code(id)}** – ${what(one)} In ${codes(resources)}, for ${plural(minutes, 'minute')}.`,
    either(start, lines),
  );
}

function what(one: Mitigation): string {
  switch (one.kind) {
    case 'flags-off':
      return `Turns feature flags off: ${[
        ...(one.flags.length === 0 ? [] : [codes(one.flags)]),
        ...(one.tags.length === 0
          ? []
          : [`every flag with ${one.tags.length === 1 ? 'the tag' : 'one of the tags'} ${codes(one.tags)}`]),
      ].join(', and ')}.`;
    case 'maintenance':
      return one.flag !== undefined
        ? `Shows users a maintenance page: turns the flag ${code(one.flag)} on.`
        : one.item !== undefined
          ? `Shows users a maintenance page: sets the item ${code(one.item.key)} to ${code(JSON.stringify(one.item.value))}.`
          : 'Shows users a maintenance page: gives production to the deployment that was made ahead.';
    case 'scale-up':
      return `Adds capacity: ${[
        ...(one.min === undefined ? [] : [`at least ${one.min}`]),
        ...(one.max === undefined ? [] : [`a limit of ${one.max}`]),
      ].join(', ')}. It never lowers it.`;
  }
}
