import { z } from 'zod';
import type { SandboxRequest } from '../json-server.js';
import { missing, refuse, type Register, type VercelSandbox } from './server.js';

const entry = z.strictObject({
  active: z.boolean(),
  pausedOutcome: z.json(),
  rules: z.array(z.json()),
  fallthrough: z.json(),
  targets: z.json().optional(),
  reuse: z.json().optional(),
});

const shared = {
  variants: z.array(z.json()).optional(),
  seed: z.number().optional(),
  description: z.string().optional(),
  state: z.enum(['active', 'archived']).optional(),
  tags: z.array(z.string()).optional(),
  maintainerIds: z.array(z.string()).optional(),
  permanent: z.boolean().optional(),
  message: z.string().optional(),
};
const patched = z.strictObject({ ...shared, environments: z.record(z.string(), entry).optional() });
const created = z.strictObject({
  ...shared,
  slug: z.string(),
  kind: z.string(),
  environments: z.record(z.string(), entry),
});

export interface SandboxFlag {
  id: string;
  slug: string;
  kind: string;
  state: 'active' | 'archived';
  description: string;
  seed: number;
  tags: string[];
  variants: unknown[];
  environments: Record<string, z.infer<typeof entry> & { revision: number }>;
  revision: number;
  updatedAt?: number;
  updatedBy?: string | null;
}

export function newFlag(slug: string, rest: Partial<SandboxFlag> = {}): SandboxFlag {
  const environment = () => ({
    active: true,
    pausedOutcome: { type: 'variant', variantId: 'off' },
    rules: [],
    fallthrough: { type: 'variant', variantId: 'on' },
    revision: 1,
  });
  return {
    id: `flag_${slug}`,
    slug,
    kind: 'boolean',
    state: 'active',
    description: '',
    seed: 1,
    tags: [],
    variants: [
      { id: 'off', value: false },
      { id: 'on', value: true },
    ],
    environments: { production: environment(), preview: environment(), development: environment() },
    revision: 1,
    ...rest,
  };
}

/** Vercel Flags: every write must name the ETag of what was read. */
export function flagRoutes(vercel: VercelSandbox, register: Register): void {
  const of = (request: SandboxRequest, project: string | undefined): Map<string, SandboxFlag> | undefined => {
    const found = vercel.project(project ?? '', request);
    return found ? vercel.flagsOf(found) : undefined;
  };
  const view = (flag: SandboxFlag): Record<string, unknown> => ({
    typeName: 'flag',
    projectId: 'prj_sandbox',
    ownerId: 'team_sandbox',
    createdBy: 'usr_sandbox',
    createdAt: 1_767_225_600_000,
    updatedAt: 1_767_225_600_000,
    maintainerIds: [],
    permanent: false,
    ...flag,
  });
  const etag = (flag: SandboxFlag): string => `"${flag.slug}-${flag.revision}"`;
  const base = '/v1/projects/:project/feature-flags/flags';

  register('GET', base, (request, { project }) => {
    const flags = of(request, project);
    if (!flags) return missing('Project');
    const { query } = request;
    const rows = [...flags.values()].filter(({ state }) => state === (query.get('state') ?? 'active'));
    const from = Number(query.get('cursor') ?? 0);
    const limit = Math.min(100, Number(query.get('limit') ?? 20));
    const next = from + limit < rows.length ? String(from + limit) : null;
    return { status: 200, body: { data: rows.slice(from, from + limit).map(view), pagination: { next } } };
  });
  register('GET', `${base}/:flag`, (request, { project, flag: slug }) => {
    const flag = of(request, project)?.get(slug ?? '');
    return flag ? { status: 200, body: view(flag), headers: { etag: etag(flag) } } : missing('Flag');
  });
  register('PATCH', `${base}/:flag`, (request, { project, flag: slug }) => {
    const flag = of(request, project)?.get(slug ?? '');
    if (!flag) return missing('Flag');
    const match = request.headers['if-match'];
    if (match === undefined) return refuse(428, 'precondition_required', 'If-Match is required');
    if (match !== etag(flag)) return refuse(412, 'precondition_failed', 'The flag has changed.');
    const body = patched.safeParse(request.body);
    if (!body.success) return refuse(400, 'bad_request', body.error.issues[0]?.message ?? 'bad request');
    if (JSON.stringify(body.data).includes('"type":"experiment"'))
      return refuse(400, 'bad_request', 'experiment outcomes cannot be written');
    const { environments, ...rest } = body.data;
    Object.assign(flag, Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)));
    for (const [name, wanted] of Object.entries(environments ?? {})) {
      flag.environments[name] = { ...wanted, revision: (flag.environments[name]?.revision ?? 0) + 1 };
    }
    flag.revision += 1;
    return { status: 200, body: view(flag), headers: { etag: etag(flag) } };
  });
  register('PUT', base, (request, { project }) => {
    const flags = of(request, project);
    if (!flags) return missing('Project');
    const body = created.safeParse(request.body);
    if (!body.success) return refuse(400, 'bad_request', body.error.issues[0]?.message ?? 'bad request');
    const { environments, slug, kind, ...rest } = body.data;
    if (flags.has(slug)) return refuse(409, 'conflict', `Flag ${slug} exists.`);
    const flag = newFlag(slug, {
      kind,
      ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<SandboxFlag>),
    });
    flag.environments = Object.fromEntries(
      Object.entries(environments).map(([name, one]) => [name, { ...one, revision: 1 }]),
    );
    flags.set(slug, flag);
    return { status: 201, body: view(flag), headers: { etag: etag(flag) } };
  });
}
