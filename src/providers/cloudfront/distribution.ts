import { textAt, type XmlElement } from '../../services/aws/xml.js';

/** Never restored: the first cannot change, the others belong to a continuous deployment. */
export const KEPT = new Set(['CallerReference', 'Staging', 'ContinuousDeploymentPolicyId']);

/** Names of the CloudFront Functions that a config uses, from their ARNs. */
export function functionNames(config: XmlElement): string[] {
  const found = new Set<string>();
  const visit = (at: XmlElement): void => {
    const name = /:function\/([\w-]{1,64})$/.exec(at.name === 'FunctionARN' ? at.text : '')?.[1];
    if (name !== undefined) found.add(name);
    at.children.forEach(visit);
  };
  visit(config);
  return [...found].sort();
}

export function stagingOf(config: XmlElement): boolean {
  return textAt(config, 'Staging') === 'true';
}

export function deploymentPolicyOf(config: XmlElement): string | null {
  const id = textAt(config, 'ContinuousDeploymentPolicyId') ?? '';
  return id === '' ? null : id;
}

export function newest(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map((date) => date.getTime())));
}
