import type { Manifest } from '../engine/manifest.js';
import { mitigatedText } from '../engine/mitigated.js';
import type { Finding } from '../runtime/finding.js';

/** What a rollback to a snapshot that was taken during mitigations must know. Pure. */
export const mitigatedFindings = ({
  id,
  mitigated = [],
}: Pick<Manifest, 'id' | 'mitigated'>): (Finding & { readonly resource: string })[] =>
  mitigated.map((one) => ({
    level: 'warning',
    code: 'snapshot-mitigated',
    resource: one.resource,
    message: `Snapshot ${id} was taken while a mitigation was in effect. It holds ${mitigatedText(one)}.`,
    remedy:
      one.objects === null
        ? 'A rollback to it may bring the measure back. Compare its plan with the mitigation, or choose an older snapshot.'
        : `A rollback to it leaves these objects as they are then. To return them to before the mitigation, choose an older snapshot. To bring the measure back: --include-later-changes ${one.resource}.`,
  }));
