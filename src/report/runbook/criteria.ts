import type { RewindConfig } from '../../config/schema.js';
import { CRITERIA, criterionOf, type Criterion } from '../../probes/criteria.js';
import { PROBE_CONFIGS } from '../../probes/adapters/configs.js';
import { tableOfMarkup } from '../../runtime/markdown.js';
import type { RunbookFacts } from './facts.js';
import { code, codes, foldedSettings, joined, list, missing, paragraphs, percent, rewind } from './markup.js';
import { plural } from '../../runtime/text.js';

type Probe = RewindConfig['probes'][number];
type Recent = RewindConfig['criteria']['failures']['mitigate'];
type Slow = RewindConfig['criteria']['latency']['tail'];

const WORDS: Readonly<Record<Criterion, string>> = {
  'critical-functionality': 'Checks fail',
  'data-integrity': 'A statement about the data is false',
  security: 'An alert of security',
  performance: 'Checks are slow',
  payments: 'Payments fail or stop',
};

/** Adapters whose samples are assertions; the others judge by their area. */
const kindOf = ({ adapter }: Probe): 'assertion' | 'check' => (adapter === 'sql' ? 'assertion' : 'check');

/** When a deploy counts as bad, with all numbers. */
export function decision(facts: RunbookFacts): string {
  const { config } = facts;
  const { criteria, probes } = config;
  const by = (criterion: Criterion): string => {
    const found =
      criterion === 'performance'
        ? probes.filter(({ adapter }) => ['http', 'flow', 'content'].includes(adapter))
        : probes.filter((probe) => criterionOf({ kind: kindOf(probe), area: probe.area }) === criterion);
    return found.length === 0 ? '⚠️ nothing' : codes(found.map(({ id }) => id));
  };
  return paragraphs(
    `Ask ${code(rewind(facts, 'decide'))} first: it shows what is broken and since when, what changed, and each way out with its time, its risk and its command. It changes nothing.`,
    'Roll back when the verdict of the watch is **roll-back**, or when customers are hurt and nobody can fix it faster than the rollback takes. Do not wait for the cause: find it afterwards.',
    list(
      '**roll-back** – a critical probe proves that the deploy is bad. Roll back.',
      '**mitigate** – something is wrong. Ease it, and look before you roll back.',
      '**watch** – something may be wrong. A person looks.',
      '**inconclusive** – too little data, or the watch itself is unreliable. Look yourself.',
    ),
    probes.length > 0
      ? ''
      : missing(
          'Nobody watches after a deploy.',
          `Add ${code('probes')} to ${code(facts.configFile)}. Until then, a person must notice that something is wrong.`,
        ),
    tableOfMarkup(
      ['What goes wrong', 'Watched by', 'Verdict at most'],
      CRITERIA.map((criterion) => [WORDS[criterion], by(criterion), `**${criteria['at-most'][criterion]}**`]),
    ),
    '**The numbers behind it.** They hold for each probe, in one watch of a deploy.',
    numbers(config),
  );
}

function numbers({ criteria }: Pick<RewindConfig, 'criteria'>): string {
  const { failures, latency, 'false-alarms': risks } = criteria;
  const recent = ({ failures: bad, of }: Recent): string =>
    `${plural(bad, 'failure')} among the last ${plural(of, 'sample')}`;
  const slow = ({ factor, 'add-ms': add, of, share }: Slow, against: string): string =>
    `${percent(share)} of the last ${plural(of, 'check takes', 'checks take')} at least ${factor} times ${against}, and ${add} ms more`;
  return list(
    `Up to ${percent(failures.lowest)} failures are always normal, more than ${percent(failures.highest)} never are. Between them, the baseline from before the deploy decides.`,
    `**roll-back** needs a critical probe with ${recent(failures['roll-back'])}; it is false in at most ${percent(risks['roll-back'])} of the watches.`,
    `**mitigate** needs ${recent(failures.mitigate)} (false in at most ${percent(risks.mitigate)}). Or slowness (false in at most ${percent(risks.slow)}): ${slow(latency.tail, 'the 95th percentile of the baseline')}; or ${slow(latency.body, 'its median')}. The first ${plural(latency['warm-up-seconds'], 'second')} do not count for slowness.`,
    `**watch** is false in at most ${percent(risks.watch)} of the watches because of failures, and in ${percent(risks['slow-watch'])} because of slowness.`,
    `A baseline of a check needs ${plural(criteria['baseline-samples'], 'sample')}, and **healthy** needs ${plural(criteria.samples, 'sample')} of each critical check. A verdict goes down after ${plural(criteria['clean-samples'], 'good sample')} in a row.`,
  );
}

/** What an adapter asks, in the words of its schema. */
const asks = (adapter: string): string =>
  PROBE_CONFIGS.find(({ shape }) => shape.adapter.value === adapter)?.shape.adapter.description ?? adapter;

/** The probes, and how long they watch. */
export function monitoring(facts: RunbookFacts, watchedBy: string): string {
  const { probes, monitor } = facts.config;
  if (probes.length === 0) {
    return paragraphs(
      missing(
        'The configuration has no probes, so Rewind watches nothing: neither after a deploy nor after a rollback.',
        `Add ${code('probes')} to ${code(facts.configFile)}.`,
      ),
      `**By hand:** after each deploy and each rollback, open the site, sign in, buy something, and read the errors.`,
      foldedSettings('Settings of the watch', monitor),
    );
  }
  const after = monitor['after-rollback-minutes'];
  const critical = probes.filter((probe) => probe.critical).map(({ id }) => id);
  return paragraphs(
    list(
      `**Automatic:** ${watchedBy} It watches a deploy for ${plural(monitor.minutes, 'minute')}.`,
      after === 0
        ? `**By hand:** nobody watches after a rollback (${code('monitor.after-rollback-minutes')} is 0). Look yourself.`
        : `**Automatic:** a rollback watches production for ${plural(after, 'minute')} before it says that production has recovered.`,
      `A watch by hand: ${code(rewind(facts, 'monitor'))}`,
      critical.length === 0
        ? `No probe is critical, so no watch ever says **roll-back**. Set ${code('critical: true')} for the probes that customers would miss.`
        : `Critical, so that ${critical.length === 1 ? 'its failures alone may' : 'the failures of one alone may'} lead to **roll-back**: ${joined(critical.map(code))}.`,
      `If a check fails, Rewind asks ${code(monitor.neutral)}, too. If that does not answer either, the watch itself has no network.`,
      monitor.mitigation !== undefined && `A bad verdict recommends the mitigation ${code(monitor.mitigation)}.`,
    ),
    tableOfMarkup(
      ['Probe', 'What it asks', 'How often'],
      probes.map((probe) => [
        `${code(probe.id)}${probe.critical ? ' (critical)' : ''}`,
        `${probe.area}: ${asks(probe.adapter)}`,
        `every ${plural(probe.every, 'second')}`,
      ]),
    ),
    ...probes.map((probe) =>
      foldedSettings(`What ${probe.id} asks exactly`, probe, ['id', 'adapter', 'area', 'critical', 'every']),
    ),
    foldedSettings('Settings of the watch', monitor, ['minutes', 'neutral', 'mitigation', 'after-rollback-minutes']),
  );
}
