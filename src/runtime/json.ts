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
