import { liftKeyFindings } from '../../cli/sign-keys.js';
import type { Project } from '../../cli/session.js';
import { measureOf } from '../../config/mitigations.js';
import { nameOf, takes } from '../../engine/mitigation.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';

/** What would stop a configured mitigation, or its lift without a person. Reads no service. Of resources in scope only. */
export function mitigationFindings(project: Project, ctx: Context): Finding[] {
  const wrong = project.config.mitigations.flatMap((one) =>
    project.resources.flatMap((resource): Finding[] => {
      const measure = measureOf(one);
      if (!one.resources.includes(resource.id) || takes(resource, measure)) return [];
      return [
        {
          level: 'warning',
          code: 'mitigation-impossible',
          message: `The mitigation ${nameOf({ id: one.id, measure })} cannot be planned: "${resource.id}" (${resource.providerId}) does not support it.`,
          remedy: 'Name other resources in the mitigation. The pages of the providers say which measures they support.',
        },
      ];
    }),
  );
  return [...wrong, ...liftKeyFindings(project, ctx)];
}
