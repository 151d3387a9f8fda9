import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { COMMON_FLAGS } from '../../cli/flags.js';
import type { CommandResult } from '../../cli/result.js';
import type { Session } from '../../cli/session.js';
import { isTerminal } from '../../cli/terminal.js';
import { loadConfig } from '../../config/load.js';
import type { RewindConfig } from '../../config/schema.js';
import { RewindError } from '../../runtime/errors.js';
import { toJson } from '../../runtime/json.js';
import { ownRelease } from '../../runtime/release.js';
import { textOf } from '../../runtime/text.js';
import { terminalAsker, type Asker } from './ask.js';
import { choicesOf, type InitInputs } from './choices.js';
import { configText } from './config-text.js';
import { find, type Found } from './find.js';
import { INIT_FLAGS, type Contact } from './flags.js';
import { finish } from './finish.js';
import { readGit, type GitFound } from './git.js';
import { handOver, newOrKept, type Handing } from './hand-over.js';
import { secretsOf, type Keys } from './keys.js';
import { needsOf, needText, type NeedFlag } from './needs.js';
import { filesJson, overview, question, type Target } from './overview.js';
import { fittingWorkflows, propose, type Choices, type Proposal } from './proposal.js';
import { readRepository } from './repository-files.js';
import { WITHOUT } from './resources.js';
import { foundText, nextSteps } from './texts.js';
import { standingAt, takeLock, writeNew } from './write.js';

type Verdict = 'written' | 'unchanged' | 'planned' | 'incomplete' | 'not-ready' | 'cancelled';

/** Where the workflows look for the configuration. */
const DEFAULT_CONFIG = COMMON_FLAGS.config.default;

/** Stands for a key in a text that is only shown. */
const LATER = '(made when the files are written)';

const KEYS_NEED =
  '--set-secrets or --keys is missing. Where do the secret keys go? Without a terminal they would appear in a log. --set-secrets: into the environments on GitHub, by the CLI "gh"; --keys FILE: into a new file outside of the repository.';

/** The plan of a run: all that is known before the first write. */
interface Plan {
  readonly found: Found;
  readonly git: GitFound;
  readonly choices: Choices;
  readonly contact: Contact | null;
  readonly proposal: Proposal;
  readonly existing: RewindConfig | null;
  /** Path of rewind.yml in the repository. */
  readonly configPath: string;
}

export async function execute(session: Session<InitInputs>): Promise<CommandResult<Verdict, never>> {
  const { context: ctx, inputs } = session;
  const terminal = !inputs.json && !inputs.yes && isTerminal(ctx.env.text('CI'));
  const asker = terminal ? await terminalAsker(ctx.signal) : null;
  const existing = await existingConfig(session);
  const git = await readGit(ctx);
  const files = find(readRepository(ctx.root));
  const found: Found = { ...files, notes: [...git.notes, ...files.notes] };
  const answers = await answersOf(inputs, found, existing, git, asker);
  if ('missing' in answers) {
    if (inputs.yes)
      throw new RewindError('input-invalid', 'Something is missing. Nothing was written.', {
        problems: answers.missing,
      });
    return incomplete(found, answers.missing);
  }
  if (answers.given === null) return cancelled();
  const plan = planOf(session, found, git, existing, answers.given);
  if (asker === null && !inputs.yes) return planned(plan, targetsOf(session, plan, null));
  const kept = existing === null ? await newOrKept(session, inputs.keys) : null;
  const targets = targetsOf(session, plan, kept?.keys ?? null);
  const writes = targets.filter(({ standing }) => standing === 'new');
  if (writes.length > 0 || asker !== null) for (const line of overview(plan, targets)) ctx.log.info(line);
  if (writes.length > 0 && asker !== null && (await asker.confirm(question(writes))) !== true) return cancelled();
  const handing =
    kept === null
      ? null
      : { ...kept, secrets: secretsOf(kept.keys, plan.choices.environment, plan.choices.planEnvironment) };
  return write(session, plan, targets, handing, asker);
}

/** @throws RewindError config-invalid: an existing configuration is the base of everything else */
async function existingConfig(session: Session<InitInputs>): Promise<RewindConfig | null> {
  const { config } = session.inputs;
  return existsSync(session.path(config)) ? loadConfig(config, session.path(config)) : null;
}

type Answers = { readonly given: ReadonlyMap<NeedFlag, string> | null } | { readonly missing: readonly string[] };

async function answersOf(
  inputs: InitInputs,
  found: Found,
  existing: RewindConfig | null,
  git: GitFound,
  asker: Asker | null,
): Promise<Answers> {
  const before = choicesOf(inputs, new Map(), found, existing, ownRelease());
  const needs = needsOf(found, {
    given: inputs.given,
    without: before.without,
    configured: existing !== null,
    released: before.action !== null,
    workflows: fittingWorkflows(found, before).length > 0,
  });
  if (asker !== null) return { given: await asker.answers(needs, git.person === null ? {} : { contact: git.person }) };
  const missing = [
    ...needs.map(needText),
    ...(existing === null && inputs.keys === null && !inputs.setSecrets ? [KEYS_NEED] : []),
  ];
  return missing.length === 0 ? { given: new Map() } : { missing };
}

/** @throws RewindError input-invalid if there is nothing to configure, or the path is not in the repository */
function planOf(
  session: Session<InitInputs>,
  found: Found,
  git: GitFound,
  existing: RewindConfig | null,
  answers: ReadonlyMap<NeedFlag, string>,
): Plan {
  const { inputs, context: ctx } = session;
  const choices = choicesOf(inputs, answers, found, existing, ownRelease());
  const proposal = propose(found, choices, existing, git.branch ?? 'main');
  if (existing === null && proposal.resources.length === 0) {
    throw new RewindError(
      'input-invalid',
      'Nothing was found in this repository that Rewind covers, so there is nothing to configure.',
      {
        remedy:
          'Name what it deploys, e.g. --vercel prj_…,team_… or --cloudfront E…, or write .github/rewind.yml by hand (docs/providers).',
        problems: [
          ...found.notes,
          ...[...choices.without]
            .filter((word) => WITHOUT.some((known) => known === word))
            .map((word) => `--without ${word}`),
        ],
      },
    );
  }
  const configPath = relative(resolve(ctx.root), session.path(inputs.config)).split(sep).join('/');
  if (configPath.startsWith('..'))
    throw new RewindError('input-invalid', `--config: ${inputs.config} is not in the repository.`);
  if (configPath !== DEFAULT_CONFIG && proposal.workflows.length > 0) {
    const what = `The configuration is not in ${DEFAULT_CONFIG}. Add this line below each "with:" of the workflows that call Rewind:`;
    proposal.byHand.push({ what, lines: [`      config: ${configPath}`] });
  }
  const text = answers.get('contact');
  const contact = inputs.contact ?? (text === undefined ? null : (INIT_FLAGS.contact.parse(text) ?? null));
  return { found, git, choices, contact, proposal, existing, configPath };
}

/**
 * Every file with what stands in its place.
 * @throws RewindError input-invalid with all paths that cannot be written, before anything is
 */
function targetsOf({ context: ctx }: Session<InitInputs>, plan: Plan, keys: Keys | null): Target[] {
  const { proposal, existing, choices, contact, configPath } = plan;
  const files = [
    ...(existing === null ? [{ path: configPath, text: newConfig(choices, proposal, contact, keys) }] : []),
    ...proposal.workflows,
    { path: '.gitignore', text: '.rewind/\n' },
  ];
  const problems: string[] = [];
  const targets = files.flatMap(({ path, text }): Target[] => {
    const standing = standingAt(ctx.root, path, text);
    if (typeof standing === 'object' && 'problem' in standing) {
      problems.push(standing.problem);
      return [];
    }
    return [{ path, text, standing }];
  });
  if (problems.length === 0) return targets;
  throw new RewindError('input-invalid', 'Files cannot be written here. Nothing was written.', {
    problems: [...new Set(problems)],
  });
}

function newConfig(
  { environment, store, action, url }: Choices,
  { resources }: Proposal,
  contact: Contact | null,
  keys: Keys | null,
): string {
  const schema =
    action === null
      ? null
      : `https://raw.githubusercontent.com/${action.repository}/${action.version ?? action.ref}/schema/rewind.schema.json`;
  return configText({
    ...{ environment, store, resources, url, schema },
    recipient: keys?.recipient ?? LATER,
    signKey: keys?.signKey ?? LATER,
    contact: contact ?? { name: '', reach: '' },
  });
}

function planned(plan: Plan, targets: readonly Target[]): CommandResult<Verdict, never> {
  const lines = [
    ...overview(plan, targets),
    'Nothing was written. Run again with --yes, or on a terminal, to write the new files.',
  ];
  return {
    exit: 0,
    json: toJson({
      verdict: 'planned',
      files: filesJson(targets),
      byHand: plan.proposal.byHand,
      notes: plan.found.notes,
    }),
    text: textOf(lines),
    outputs: { verdict: 'planned' },
  };
}

function incomplete(found: Found, missing: readonly string[]): CommandResult<Verdict, never> {
  const lines = [
    ...foundText(found),
    ...found.notes.map((note) => `Note: ${note}`),
    'Nothing was written. Needed:',
    ...missing.map((line) => `  ${line}`),
  ];
  return {
    exit: 3,
    json: toJson({ verdict: 'incomplete', missing, notes: found.notes }),
    text: textOf(lines),
    outputs: { verdict: 'incomplete' },
  };
}

const cancelled = (): CommandResult<Verdict, never> => ({
  exit: 3,
  json: { verdict: 'cancelled' },
  text: 'Nothing was written.',
  outputs: { verdict: 'cancelled' },
});

/** Keys first, then the configuration that names them, then the rest: a run that is killed leaves no configuration with lost keys. */
async function write(
  session: Session<InitInputs>,
  plan: Plan,
  targets: readonly Target[],
  handing: Handing | null,
  asker: Asker | null,
): Promise<CommandResult<Verdict, never>> {
  const { context: ctx, inputs } = session;
  const writes = targets.filter(({ standing }) => standing === 'new');
  const written: string[] = [];
  if (writes.length > 0) {
    const unlock = takeLock(ctx.root);
    try {
      if (handing !== null) {
        if (existsSync(session.path(inputs.config))) throw taken(plan.configPath);
        if (!(await handOver(session, handing, plan.git.repository, asker))) return cancelled();
      }
      for (const { path, text } of writes) {
        if (writeNew(ctx.root, path, text)) written.push(path);
        else if (path === plan.configPath) throw taken(path);
      }
    } finally {
      unlock();
    }
  }
  const config = await loadConfig(inputs.config, session.path(inputs.config));
  const end = await finish(session, config, handing?.keys ?? null, inputs.firstSnapshot);
  const verdict = !end.ready ? 'not-ready' : written.length > 0 ? 'written' : 'unchanged';
  const lines = [
    ...(asker === null && writes.length === 0 ? overview(plan, targets) : []),
    written.length === 0 ? 'Every file is there already. Nothing was written.' : `Written: ${written.join(', ')}`,
    ...end.lines.flatMap((line) => line.split('\n')),
    ...nextSteps(plan.choices, plan.proposal, plan.git.branch ?? 'main', handing === null ? null : inputs.keys),
  ];
  return {
    exit: end.ready ? 0 : 3,
    json: toJson({
      verdict,
      written,
      files: filesJson(targets),
      byHand: plan.proposal.byHand,
      notes: plan.found.notes,
      end: end.json,
    }),
    text: textOf(lines),
    outputs: { verdict },
  };
}

const taken = (path: string): RewindError =>
  new RewindError('input-invalid', `${path} was written by somebody else in the meantime.`, {
    remedy: 'Run "rewind init" again: it takes that file as the configuration. Keys that this run showed are void.',
  });
