import { plural } from '../runtime/text.js';

/** Names in one list. */
const NAMED = 5;

/** "3 items: banner, maintenance, new-checkout" */
export function counted(count: number, noun: string, names: readonly string[] = []): string {
  const more = names.length - NAMED;
  const listed =
    names.length === 0 ? '' : `: ${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `${plural(count, noun)}${listed}`;
}

/** "14 flags, 3 on" */
export function switched(flags: readonly boolean[]): string {
  return `${counted(flags.length, 'flag')}, ${flags.filter((on) => on).length} on`;
}
