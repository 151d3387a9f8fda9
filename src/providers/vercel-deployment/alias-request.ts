import type { AliasRequest, Project } from '../../services/vercel/deployments.js';

export const productionOf = (project: Project): string | undefined => project.targets?.production?.id;
export const isRunning = (request: AliasRequest): boolean => ['pending', 'in-progress'].includes(request.jobStatus);
/** Compares times of Vercel only: its clock may differ from that of the runner. */
export const isAfter = (request: AliasRequest, earlier: AliasRequest | null): boolean =>
  isAfterTime(request, earlier?.requestedAt ?? null);
/** @param earlier by the clock of Vercel; null: there was no request before */
export const isAfterTime = (request: AliasRequest, earlier: number | null): boolean =>
  earlier === null || request.requestedAt > earlier;
