import { z } from 'zod';

/** Keys of each probe that asks Sentry. */
export const sentryFields = {
  organization: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,99}$/, 'must be the slug of the organization, as in the address of its pages')
    .describe('Slug of the organization.'),
  projects: z
    .array(z.number().int().positive())
    .min(1)
    .max(20)
    .describe('Ids of the projects: the number after "project=" in the address of their pages.'),
  environment: z.string().min(1).max(64).default('production').describe('Environment in Sentry.'),
};
