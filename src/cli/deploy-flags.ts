import type { ShownDeployFlags } from '../report/deploy-flags.js';
import { byFlag } from '../services/github/pulls.js';
import type { TakenBack } from '../report/taken-back.js';

/** The flags that belong to the deploy which is live: those that its pull requests name. Pure. */
export const flagsOfDeploy = ({ releases, missing }: TakenBack): Omit<ShownDeployFlags, 'live'> => ({
  named: byFlag(releases.flatMap(({ pulls }) => pulls)),
  missing,
});
