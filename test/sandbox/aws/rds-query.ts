import type { SandboxRequest } from '../json-server.js';
import { Refusal, textOf } from './server.js';

export type Parameters = Readonly<Record<string, string>>;

export function parametersOf(request: SandboxRequest): Parameters {
  const read = request.method === 'GET';
  const given = Object.fromEntries(read ? request.query : new URLSearchParams(textOf(request)));
  if (read !== (given.Action ?? '').startsWith('Describe')) {
    throw new Refusal(400, 'InvalidAction', 'this emulator takes readings as GET, and writes as POST');
  }
  return given;
}

/** RDS works on it for so many more readings. */
export function proceed(it: { status: string; left: number }): void {
  if (!['creating', 'modifying'].includes(it.status)) return;
  if (it.left === 0) it.status = 'available';
  else it.left -= 1;
}

export function paged<T>(all: readonly T[], marker = '0', max = '100'): { page: readonly T[]; next: string } {
  const from = Number(marker);
  const end = from + Number(max);
  return { page: all.slice(from, end), next: end < all.length ? tag('Marker', String(end)) : '' };
}

export function required(of: Parameters, name: string): string {
  const value = of[name];
  if (value === undefined) throw new Refusal(400, 'MissingParameter', `The request must contain ${name}.`);
  return value;
}

export function requireIdentifier(id: string, longest: number): void {
  if (/^[a-z](?!.*--)[a-z0-9-]*[a-z0-9]$/.test(id) && id.length <= longest) return;
  throw new Refusal(400, 'InvalidParameterValue', `${id} is not a valid identifier.`);
}

export const arnOf = (id: string, type: 'db' | 'cluster' = 'db'): string =>
  `arn:aws:rds:eu-central-1:123456789012:${type}:${id}`;

export function listIn(of: Parameters, name: string): string[] {
  return Object.entries(of).flatMap(([key, value]) => (key.startsWith(`${name}.`) ? [value] : []));
}

export function tagsIn(of: Parameters): Map<string, string> {
  const keys = Object.keys(of).filter((name) => /^Tags\.Tag\.\d+\.Key$/.test(name));
  return new Map(keys.map((name) => [of[name] ?? '', of[name.replace(/Key$/, 'Value')] ?? '']));
}

export const showTags = (tags: ReadonlyMap<string, string>): string =>
  tag('TagList', [...tags].map(([key, value]) => tag('Tag', tag('Key', key) + tag('Value', value))).join(''));

export const tag = (name: string, content: string): string => `<${name}>${content}</${name}>`;
