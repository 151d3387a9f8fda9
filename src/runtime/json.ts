import { z } from 'zod';

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
export const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** A number that JSON can hold; null for infinity, NaN and no number. */
export const finite = (value: number | null | undefined): number | null =>
  value == null || !Number.isFinite(value) ? null : value;

/** A member by a name from outside: `constructor` and the like are no members of a record that does not hold them. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** A value out of a JSON text, as it is: `z.json()` leaves out a member with the name `__proto__`, at any depth. */
export const jsonValue = z.custom<Json>((value) => value !== undefined);

/**
 * A record by names from outside, e.g. those of columns or of metadata: `z.record()` leaves out the name `__proto__`, so that a
 * difference in it would not be seen.
 */
export const recordOf = <T extends z.ZodType>(value: T) =>
  z
    .custom<Readonly<Record<string, z.input<T>>>>(
      (given) => typeof given === 'object' && given !== null && !Array.isArray(given),
      'expected an object',
    )
    .transform((given, ctx): Record<string, z.output<T>> => {
      const entries = Object.entries(given).map(([name, each]) => {
        const parsed = value.safeParse(each);
        if (parsed.success) return [name, parsed.data] as const;
        for (const { path, message } of parsed.error.issues) {
          ctx.issues.push({ code: 'custom', path: [name, ...path], message, input: each });
        }
        return [name, undefined as z.output<T>] as const;
      });
      return Object.fromEntries(entries);
    });
