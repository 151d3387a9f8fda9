/** What a template is filled in with. */
export interface WorkflowValues {
  /** `owner/name` of Rewind. */
  readonly action: string;
  /** Branch, tag or commit of it. */
  readonly ref: string;
  /** The release of that commit, for a comment. */
  readonly version: string | null;
  readonly environment: string;
  readonly planEnvironment: string;
  /** Ids of the projects on Vercel. */
  readonly projects: readonly string[];
  /** Names of secrets that the jobs hand over. */
  readonly secrets: ReadonlySet<string>;
  /** The region of AWS if a resource or the store is there; else null. */
  readonly region: string | null;
}

/** In each call of Rewind: they belong to Rewind itself, or carry what the configuration names. */
const OWN_SECRETS = ['REWIND_SECRETS', 'REWIND_FINGERPRINT_KEY', 'REWIND_SIGNING_KEY', 'REWIND_IDENTITY'] as const;

/**
 * A workflow of examples/ with the values in the place of what a person would change. Pure.
 * @throws Error if the template is not as expected: a test runs all of them
 */
export function workflowText(template: string, values: WorkflowValues): string {
  const text = withoutInstructions(template);
  const lines = text
    .split('\n')
    .filter((line) => isKept(line, values.secrets))
    .flatMap((line) => [environmentIn(line, values), ...awsBelow(line, template, values)]);
  return lines
    .join('\n')
    .replaceAll(
      /\bOWNER\/rewind(\/[\w./-]+)?@v1\b/g,
      (_all, path: string | undefined) =>
        `${values.action}${path ?? ''}@${values.ref}${values.version === null ? '' : ` # ${values.version}`}`,
    )
    .replace("github.event.client_payload.project.id == 'prj_change'", projectCondition(values.projects));
}

/**
 * The same for a project with Vercel's Git integration: Vercel reports a promotion, so that the event of GitHub's
 * Deployments page is not needed; with the store "artifact" it would not count.
 */
export function onPromotion(template: string): string {
  const events = replaced(template, /^ {2}# change: keep the event[\s\S]*?(?=^ {2}repository_dispatch:)/m, '');
  return replaced(
    replaced(events, /^ {4}# change: the name of the environment.*\n/m, ''),
    /^ {4}if: >-\n(?: {6}.*\n)+/m,
    "    if: github.event.client_payload.environment == 'production'\n",
  );
}

/** One job of a template, to stand in a workflow of the repository, after a job that it needs. */
export function jobText(template: string, id: string, needs: string | null): string {
  const [, jobs = ''] = template.split(/^jobs:\n/m);
  const job = jobs.split(/^(?= {2}[a-z])/m).find((one) => one.startsWith(`  ${id}:\n`));
  if (job === undefined) throw new Error(`no job ${id}`);
  const plain = job
    .replace(/^ {4}# change: the name of the environment.*\n/m, '')
    .replace(/^ {4}if: >-\n(?: {6}.*\n)+/m, '');
  return needs === null ? plain : plain.replace(/^( {4}name: .*\n)/m, `$1    needs: ${needs}\n`);
}

function replaced(text: string, pattern: RegExp, by: string): string {
  if (!pattern.test(text)) throw new Error(`the template has no ${pattern.source}`);
  return text.replace(pattern, by);
}

/** Without the words to somebody who copies the file by hand. */
function withoutInstructions(template: string): string {
  const kept: string[] = [];
  /** Indent of a comment that says what to change, while it goes on. */
  let change: string | null = null;
  const text = template
    .replace(/^# Copy to \.github\/workflows\/\. /, '# ')
    // Done by "init".
    .replace(/^# 2\. Set "auto-assign: false".*\n# 3\. Copy release-capture.*\n/m, '')
    .replace(/^# 1\. (Turn off .*)\n/m, '# First: $1\n');
  for (const line of text.split('\n')) {
    const [, indent = '', comment] = /^(\s*)(#.*)?/.exec(line) ?? [];
    if (comment !== undefined && (comment.startsWith('# change: ') || change === indent)) {
      change = indent;
      continue;
    }
    change = null;
    kept.push(
      line
        .replace(/ # change$/, '')
        .replace(' # change: ', ' # ')
        .replace('; change: ', '; '),
    );
  }
  return kept.join('\n');
}

/** A line that hands a secret over is kept if a resource needs the secret. */
function isKept(line: string, secrets: ReadonlySet<string>): boolean {
  const name = /^\s+([A-Z][A-Z0-9_]*): \$\{\{ secrets\.\1 \}\}/.exec(line)?.[1];
  return name === undefined || secrets.has(name) || OWN_SECRETS.some((own) => own === name);
}

function environmentIn(line: string, { environment, planEnvironment }: WorkflowValues): string {
  return line
    .replace(
      /^(\s*(?:plan-environment|name): )production-plan(?=\s|$)/,
      (_all, key: string) => `${key}${planEnvironment}`,
    )
    .replace(
      /^(\s*(?:environment|lift-environment|name): )production(-deploy|-lift)?(?=\s|$)/,
      (_all, key: string, rest = '') => `${key}${environment}${rest}`,
    )
    .replace(/^(\s*group: rewind-rollback-.*\}\}-)production(?=\s|$)/, (_all, key: string) => `${key}${environment}`);
}

/** Roles and region below `plan-environment` of a call. Variables of the repository hold the roles: they are no secrets. */
function awsBelow(line: string, template: string, { region }: WorkflowValues): string[] {
  const indent = /^(\s+)plan-environment: /.exec(line)?.[1];
  if (region === null || indent === undefined || !template.includes('OWNER/rewind/.github/workflows/')) return [];
  const writes = /\/(rollback|recover|mitigate)\.yml@/.test(template);
  return [
    `${indent}aws-plan-role: \${{ vars.REWIND_AWS_PLAN_ROLE }} # only reads; its trust names this environment`,
    ...(writes
      ? [`${indent}aws-role: \${{ vars.REWIND_AWS_ROLE }} # writes; its trust names the environment with reviewers`]
      : []),
    `${indent}aws-region: ${region}`,
  ];
}

/** Ids are words, so no quote can end the text. */
function projectCondition(projects: readonly string[]): string {
  const id = 'github.event.client_payload.project.id';
  if (projects.length === 1) return `${id} == '${projects[0] ?? ''}'`;
  return `contains(fromJSON('${JSON.stringify(projects)}'), ${id})`;
}
