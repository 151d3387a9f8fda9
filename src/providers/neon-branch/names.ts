import type { Kept } from './state.js';

/**
 * Names of branches. They are the only memory of a restore that outlives the run, so they hold what a rerun must know:
 * `rewind-RESOURCE-SNAPSHOT` is a snapshot; `rewind-RESOURCE-before-NUMBER-SNAPSHOT-was-MARK` is what a restore kept, and
 * gets `-now-MARK` when the restore is finished.
 */
export const copyName = (resource: string, snapshot: string): string => `rewind-${resource}-${snapshot}`;

export const keptName = (resource: string, number: number, snapshot: string, mark: string): string =>
  `rewind-${resource}-before-${number}-${snapshot}-was-${mark}`;

export const finishedName = (kept: string, mark: string): string => `${kept}-now-${mark}`;

/** All names of a resource contain it; other names may too. */
export const namePart = (resource: string): string => `rewind-${resource}-`;

const KEPT = /^(rewind-(.+)-before-(\d+)-(\d{8}T\d{6}Z-\w+)-was-([0-9a-f]+))(?:-now-([0-9a-f]+))?$/;
const COPY = /^rewind-(.+)-(\d{8}T\d{6}Z-\w+)$/;

/** @returns undefined for a branch that is none which a restore of this resource kept */
export function parseKept(resource: string, name: string): (Kept & { readonly was: string }) | undefined {
  const [, base, owner, number, snapshot, was, now] = KEPT.exec(name) ?? [];
  if (base === undefined || snapshot === undefined || was === undefined || owner !== resource) return undefined;
  return { name: base, number: Number(number), snapshot, was, now: now ?? null };
}

export const isCopy = (resource: string, name: string): boolean => COPY.exec(name)?.[1] === resource;
