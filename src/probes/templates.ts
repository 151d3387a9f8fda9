import type { Env } from '../runtime/context.js';

/** `${NAME}` is a variable of the environment; `{{name}}` is what an earlier step of a flow captured. */
const PLACEHOLDER = /\$\{([A-Z_][A-Z0-9_]*)\}|\{\{([a-z][a-z0-9-]*)\}\}/g;

/** The text without its placeholders. */
export const literalPart = (text: string): string => text.replace(PLACEHOLDER, '');

/** Names of the variables and of the captured values in a text. */
export function placeholdersIn(text: string): { readonly variables: string[]; readonly captured: string[] } {
  const found = [...text.matchAll(PLACEHOLDER)];
  return {
    variables: found.flatMap(([, variable]) => variable ?? []),
    captured: found.flatMap(([, , captured]) => captured ?? []),
  };
}

/** All strings inside of a value, each with its path. */
export function stringsIn(
  value: unknown,
  path: readonly (string | number)[] = [],
): { readonly text: string; readonly path: readonly (string | number)[] }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((one, index) => stringsIn(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => stringsIn(one, [...path, key]));
}

/** Names of the variables that a configuration reads, sorted. */
export const variablesOf = (config: unknown): string[] =>
  [...new Set(stringsIn(config).flatMap(({ text }) => placeholdersIn(text).variables))].sort();

/** Fills placeholders. The values are put in after the text was taken apart, so they cannot add placeholders. */
export class Filler {
  constructor(
    private readonly env: Env,
    private readonly probe: string,
    private readonly captured: ReadonlyMap<string, string> = new Map(),
  ) {}

  /**
   * @param encode how a value stands in the text, e.g. encoded for a URL
   * @throws RewindError credential-missing
   */
  text(text: string, encode: (value: string) => string = (value) => value): string {
    return this.fill(text, (name) => encode(this.env.require(name, this.probe)), encode);
  }

  /** @throws RewindError credential-missing; input-invalid if no header can hold the variable */
  header(text: string): string {
    return this.fill(text, (name) => this.env.token(name, this.probe));
  }

  private fill(text: string, read: (name: string) => string, encode = (value: string): string => value): string {
    return text.replace(PLACEHOLDER, (_all, variable?: string, captured?: string) =>
      variable === undefined ? encode(this.captured.get(captured ?? '') ?? '') : read(variable),
    );
  }

  /** Fills all strings of a JSON value. @throws RewindError credential-missing */
  json(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((one) => this.json(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.json(one)]));
  }
}
