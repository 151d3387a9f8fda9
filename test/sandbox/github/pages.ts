import type { Answer, SandboxRequest } from '../json-server.js';
import type { GitHubState } from './state.js';

const whole = (value: string | null, otherwise: number): number => {
  const number = Number(value ?? '');
  return Number.isInteger(number) && number > 0 ? number : otherwise;
};

/**
 * One page of a list, with the Link header that leads to the others. As at GitHub, links name the repository by its
 * number, more than 100 a page are not given, and a page behind the last is empty.
 */
export function listAnswer<T>(
  hub: GitHubState,
  request: SandboxRequest,
  items: readonly T[],
  body: (page: readonly T[], total: number) => unknown,
  usual = { size: 30, most: 100 },
): Answer {
  const size = Math.min(whole(request.query.get('per_page'), usual.size), usual.most);
  const page = whole(request.query.get('page'), 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const address = (number: number): string => {
    const query = new URLSearchParams(request.query);
    query.set('page', String(number));
    const below = request.path.replace(/^\/(?:repos\/[^/]+\/[^/]+|repositories\/\d+)/, '');
    return `${hub.url}/repositories/${hub.repositoryId}${encodeURI(below)}?${query.toString()}`;
  };
  const links = [
    ...(page > 1 ? [`<${address(Math.min(page - 1, last))}>; rel="prev"`] : []),
    ...(page < last ? [`<${address(page + 1)}>; rel="next"`, `<${address(last)}>; rel="last"`] : []),
    ...(page > 1 ? [`<${address(1)}>; rel="first"`] : []),
  ];
  return {
    status: 200,
    ...(links.length > 0 ? { headers: { link: links.join(', ') } } : {}),
    body: body(items.slice((page - 1) * size, page * size), items.length),
  };
}
