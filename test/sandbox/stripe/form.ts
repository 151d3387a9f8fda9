/** A form body or query as Stripe reads it: `a[b]=1&c[0]=x&c[1]=y&d[]=z` → `{a: {b: '1'}, c: ['x', 'y'], d: ['z']}`. */
export interface Form {
  [key: string]: string | string[] | Record<string, string>;
}

export function parseForm(text: string): Form {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const match = /^([^[\]]+)(?:\[([^\]]*)\])?$/.exec(name);
    if (!match) continue;
    const [, key = '', inner] = match;
    if (inner === undefined) form[key] = value;
    else if (/^\d*$/.test(inner)) form[key] = [...asList(form[key]), value];
    else form[key] = { ...asRecord(form[key]), [inner]: value };
  }
  return form;
}

function asList(value: Form[string] | undefined): string[] {
  return Array.isArray(value) ? value : [];
}

function asRecord(value: Form[string] | undefined): Record<string, string> {
  return typeof value === 'object' && !Array.isArray(value) ? value : {};
}
