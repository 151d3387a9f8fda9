/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
export const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
