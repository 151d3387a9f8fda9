import type { RewindConfig } from '../config/schema.js';
import type { ProviderFacts } from '../engine/provider-facts.js';
import { PROVIDER_FACTS } from '../providers/facts.js';
import type { Finding } from '../runtime/finding.js';

const FACTS: Readonly<Record<string, ProviderFacts>> = PROVIDER_FACTS;

type Entry = RewindConfig['resources'][number];

/**
 * Resources that name the same object of a service as one before them, e.g. the same Vercel project. A project that one
 * names by its id and the other by its name is not recognised. Databases are compared by the loader, which refuses them.
 * @param at where a key is in the file; none: unknown
 */
export function duplicateFindings(
  { resources }: Pick<RewindConfig, 'resources'>,
  at: (...path: (string | number)[]) => Pick<Finding, 'file' | 'line'> = () => ({}),
): Finding[] {
  return resources.flatMap((resource, index): Finding[] => {
    const first = resources.slice(0, index).find((other) => isSame(other, resource));
    const facts = FACTS[resource.provider];
    if (first === undefined || facts === undefined) return [];
    return [
      {
        level: 'warning',
        code: 'resource-duplicate',
        message: `"${first.id}" and "${resource.id}" are the same ${facts.title}${nameOf(resource, facts)}. Each plan shows its changes twice.`,
        remedy: `Remove one of the two resources, or correct what "${resource.id}" names.`,
        ...at('resources', index),
      },
    ];
  });
}

const valueOf = (entry: Entry, key: string): unknown => Object.entries(entry).find(([name]) => name === key)?.[1];

function isSame(one: Entry, other: Entry): boolean {
  const { object } = FACTS[one.provider] ?? {};
  if (one.provider !== other.provider || object === undefined) return false;
  if (object.same.some((key) => valueOf(one, key) !== valueOf(other, key))) return false;
  const { parts = [] } = object;
  return parts.length === 0 || parts.some((key) => overlap(valueOf(one, key), valueOf(other, key)));
}

/** Two lists; one that is not set holds everything. */
function overlap(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return true;
  return one.some((part) => other.includes(part));
}

function nameOf(resource: Entry, { object }: ProviderFacts): string {
  const named = (object?.same ?? []).flatMap((key) => {
    const value = valueOf(resource, key);
    return typeof value === 'string' ? [`${key} ${value}`] : [];
  });
  return named.length === 0 ? '' : ` (${named.join(', ')})`;
}
