import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { GitHub } from './client.js';
import type { WorkflowRun } from './workflow-run.js';

const comment = z.looseObject({ id: z.number(), body: z.string().nullish(), html_url: z.string() });
/** GitHub refuses longer bodies. */
const LIMIT = 65_000;
const payload = z.looseObject({ pull_request: z.looseObject({ number: z.number() }).optional() });

/** Number of the pull request that started the run; null for other events. */
export function pullRequestOf({ eventPath }: WorkflowRun): number | null {
  if (eventPath === null) return null;
  try {
    return payload.parse(JSON.parse(readFileSync(eventPath, 'utf8'))).pull_request?.number ?? null;
  } catch {
    // An event that cannot be read is one without a pull request: the comment is left out, the summary stays.
    return null;
  }
}

/**
 * Keeps one comment in an issue or a pull request: found again by an invisible mark, written anew in its place.
 *
 * @param mark names the comment; letters, digits, dashes
 * @returns its address
 */
export async function upsertComment(
  github: GitHub,
  issue: number,
  mark: string,
  body: string,
  permission: string,
): Promise<string> {
  const hidden = `<!-- rewind:${mark} -->`;
  const text = `${hidden}\n${body.length > LIMIT ? `${body.slice(0, LIMIT)}\n\n… cut: the whole is in the run's summary.` : body}`;
  const present = await github.all(
    { what: `read the comments of #${issue}`, path: `/issues/${issue}/comments`, permission },
    z.array(comment),
    (page) => ({ items: page }),
  );
  const own = present.find((entry) => entry.body?.startsWith(hidden) === true);
  const { data } = await github.request(
    own
      ? {
          what: `update the comment in #${issue}`,
          path: `/issues/comments/${own.id}`,
          method: 'PATCH',
          json: { body: text },
          permission,
          repeatable: true,
        }
      : {
          what: `comment in #${issue}`,
          path: `/issues/${issue}/comments`,
          method: 'POST',
          json: { body: text },
          permission,
        },
    comment,
  );
  return data.html_url;
}
