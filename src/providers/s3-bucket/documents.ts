import { z } from 'zod';
import { canonicalJson } from '../../runtime/digest.js';
import type { Json } from '../../runtime/json.js';
import { child, childrenOf, element, parseXml, textAt, writeXml, type XmlElement } from '../../services/aws/xml.js';
import { canonicalPolicy, describePolicy, opensOf } from './policy.js';
import { plural } from '../../runtime/text.js';

/** The settings of a bucket that are captured and restored, independently of each other. */
export const ASPECTS = [
  'policy',
  'cors',
  'public-access-block',
  'ownership',
  'versioning',
  'encryption',
  'lifecycle',
  'website',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** A setting as S3 stores it: the XML (for the policy: JSON), verbatim. */
export interface Document {
  readonly text: string;
  /** Lifecycle only: a setting that S3 sends in a header. */
  readonly minimumSize: string | null;
}

/** The sealed payload: every document verbatim. Conditions of a policy may hold shared secrets. */
export const PAYLOAD = 'settings.json';
const document = z.strictObject({ text: z.string(), minimumSize: z.string().nullable() }).nullable();
export const payload = z.record(z.enum(ASPECTS), document);
export type Documents = Record<Aspect, Document | null>;

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
/** Lists whose order matters: the first matching rule applies. */
const ORDERED = new Set(['CORSRule', 'RoutingRule']);

/** Text that is equal for equivalent documents; null when the document means "not set". */
export function canonicalDocument(aspect: Aspect, document: Document | null): string | null {
  if (document === null) return null;
  if (aspect === 'policy') return canonicalPolicy(document.text);
  const root = parseXml(document.text);
  if (aspect === 'versioning') return textAt(root, 'Status') ?? null;
  const text = canonicalJson([canonicalElement(root), document.minimumSize]);
  return aspect === 'encryption' && isDefaultEncryption(root) ? null : text;
}

/** Groups children by name: a set for each name, unless their order matters. */
function canonicalElement(each: XmlElement): Json {
  if (each.children.length === 0) return each.text.trim();
  const groups = new Map<string, Json[]>();
  for (const inner of each.children) {
    groups.set(inner.name, [...(groups.get(inner.name) ?? []), canonicalElement(inner)]);
  }
  const byText = (a: Json, b: Json): number => (canonicalJson(a) < canonicalJson(b) ? -1 : 1);
  return Object.fromEntries(
    [...groups].map(([name, values]) => [name, ORDERED.has(name) ? values : values.sort(byText)]),
  );
}

/** Plain SSE-S3: the default of every bucket since 2023, and the state after a removal. */
function isDefaultEncryption(root: XmlElement): boolean {
  const [rule, ...more] = childrenOf(root, 'Rule');
  if (!rule || more.length > 0) return false;
  const settings = rule.children.filter(({ name, text }) => !(name === 'BucketKeyEnabled' && text === 'false'));
  const [only, ...others] = settings;
  return (
    only?.name === 'ApplyServerSideEncryptionByDefault' &&
    others.length === 0 &&
    textAt(only, 'SSEAlgorithm') === 'AES256' &&
    only.children.length === 1
  );
}

/** The lines that a plan shows of a setting, without the values of policy conditions. */
export function describeDocument(aspect: Aspect, document: Document): string[] {
  if (aspect === 'policy') return describePolicy(document.text);
  const root = parseXml(document.text);
  const all = (parent: XmlElement, name: string): string =>
    childrenOf(parent, name)
      .map(({ text }) => text)
      .sort()
      .join(', ');
  switch (aspect) {
    case 'cors':
      return childrenOf(root, 'CORSRule').map((rule) => {
        const headers = all(rule, 'AllowedHeader');
        const exposed = all(rule, 'ExposeHeader');
        const age = textAt(rule, 'MaxAgeSeconds');
        return [
          `${all(rule, 'AllowedMethod')} from ${all(rule, 'AllowedOrigin')}`,
          ...(headers ? [`headers ${headers}`] : []),
          ...(exposed ? [`exposes ${exposed}`] : []),
          ...(age === undefined ? [] : [`cached ${age} s`]),
        ].join('; ');
      });
    case 'public-access-block':
      return BLOCKS.map((name) => `${name} ${textAt(root, name) === 'true' ? 'on' : 'off'}`);
    case 'ownership':
      return [all(child(root, 'Rule') ?? root, 'ObjectOwnership')];
    case 'versioning':
      return [textAt(root, 'Status') ?? 'never set'];
    case 'encryption':
      return childrenOf(root, 'Rule').map((rule) => {
        const settings = child(rule, 'ApplyServerSideEncryptionByDefault');
        const key = settings && textAt(settings, 'KMSMasterKeyID');
        const bucketKey = textAt(rule, 'BucketKeyEnabled') === 'true' ? ', bucket key' : '';
        return `${(settings && textAt(settings, 'SSEAlgorithm')) ?? 'no default'}${key ? ` with key ${key}` : ''}${bucketKey}`;
      });
    case 'lifecycle':
      return childrenOf(root, 'Rule')
        .map((rule) => `${textAt(rule, 'ID') ?? 'rule'} (${textAt(rule, 'Status') ?? '?'}): ${lifecycleSteps(rule)}`)
        .sort();
    case 'website': {
      const redirect = textAt(root, 'RedirectAllRequestsTo', 'HostName');
      const rules = child(root, 'RoutingRules')?.children.length ?? 0;
      return [
        redirect === undefined
          ? `index ${textAt(root, 'IndexDocument', 'Suffix') ?? 'none'}, error ${textAt(root, 'ErrorDocument', 'Key') ?? 'none'}`
          : `redirects everything to ${redirect}`,
        ...(rules > 0 ? [plural(rules, 'routing rule')] : []),
      ];
    }
  }
}

export const BLOCKS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const;
export type Block = (typeof BLOCKS)[number];

function lifecycleSteps(rule: XmlElement): string {
  const prefix = textAt(rule, 'Filter', 'Prefix') ?? textAt(rule, 'Filter', 'And', 'Prefix') ?? textAt(rule, 'Prefix');
  const steps = rule.children
    .filter(({ name }) => /Expiration|Transition|Abort/.test(name))
    .map((step) => `${step.name} ${step.children.map(({ name, text }) => `${name} ${text}`).join(' ')}`);
  return `${prefix ? `${prefix}*: ` : ''}${steps.join(', ') || 'nothing'}`;
}

/** Warnings for the approver about a restore of this document. */
export function dangersOf(aspect: Aspect, document: Document): string[] {
  if (aspect === 'policy') return opensOf(document.text);
  const root = parseXml(document.text);
  if (aspect === 'cors') {
    const wide = childrenOf(root, 'CORSRule').some((rule) =>
      childrenOf(rule, 'AllowedOrigin').some(({ text }) => text === '*'),
    );
    return wide ? ['opens access: any website may call this bucket from a browser (AllowedOrigin "*")'] : [];
  }
  if (aspect === 'website') {
    return ['opens access: the website endpoint serves everything that the policy makes public over plain HTTP'];
  }
  if (aspect === 'ownership' && textAt(root, 'Rule', 'ObjectOwnership') !== 'BucketOwnerEnforced') {
    return ['may open access: this setting enables the ACLs of the bucket and its objects'];
  }
  if (aspect === 'lifecycle') {
    return childrenOf(root, 'Rule')
      .filter(
        (rule) => textAt(rule, 'Status') === 'Enabled' && rule.children.some(({ name }) => /Expiration/.test(name)),
      )
      .map((rule) => `deletes objects: lifecycle rule ${textAt(rule, 'ID') ?? ''} (${lifecycleSteps(rule)})`);
  }
  return [];
}

/** The four switches; all off without a block. */
export function blocksOf(document: Document | null): Record<Block, boolean> {
  const root = document === null ? element('none') : parseXml(document.text);
  const on = (name: Block): boolean => textAt(root, name) === 'true';
  return {
    BlockPublicAcls: on('BlockPublicAcls'),
    IgnorePublicAcls: on('IgnorePublicAcls'),
    BlockPublicPolicy: on('BlockPublicPolicy'),
    RestrictPublicBuckets: on('RestrictPublicBuckets'),
  };
}

export function blockDocument(blocks: Record<Block, boolean>): Document {
  const root = element(
    'PublicAccessBlockConfiguration',
    BLOCKS.map((name) => element(name, String(blocks[name]))),
  );
  return { text: writeXml(root, NAMESPACE), minimumSize: null };
}

export function versioningDocument(status: 'Enabled' | 'Suspended'): Document {
  const root = element('VersioningConfiguration', [element('Status', status)]);
  return { text: writeXml(root, NAMESPACE), minimumSize: null };
}

/** 'Enabled', 'Disabled', or null if MFA delete was never set. */
export function mfaDeleteOf(document: Document | null): string | null {
  return document === null ? null : (textAt(parseXml(document.text), 'MfaDelete') ?? null);
}
