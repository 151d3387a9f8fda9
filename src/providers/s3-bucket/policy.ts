import { z } from 'zod';
import { canonicalJson } from '../../runtime/digest.js';
import type { Json } from '../../runtime/json.js';

/**
 * Compares bucket policies by meaning (IAM's policy grammar), because S3 rewrites the policies that it stores
 * (single-element lists become strings, account ids become root ARNs).
 */

const list = z.union([z.string(), z.array(z.string())]);
const principal = z.union([z.literal('*'), z.record(z.string(), list)]);
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const statement = z.looseObject({
  Sid: z.string().optional(),
  Effect: z.string(),
  Principal: principal.optional(),
  NotPrincipal: principal.optional(),
  Action: list.optional(),
  NotAction: list.optional(),
  Resource: list.optional(),
  NotResource: list.optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.union([scalar, z.array(scalar)]))).optional(),
});
const policy = z.looseObject({
  Version: z.string().optional(),
  Statement: z.union([statement, z.array(statement)]),
});
type Statement = z.infer<typeof statement>;

/** @throws Error (zod or SyntaxError) if the text is not a policy */
function parse(text: string): { rest: Record<string, unknown>; version: string; statements: Statement[] } {
  const { Version, Statement: statements, ...rest } = policy.parse(JSON.parse(text));
  return { rest, version: Version ?? '2008-10-17', statements: Array.isArray(statements) ? statements : [statements] };
}

/**
 * Equal for policies with the same meaning. Ignores the order of keys, statements and list values, single values as
 * strings, the case of actions, an account id instead of its root ARN, and "*" instead of {"AWS":"*"}.
 */
export function canonicalPolicy(text: string): string {
  const { rest, version, statements } = parse(text);
  return canonicalJson({ ...rest, Version: version, Statement: sorted(statements.map(canonicalStatement)) });
}

function canonicalStatement(each: Statement): Json {
  const { Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition, ...rest } = each;
  const lists = { Resource, NotResource };
  const actions = { Action, NotAction };
  return {
    ...(rest as Record<string, Json>),
    ...mapped({ Principal, NotPrincipal }, canonicalPrincipal),
    ...mapped(lists, (value) => sorted(asList(value))),
    ...mapped(actions, (value) => sorted(asList(value).map((action) => action.toLowerCase()))),
    ...mapped({ Condition }, (operators) =>
      Object.fromEntries(Object.entries(operators).map(([operator, keys]) => [operator, canonicalKeys(keys)])),
    ),
  };
}

function canonicalKeys(keys: Record<string, z.infer<typeof scalar> | z.infer<typeof scalar>[]>): Json {
  // Names of condition keys are case-insensitive; their values are compared as text.
  return Object.fromEntries(
    Object.entries(keys).map(([key, values]) => [key.toLowerCase(), sorted([values].flat().map(String))]),
  );
}

function canonicalPrincipal(value: z.infer<typeof principal>): Json {
  if (value === '*') return { AWS: ['*'] };
  return Object.fromEntries(
    Object.entries(value).map(([kind, names]) => [
      kind,
      sorted(asList(names).map((name) => (/^\d{12}$/.test(name) ? `arn:aws:iam::${name}:root` : name))),
    ]),
  );
}

function mapped<T>(entries: Record<string, T | undefined>, to: (value: T) => Json): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, to(value)]])),
  );
}

const asList = (value: string | string[]): string[] => (Array.isArray(value) ? value : [value]);

/** Sorts by canonical text and removes duplicates. */
function sorted(values: readonly Json[]): Json[] {
  const byText = new Map(values.map((value) => [canonicalJson(value), value]));
  return [...byText.keys()].sort().map((text) => byText.get(text) ?? null);
}

/** Describes who may do what. Omits the values of conditions, which may be shared secrets. */
export function describePolicy(text: string): string[] {
  return parse(text)
    .statements.map((each) => {
      const who = each.Principal !== undefined ? names(each.Principal) : `all but ${names(each.NotPrincipal ?? {})}`;
      const what =
        each.Action !== undefined ? short(asList(each.Action)) : `all but ${short(asList(each.NotAction ?? []))}`;
      const where =
        each.Resource !== undefined ? short(asList(each.Resource)) : `all but ${short(asList(each.NotResource ?? []))}`;
      const when = each.Condition === undefined ? '' : ` if ${conditionKeys(each.Condition)}`;
      return `${each.Effect} ${who}: ${what} on ${where}${when}${each.Sid ? ` (${each.Sid})` : ''}`;
    })
    .sort();
}

function conditionKeys(condition: NonNullable<Statement['Condition']>): string {
  return Object.entries(condition)
    .flatMap(([operator, keys]) => Object.keys(keys).map((key) => `${operator} ${key} …`))
    .join(' and ');
}

/** Warnings for "Allow" statements for everyone: without a condition they make the bucket public. */
export function opensOf(text: string): string[] {
  return parse(text).statements.flatMap((each) => {
    if (each.Effect !== 'Allow' || !namesEveryone(each)) return [];
    const what = short(asList(each.Action ?? each.NotAction ?? []));
    const sid = each.Sid ? ` (${each.Sid})` : '';
    return each.Condition === undefined
      ? [`opens public access: everyone (Principal "*") is allowed ${what}${sid}`]
      : [`may open public access: everyone is allowed ${what} if ${conditionKeys(each.Condition)}${sid}`];
  });
}

function namesEveryone({ Principal, NotPrincipal }: Statement): boolean {
  if (NotPrincipal !== undefined) return true;
  if (Principal === undefined) return false;
  return (
    Principal === '*' ||
    Object.values(Principal)
      .flat()
      .some((name) => name === '*')
  );
}

/** Principals that S3 shows by an internal id, because their user or role was deleted. */
export function deadPrincipals(text: string): string[] {
  return parse(text).statements.flatMap(({ Principal }) =>
    Principal === undefined || Principal === '*'
      ? []
      : Object.values(Principal)
          .flat()
          .filter((name) => /^(AIDA|AROA)[A-Z0-9]{12,}$/.test(name)),
  );
}

function names(value: z.infer<typeof principal>): string {
  return value === '*' ? '*' : short(Object.values(value).flat());
}

function short(values: readonly string[]): string {
  const shown = [...values].sort().slice(0, 5).join(', ');
  return values.length > 5 ? `${shown} and ${values.length - 5} more` : shown;
}
