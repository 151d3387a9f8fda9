import { z } from 'zod';
import { recipientProblem } from '../engine/age-keys.js';
import { publicKeyProblem } from '../engine/signature.js';
import { storeConfig } from '../store/config.js';
import { CHANNEL_CONFIGS } from '../channels/adapters/configs.js';
import { PROBE_CONFIGS } from '../probes/adapters/configs.js';
import { criteriaConfig } from '../probes/criteria.js';
import { PROVIDER_CONFIGS } from '../providers/configs.js';
import { resourceId } from '../runtime/fields.js';
import { contactConfig } from './contacts.js';
import { drillConfig } from './drill.js';
import { mitigationConfig } from './mitigations.js';
import { windows } from './windows.js';

/** The one source of the types, of the validation and of schema/rewind.schema.json. */
const resource = z.discriminatedUnion('provider', PROVIDER_CONFIGS);
const probe = z.discriminatedUnion('adapter', PROBE_CONFIGS);
const channel = z.discriminatedUnion('adapter', CHANNEL_CONFIGS);

const recipient = z
  .string()
  .superRefine((text, context) => {
    const problem = recipientProblem(text);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  })
  // For editors: JSON Schema does not see the refinement.
  .meta({ pattern: '^age1[02-9a-z]+$' });

const signKey = z
  .string()
  .superRefine((text, context) => {
    const problem = publicKeyProblem(text);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  })
  .meta({ pattern: '^RW[A-Za-z0-9+/]+=*$' });

const environmentName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'must be the name of a GitHub environment without spaces or slashes');

const expedited = z.strictObject({
  environment: environmentName.describe('A separate GitHub environment, with fewer reviewers or none.'),
  minutes: z.number().int().min(1).max(240).describe('How long after the snapshot a rollback may be expedited.'),
});

const majorChanges = z
  .strictObject({
    paths: z
      .array(
        z
          .string()
          .max(200)
          .regex(
            /^(?![/:])(?!(?:.*\/)?\.\.(?:\/|$))\S(?:[^\r\n]*\S)?$/,
            'must be a path or glob relative to the repository',
          ),
      )
      .max(100)
      .default([])
      .describe('Globs as in git, e.g. src/payments/**: a change of such a file is major.'),
    lines: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe('A pull request that adds and removes this many lines in all is major.'),
  })
  .refine(({ paths, lines }) => paths.length > 0 || lines !== undefined, 'must have paths, lines, or both');

const workflowName = z.string().regex(/^[A-Za-z0-9._-]+\.ya?ml$/, 'must be the name of a file in .github/workflows');

const entries = z.array(z.looseObject({ id: z.string() }));
const withIds = z.looseObject({
  resources: entries,
  probes: entries.default([]),
  channels: entries.default([]),
  mitigations: z.array(z.looseObject({ id: z.string(), resources: z.array(z.string()).default([]) })).default([]),
  monitor: z.looseObject({ mitigation: z.string().optional() }).default({}),
});

export const rewindConfig = z
  .strictObject({
    version: z.literal(1).describe('Version of this file format.'),
    environment: environmentName.describe('The GitHub environment whose reviewers approve a rollback.'),
    approval: z
      .enum(['required', 'comment', 'digest', 'none'])
      .default('required')
      .describe(
        'required: reviewers of the environment. If your GitHub plan does not offer them: comment (somebody else with write access approves the digest of a plan in the incident issue), digest (a person types the digest of a plan in a second run), none (a rollback runs at once).',
      ),
    'self-approval': z
      .enum(['refuse', 'allow'])
      .default('refuse')
      .describe('allow: the person who starts a rollback may approve it alone.'),
    'plan-hours': z
      .number()
      .int()
      .min(1)
      .max(720)
      .default(24)
      .describe('A rollback refuses a plan that is older than this. A rollback that already began may always go on.'),
    expedited: expedited
      .optional()
      .describe('Rollbacks with fewer reviewers, for a short time after a deploy, if no data is lost.'),
    contacts: z.array(contactConfig).max(100).default([]).describe('People to call; plan and report show them.'),
    channels: z
      .array(channel)
      .max(20)
      .prefault([{ id: 'github-issue', adapter: 'github-issue' }])
      .describe('Where "notify" reports an incident. Without this key: one issue for each incident; []: nowhere.'),
    windows: windows
      .optional()
      .describe('When it is safe to deploy, because people who can roll back are available. Never stops a rollback.'),
    readiness: z
      .strictObject({
        'snapshot-days': z
          .number()
          .int()
          .min(0)
          .default(7)
          .describe('Maximum age of the newest snapshot; 0: not checked.'),
        'drill-days': z.number().int().min(0).default(100).describe('Maximum age of the last drill; 0: not checked.'),
        'major-changes': majorChanges
          .optional()
          .describe('Pull requests that must name a flag which switches their change off.'),
      })
      .prefault({})
      .describe('What "readiness" checks on a pull request.'),
    store: storeConfig.describe('Where Rewind keeps snapshots.'),
    retention: z
      .strictObject({
        'keep-last': z.number().int().min(1).default(20).describe('Number of newest snapshots to keep at any age.'),
        'keep-days': z.number().int().min(1).default(90).describe('Keep snapshots up to this age in days.'),
      })
      .prefault({})
      .describe('Snapshots to keep. Rewind removes the others after a new snapshot succeeds.'),
    runbook: z
      .string()
      .regex(
        /^(?![/:])(?!(?:.*\/)?\.\.(?:\/|$))[^\r\n\\]+\.md$/,
        'must be the path of a Markdown file in the repository, such as docs/runbook.md',
      )
      .optional()
      .describe(
        'The file that "rewind runbook" writes; default: docs/runbook.md. "readiness" warns if it is not current, and, with this key, if it is missing.',
      ),
    recovery: z
      .strictObject({
        'keep-days': z
          .number()
          .int()
          .min(1)
          .max(3650)
          .default(7)
          .describe('Days before "recover --drop-database" may drop a database that a restore kept.'),
      })
      .prefault({})
      .describe('The way forward after a rollback.'),
    criteria: criteriaConfig,
    drill: drillConfig,
    seal: z
      .strictObject({ recipients: z.array(recipient).min(1).describe('age public keys (age1…).') })
      .describe('Who can open snapshots. The identity is REWIND_IDENTITY, in the approved job only.'),
    sign: z
      .strictObject({
        keys: z.array(signKey).min(1).describe('minisign public keys (RW…). One of them must have signed a snapshot.'),
        'approval-keys': z
          .array(signKey)
          .min(1)
          .optional()
          .describe(
            'Other public keys. The approved job signs with one what the lift of a mitigation acts on. The secret key is REWIND_APPROVAL_KEY.',
          ),
      })
      .refine(({ keys, 'approval-keys': own = [] }) => !own.some((key) => keys.includes(key)), {
        path: ['approval-keys'],
        message: 'has a key of sign.keys: the snapshot job, which nobody approves, could sign for the approved job',
      })
      .optional()
      .describe('Who may write snapshots. The secret key is REWIND_SIGNING_KEY, in the snapshot job only.'),
    resources: z.array(resource).min(1).describe('Everything that a deploy can change.'),
    monitor: z
      .strictObject({
        minutes: z.number().int().min(1).max(1440).default(30).describe('How long "monitor" watches a deployment.'),
        'after-rollback-minutes': z
          .number()
          .min(0)
          .max(60)
          .default(5)
          .describe(
            'How long a rollback or a recovery watches production after it; 0: no probe runs during or after it.',
          ),
        neutral: z
          .url({ protocol: /^https?$/, error: 'must be an address like https://github.com' })
          .default('https://github.com')
          .describe('Asked after a failed check: if it does not answer either, Rewind itself has no network.'),
        'allow-private': z.boolean().default(false).describe('true: neutral may have a private address.'),
        workflow: workflowName
          .default('rollback-production.yml')
          .describe('Workflow that "monitor --on-roll-back dispatch" starts.'),
        mitigation: resourceId
          .optional()
          .describe('Id of the mitigation that "monitor" recommends at the verdict mitigate or roll-back.'),
        'mitigate-workflow': workflowName
          .default('mitigate-production.yml')
          .describe('Workflow that "monitor --on-mitigate dispatch" starts. It plans monitor.mitigation.'),
      })
      .prefault({})
      .describe('The watch after a deploy, and after a rollback.'),
    mitigations: z
      .array(mitigationConfig)
      .max(50)
      .default([])
      .describe('Reversible measures that ease an incident, for "mitigate". Each one is planned and approved.'),
    probes: z.array(probe).max(100).default([]).describe('Checks of the running system, for the verdict on a deploy.'),
  })
  .superRefine(
    (config, context) => {
      sameIds('resources', config.resources, context);
      // Other mistakes may have kept the default from being set.
      const { probes, channels, mitigations, monitor } = withIds.parse(config);
      sameIds('probes', probes, context);
      sameIds('channels', channels, context);
      sameIds('mitigations', mitigations, context);
      const ids = new Set(config.resources.map(({ id }) => id));
      mitigations.forEach(({ resources }, at) => {
        resources.forEach((id, index) => {
          const path = ['mitigations', at, 'resources', index];
          if (!ids.has(id)) context.addIssue({ code: 'custom', path, message: `there is no resource "${id}"` });
        });
      });
      const { mitigation } = monitor;
      if (mitigation !== undefined && !mitigations.some(({ id }) => id === mitigation)) {
        const path = ['monitor', 'mitigation'];
        context.addIssue({ code: 'custom', path, message: `there is no mitigation "${mitigation}"` });
      }
      sameDatabases(config.resources, context);
    },
    // Runs despite other mistakes, so that all are reported at once.
    { when: ({ value }) => withIds.safeParse(value).success },
  );

function sameIds(key: string, entries: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  entries.forEach(({ id }, index) => {
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [key, index, 'id'], message: `"${id}" is used twice` });
    seen.add(id);
  });
}

/** Two resources of one provider that name one database by the same reference. Other references are compared later. */
function sameDatabases(resources: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const seen = new Map<string, string>();
  resources.forEach((resource, index) => {
    const parsed = onDatabase.safeParse(resource);
    if (!parsed.success) return;
    const { provider, url, schema, migrations } = parsed.data;
    const key = JSON.stringify([provider, url, schema ?? null, migrations ?? null]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, resource.id);
    else {
      context.addIssue({
        code: 'custom',
        path: ['resources', index, 'url'],
        message: `"${first}" and "${resource.id}" are the same database; remove one of them or correct its url`,
      });
    }
  });
}

const onDatabase = z.looseObject({
  provider: z.enum(['postgres', 'prisma']),
  url: z.string(),
  schema: z.string().optional(),
  migrations: z.string().optional(),
});

export type RewindConfig = z.infer<typeof rewindConfig>;

/** JSON Schema of the input file, for editors (yaml-language-server). */
export function jsonSchema(): unknown {
  return z.toJSONSchema(rewindConfig, { io: 'input', target: 'draft-7' });
}
