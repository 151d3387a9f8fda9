/**
 * Settings that PATCH /v9/projects accepts and that are worth restoring (Vercel REST API, "Update an existing project").
 * null means "as detected" and is written as null. `passwordProtection` is left out: its password is never given back.
 * `autoAssignCustomDomains` belongs to vercel-deployment, because switches of production change it.
 */
export const SETTINGS = [
  'buildCommand',
  'commandForIgnoringBuildStep',
  'devCommand',
  'directoryListing',
  'enableExternalRewriteCaching',
  'autoExposeSystemEnvs',
  'framework',
  'gitForkProtection',
  'gitLFS',
  'installCommand',
  'nodeVersion',
  'optionsAllowlist',
  'outputDirectory',
  'previewDeploymentsDisabled',
  'protectedSourcemaps',
  'resourceConfig',
  'rootDirectory',
  'serverlessFunctionRegion',
  'skewProtectionAllowedDomains',
  'skewProtectionBoundaryAt',
  'skewProtectionMaxAge',
  'sourceFilesOutsideRootDirectory',
  'ssoProtection',
  'trustedIps',
] as const;

/** Those that visitors feel at once; the others count for the next build. */
export const LIVE_SETTINGS: readonly string[] = [
  'optionsAllowlist',
  'ssoProtection',
  'trustedIps',
  'protectedSourcemaps',
];

/** Those whose loosening opens the project to others. */
export const PROTECTING: readonly string[] = [
  'ssoProtection',
  'trustedIps',
  'gitForkProtection',
  'protectedSourcemaps',
];
