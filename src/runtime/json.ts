/** A value that JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The value as JSON carries it: `undefined` members are dropped, dates become text. */
export const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
