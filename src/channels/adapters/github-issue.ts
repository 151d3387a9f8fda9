import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { beforeWrite, whyOf } from '../../runtime/errors.js';
import { escapeText } from '../../runtime/markdown.js';
import { createGitHub, type GitHub } from '../../services/github/client.js';
import { isPublic } from '../../services/github/repository.js';
import { addComment, closeIssue, createIssue, findIssue, hasComment, markerOf } from '../../services/github/issues.js';
import { channelFields, isGone, type ChannelAdapter } from '../channel.js';
import { AUDIENCES } from '../phases.js';
import { cut, fitting, type Message } from '../message.js';

export const config = z.strictObject({
  ...channelFields,
  audience: z
    .enum(AUDIENCES)
    .exactOptional()
    .describe(
      'Without this key: external if the repository is public, because everybody reads its issues; else internal.',
    ),
  adapter: z
    .literal('github-issue')
    .describe('One issue for each incident in this repository, with a comment a phase.'),
  label: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9 _.-]{0,48}$/, 'must be the name of a label')
    .default('rewind-incident')
    .describe('Label of the issues. Rewind finds its issues by it.'),
});
export type Config = z.output<typeof config>;

/** GitHub rejects longer titles and bodies. */
const LIMITS = { title: 256, body: 60_000 };

/** The outcome of a rollback never waits for GitHub's limits: a message that is not sent now is sent later. */
const gitHub = (ctx: Context): GitHub => createGitHub(ctx, undefined, 0);

export const adapter: ChannelAdapter<Config> = {
  id: 'github-issue',
  config,
  repeat: 'look-up',
  audience: async (ctx) => {
    try {
      return (await isPublic(gitHub(ctx))) ? 'external' : 'internal';
    } catch {
      // Nobody knows who would read it.
      return 'external';
    }
  },
  async send({ label }, { message, unsureSince, first }, ctx) {
    const github = gitHub(ctx);
    const marker = markerOf(message.key);
    const body = `${marker}\n${issueBody(message)}`;
    const closes = message.phase === 'closed';
    if (first !== null) {
      const number = Number(first);
      try {
        if (closes) await beforeWrite(closeIssue(github, number));
        if (unsureSince === null || !(await hasComment(github, number, marker))) await addComment(github, number, body);
        return { ref: first };
      } catch (error) {
        // Somebody deleted or moved the issue: a new one takes its place.
        if (!isGone(error)) throw error;
      }
    }
    const found = unsureSince === null ? null : await findIssue(github, label, marker, before(unsureSince));
    const title = cut(message.headline.text, LIMITS.title);
    const number = found ?? (await createIssue(github, { title, body, label })).number;
    if (closes) await closeIssue(github, number).catch((error: unknown) => ctx.log.warn(whyOf(error, ctx.resource)));
    return { ref: String(number) };
  },
};

/** Markdown in which nothing of the record is markup or a mention. */
export function issueBody({ headline, lines, url }: Message): string {
  const texts = [
    `**${escapeText(headline.text)}**`,
    ...lines.map(({ text }) => escapeText(text)),
    ...(url === null ? [] : [`[The run](${url})`]),
  ];
  return fitting(texts, LIMITS.body).join('\n\n');
}

/** Some minutes earlier: the clock of GitHub is not ours. */
const before = (at: string): string => new Date(Date.parse(at) - 300_000).toISOString();
