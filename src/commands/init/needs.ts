import type { Found } from './find.js';
import { INIT_FLAGS } from './flags.js';
import { WITHOUT } from './resources.js';

/** Flags that answer a question. */
export type NeedFlag = 'contact' | 'action' | 'vercel' | 'edge-config' | 'launchdarkly' | 'unleash' | 'region';

/** Something that the repository does not tell. */
export interface Need {
  readonly flag: NeedFlag;
  readonly question: string;
  readonly example: string;
  /** The word of --without that leaves it out; null if there is no way without an answer. */
  readonly without: (typeof WITHOUT)[number] | null;
}

/** What is known beside the repository. */
export interface Known {
  /** Flags with a value. */
  readonly given: ReadonlySet<string>;
  readonly without: ReadonlySet<string>;
  /** True if there is a rewind.yml: its resources and people are not asked for again. */
  readonly configured: boolean;
  /** True if this program is of a release, which names its repository. */
  readonly released: boolean;
  /** True if a workflow is to be written. */
  readonly workflows: boolean;
}

/** What is missing, in the order in which it is asked for. Pure. */
export function needsOf(found: Found, { given, without, configured, released, workflows }: Known): Need[] {
  const needs: Need[] = [];
  const add = (wanted: boolean, need: Need): void => {
    const left = need.without !== null && without.has(need.without);
    if (wanted && !left && !given.has(need.flag)) needs.push(need);
  };
  add(workflows && !released, {
    flag: 'action',
    question: 'In which repository is Rewind published?',
    example: 'acme/rewind@v1',
    without: null,
  });
  if (configured) return needs;
  add(found.vercel.used && found.vercel.projects.length === 0, {
    flag: 'vercel',
    question: 'Vercel is used, and no project is linked. Which ids do project and team have (Settings → General)?',
    example: 'prj_1a2b3c,team_4d5e6f',
    without: 'vercel',
  });
  add(found.uses.edgeConfig, {
    flag: 'edge-config',
    question: 'Edge Config is used. Which id does the store have (Storage → the store)?',
    example: 'ecfg_1a2b3c',
    without: 'edge-config',
  });
  add(found.uses.launchdarkly, {
    flag: 'launchdarkly',
    question: 'LaunchDarkly is used. Which project and environment serve production?',
    example: 'default/production',
    without: 'launchdarkly',
  });
  add(found.uses.unleash, {
    flag: 'unleash',
    question: 'Unleash is used. Which project and environment serve production?',
    example: 'default/production',
    without: 'unleash',
  });
  add(
    found.aws.buckets.some(({ region }) => region === null),
    {
      flag: 'region',
      question: 'In which AWS region are the buckets of Terraform?',
      example: 'eu-central-1',
      without: 'aws',
    },
  );
  add(true, {
    flag: 'contact',
    question: 'Who to call in an incident, and how?',
    example: 'Ada Berg: pager 4711',
    without: null,
  });
  return needs;
}

/** The need as a line for somebody who cannot be asked. */
export const needText = ({ flag, question, example, without }: Need): string =>
  `--${flag} is missing. ${question} Example: --${flag} '${example}'${without === null ? '' : `, or --without ${without}`}`;

/** The mistake in an answer, or undefined. An empty answer leaves out what may be left out. */
export function answerProblem({ flag, without }: Need, answer: string): string | undefined {
  const given = answer.trim();
  if (given === '' && without !== null) return undefined;
  return INIT_FLAGS[flag].parse(given) === undefined ? `must be ${INIT_FLAGS[flag].allowed}` : undefined;
}
