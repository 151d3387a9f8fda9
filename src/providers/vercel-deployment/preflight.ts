import type { Change } from '../../engine/change.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { returnableTo } from './eligibility.js';
import { params } from './state.js';

/** Checks that Vercel accepts each deployment. The retention policy may have removed one. */
export async function preflight(config: Config, changes: readonly Change[], ctx: Context): Promise<Finding[]> {
  const vercel = client(config, ctx);
  const findings: Finding[] = [];
  for (const change of changes) {
    const desired = params.parse(change.params);
    if (desired.kind === 'auto-assign') continue;
    if (desired.kind === 'switch' && desired.method === 'promote') {
      const release = await vercel.release();
      if (release !== null && release.canary !== desired.to) findings.push(inTheWay(release.canary));
      if (desired.gate?.stages.length === 0) findings.push(NO_STAGES);
    }
    const method = desired.kind === 'switch' ? desired.method : ('promote' as const);
    findings.push(...(await returnableTo(desired.to, method, config, vercel)));
  }
  return findings;
}

const NO_STAGES: Finding = {
  level: 'error',
  code: 'rolling-release-missing',
  message: 'The gate command would never run: the project has no rolling releases.',
  remedy: 'Configure the stages of a rolling release in Vercel. Or plan without --gate-command.',
};

/** Vercel promotes nothing else while a rolling release is under way. */
const inTheWay = (canary: string | null): Finding => ({
  level: 'error',
  code: 'rolling-release-active',
  message: `A rolling release to ${canary ?? 'another deployment'} is under way: no other deployment can be promoted.`,
  remedy: 'Complete or abort it in Vercel. Then make the plan again.',
});
