import { z } from 'zod';
import { parsePayload } from '../../engine/json-payload.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { parseXml, writeXml, type XmlElement } from '../../services/aws/xml.js';
import { NAMESPACE } from './client.js';
import { fieldsOf } from './fields.js';

/** The sealed payload: the config verbatim (custom origin headers often hold shared secrets), and each function. */
export const CONFIG = 'distribution.xml';
export const functionPayload = (name: string): string => `function-${name}.json`;
/** Unpublished work: an operator can extract it; a restore ignores it. */
export const draftPayload = (name: string): string => `draft-${name}.json`;
const savedFunction = z.strictObject({ config: z.string(), code: z.base64() });

/** A captured function. */
export interface SavedFunction {
  readonly config: XmlElement;
  readonly code: Buffer;
}

export function packFunction({ config, code }: SavedFunction): Buffer {
  return Buffer.from(JSON.stringify({ config: writeXml(config, NAMESPACE), code: code.toString('base64') }));
}

export async function readConfig(ctx: Context, source: PayloadSource): Promise<XmlElement> {
  const text = (await source.read(CONFIG)).toString('utf8');
  const config = parsePayload(CONFIG, ctx, () => parseXml(text));
  for (const value of fieldsOf(config).secret.values()) ctx.masker.add(value);
  return config;
}

export async function readFunction(ctx: Context, source: PayloadSource, name: string): Promise<SavedFunction> {
  const text = (await source.read(functionPayload(name))).toString('utf8');
  return parsePayload(functionPayload(name), ctx, () => {
    const { config, code } = savedFunction.parse(JSON.parse(text));
    return { config: parseXml(config), code: Buffer.from(code, 'base64') };
  });
}
