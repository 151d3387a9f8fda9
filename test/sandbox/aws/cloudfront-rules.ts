import { child, childrenOf, element, textAt, withChild, type XmlElement } from '../../../src/services/aws/xml.js';
import { Refusal } from './server.js';

/**
 * What an update must carry, also where a creation may leave it out.
 * Source: CloudFront API reference, "Required fields for create distribution and update distribution".
 */
const REQUIRED = [
  'CallerReference',
  'Aliases',
  'DefaultRootObject',
  'Origins',
  'DefaultCacheBehavior',
  'CacheBehaviors',
  'CustomErrorResponses',
  'Comment',
  'Logging',
  'PriceClass',
  'Enabled',
  'ViewerCertificate',
  'Restrictions',
  'WebACLId',
  'HttpVersion',
];

const none = (name: string): XmlElement => element(name, [element('Quantity', '0')]);

/** What CloudFront fills in when a creation leaves it out. */
const DEFAULTS: readonly XmlElement[] = [
  none('Aliases'),
  element('DefaultRootObject'),
  none('OriginGroups'),
  none('CacheBehaviors'),
  none('CustomErrorResponses'),
  element('Logging', [
    element('Enabled', 'false'),
    element('IncludeCookies', 'false'),
    element('Bucket'),
    element('Prefix'),
  ]),
  element('PriceClass', 'PriceClass_All'),
  element('ViewerCertificate', [
    element('CloudFrontDefaultCertificate', 'true'),
    element('SSLSupportMethod', 'vip'),
    element('MinimumProtocolVersion', 'TLSv1'),
    element('CertificateSource', 'cloudfront'),
  ]),
  element('Restrictions', [element('GeoRestriction', [element('RestrictionType', 'none'), element('Quantity', '0')])]),
  element('WebACLId'),
  element('HttpVersion', 'http2'),
  element('IsIPV6Enabled', 'true'),
  element('ContinuousDeploymentPolicyId'),
  element('Staging', 'false'),
];

export function withDefaults(config: XmlElement): XmlElement {
  return DEFAULTS.reduce(
    (result, each) => (child(result, each.name) ? result : withChild(result, each.name, each)),
    config,
  );
}

/** Of a whole account, as far as a distribution refers to it. */
export interface Surroundings {
  /** ARNs of functions with a LIVE stage. */
  readonly publishedFunctions: ReadonlySet<string>;
  readonly deploymentPolicies: ReadonlySet<string>;
  /** Domain names that other distributions have. */
  readonly takenAliases: ReadonlySet<string>;
}

/** @throws Refusal as CloudFront does */
export function checkConfig(config: XmlElement, before: XmlElement | undefined, around: Surroundings): void {
  checkQuantities(config);
  const missing = REQUIRED.filter((name) => child(config, name) === undefined);
  if (missing.length > 0) {
    throw new Refusal(400, 'InvalidArgument', `The parameter ${missing.join(', ')} is required.`);
  }
  for (const fixed of before ? ['CallerReference', 'Staging'] : []) {
    if (before && (textAt(config, fixed) ?? 'false') !== (textAt(before, fixed) ?? 'false')) {
      throw new Refusal(400, 'IllegalUpdate', `${fixed} cannot be changed.`);
    }
  }
  const policy = textAt(config, 'ContinuousDeploymentPolicyId') ?? '';
  if (policy !== '' && !around.deploymentPolicies.has(policy)) {
    throw new Refusal(404, 'NoSuchContinuousDeploymentPolicy', 'The continuous deployment policy doesn’t exist.');
  }
  if (policy !== '' && textAt(config, 'Staging') === 'true') {
    throw new Refusal(400, 'InvalidArgument', 'A staging distribution cannot have a continuous deployment policy.');
  }
  for (const { text } of items(config, 'Aliases')) {
    if (around.takenAliases.has(text)) {
      throw new Refusal(
        409,
        'CNAMEAlreadyExists',
        'One or more of the CNAMEs you provided are already associated with a different resource.',
      );
    }
  }
  checkOrigins(config);
  for (const behavior of behaviorsOf(config)) checkFunctions(behavior, around.publishedFunctions);
}

/** Everywhere in a document: Quantity says how many Items there are, and none means no Items at all. */
export function checkQuantities(at: XmlElement): void {
  const quantity = textAt(at, 'Quantity');
  const found = child(at, 'Items')?.children.length ?? 0;
  if ((quantity !== undefined || found > 0) && quantity !== String(found)) {
    throw new Refusal(
      400,
      'InconsistentQuantities',
      `The value of Quantity and the size of Items don't match in ${at.name}.`,
    );
  }
  at.children.forEach(checkQuantities);
}

function checkOrigins(config: XmlElement): void {
  const ids = items(config, 'Origins').map((origin) => textAt(origin, 'Id') ?? '');
  if (ids.length === 0) throw new Refusal(400, 'InvalidArgument', 'The parameter Origins is required.');
  if (new Set(ids).size < ids.length) throw new Refusal(400, 'InvalidArgument', 'Origin ids must be unique.');
  const groups = items(config, 'OriginGroups');
  for (const group of groups) {
    for (const member of items(group, 'Members')) {
      if (!ids.includes(textAt(member, 'OriginId') ?? '')) throw noSuchOrigin();
    }
  }
  const targets = new Set([...ids, ...groups.map((group) => textAt(group, 'Id') ?? '')]);
  for (const behavior of behaviorsOf(config)) {
    if (!targets.has(textAt(behavior, 'TargetOriginId') ?? '')) throw noSuchOrigin();
  }
  const patterns = items(config, 'CacheBehaviors').map((behavior) => textAt(behavior, 'PathPattern'));
  if (new Set(patterns).size < patterns.length) {
    throw new Refusal(400, 'InvalidArgument', 'The parameter PathPattern must be unique.');
  }
}

function checkFunctions(behavior: XmlElement, published: ReadonlySet<string>): void {
  const events = new Set<string>();
  for (const association of items(behavior, 'FunctionAssociations')) {
    const event = textAt(association, 'EventType') ?? '';
    const arn = textAt(association, 'FunctionARN') ?? '';
    if (!['viewer-request', 'viewer-response'].includes(event) || events.has(event) || !published.has(arn)) {
      throw new Refusal(
        400,
        'InvalidFunctionAssociation',
        `The function ${arn} is not published, or its event type is not allowed.`,
      );
    }
    events.add(event);
  }
}

const noSuchOrigin = (): Refusal =>
  new Refusal(404, 'NoSuchOrigin', 'One or more of your origins or origin groups do not exist.');

/** The items of a list member, e.g. of `Origins`. */
export function items(parent: XmlElement, list: string): readonly XmlElement[] {
  const found = child(parent, list);
  return (found && child(found, 'Items'))?.children ?? [];
}

function behaviorsOf(config: XmlElement): XmlElement[] {
  return [...childrenOf(config, 'DefaultCacheBehavior'), ...items(config, 'CacheBehaviors')];
}

/** ARNs of the functions that a config uses. */
export function functionsIn(config: XmlElement): string[] {
  return behaviorsOf(config).flatMap((behavior) =>
    items(behavior, 'FunctionAssociations').map((association) => textAt(association, 'FunctionARN') ?? ''),
  );
}

/** @throws Refusal */
export function checkFunctionConfig(config: XmlElement | undefined, code: Buffer): XmlElement {
  if (!config || textAt(config, 'Comment') === undefined || textAt(config, 'Runtime') === undefined) {
    throw new Refusal(400, 'InvalidArgument', 'FunctionConfig must have a Comment and a Runtime.');
  }
  checkQuantities(config);
  if (!['cloudfront-js-1.0', 'cloudfront-js-2.0'].includes(textAt(config, 'Runtime') ?? '')) {
    throw new Refusal(400, 'InvalidArgument', 'The runtime is not supported.');
  }
  if (code.length === 0) throw new Refusal(400, 'InvalidArgument', 'FunctionCode is required.');
  if (code.length > 10_240) throw new Refusal(413, 'FunctionSizeLimitExceeded', 'The function exceeds 10 KB.');
  return config;
}
