import { z } from 'zod';

/** Field types shared by the configurations of providers. */

export const resourceId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter')
  .describe('Name of this resource in plans, reports and --scope.');

/** `${NAME}`: read from the environment when Rewind needs it. A literal secret in the file is an error. */
export const secretReference = z
  .string()
  .regex(/^\$\{[A-Z_][A-Z0-9_]*\}$/, 'must be a reference like ${NAME}: do not put secrets in this file');

/** Vercel ids, as in the dashboard's settings pages. */
export const vercelProject = z
  .string()
  .regex(/^prj_\w+$/, 'must be a project id (prj_…), not a name')
  .describe('Vercel project id.');
export const vercelTeam = z
  .string()
  .regex(/^team_\w+$/, 'must be a team id (team_…)')
  .optional()
  .describe('Vercel team id; leave out for a personal account.');

export const awsRegion = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as us-east-1');

export const neonProject = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, 'must be the id of a Neon project, not its name')
  .describe('Neon project id.');
