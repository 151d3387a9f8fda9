import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { readAll } from './capture.js';
import { withBucket } from './client.js';
import type { Config } from './config.js';
import { describeDocument, mfaDeleteOf, type Documents } from './documents.js';
import { deadPrincipals } from './policy.js';
import { NOT_SET } from './state.js';

export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  return withBucket(config, ctx, async (client) => {
    const { documents, failures } = await readAll(client);
    if (failures.length === 0) return risksOf(config, documents);
    return failures.map(({ code, message, remedy }) => ({ level: 'error', code, message, remedy }));
  });
}

function risksOf(config: Config, documents: Documents): Finding[] {
  const findings: Finding[] = [];
  const dead = documents.policy === null ? [] : deadPrincipals(documents.policy.text);
  if (dead.length > 0) {
    findings.push({
      level: 'warning',
      code: 's3-policy-dead-principal',
      message: `The policy of bucket ${config.bucket} names users or roles that no longer exist (${dead.join(', ')}); S3 refuses to restore it.`,
      remedy: 'Remove these principals from the policy and take a new snapshot.',
    });
  }
  const owner = documents.ownership === null ? [] : describeDocument('ownership', documents.ownership);
  if (owner[0] !== 'BucketOwnerEnforced') {
    findings.push({
      level: 'info',
      code: 's3-acl-not-captured',
      message: `Bucket ${config.bucket} uses ACLs (object ownership is ${owner[0] ?? NOT_SET}); Rewind does not capture them.`,
      remedy: 'Set object ownership to BucketOwnerEnforced and use the policy instead.',
    });
  }
  if (mfaDeleteOf(documents.versioning) === 'Enabled') {
    findings.push({
      level: 'warning',
      code: 's3-mfa-delete',
      message: `MFA delete is on for bucket ${config.bucket}: only the root user can change its versioning.`,
      remedy: 'Expect a manual step in a rollback that changes versioning.',
    });
  }
  return findings;
}
