/**
 * The restored settings of PATCH /v9/projects (Vercel REST API, "Update an existing project"); null = "as detected".
 * Omits `passwordProtection`, because Vercel never returns the password, and `autoAssignCustomDomains`, because
 * switches of production change it: it belongs to vercel-deployment.
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

/** Settings that act live; the others take effect with the next build. */
export const LIVE_SETTINGS: readonly string[] = [
  'optionsAllowlist',
  'ssoProtection',
  'trustedIps',
  'protectedSourcemaps',
];

/** Settings that protect the project from public access. */
export const PROTECTING: readonly string[] = [
  'ssoProtection',
  'trustedIps',
  'gitForkProtection',
  'protectedSourcemaps',
];
