import type { ArtifactStoreConfig, StoreConfig } from './config.js';

/** Directory in the repository for files of the store `artifact`, until a workflow step uploads them. */
export const STAGING = '.rewind/store';

/** A directory to upload as one artifact, and the name of the artifact. */
export interface ArtifactUpload {
  readonly name: string;
  /** Directory whose content is uploaded, relative to the repository. */
  readonly path: string;
}

export const artifactPrefix = (config: ArtifactStoreConfig): string => `${config.name ?? 'rewind'}-`;

/** @returns null if the store needs no upload by a step */
export function snapshotArtifact(store: StoreConfig, environment: string, id: string): ArtifactUpload | null {
  if (store.kind !== 'artifact') return null;
  return {
    name: `${artifactPrefix(store)}snapshot-${environment}-${id}`,
    path: `${STAGING}/snapshots/${environment}/${id}`,
  };
}

/** Plan and journal. The workflow adds `-<run>-<attempt>` to the name: the journal of each attempt is kept. */
export function rollbackArtifact(store: StoreConfig, environment: string, digest: string): ArtifactUpload | null {
  if (store.kind !== 'artifact') return null;
  return {
    name: `${artifactPrefix(store)}rollback-${environment}-${digest}`,
    path: `${STAGING}/rollbacks/${environment}/${digest}`,
  };
}

/** The record of an incident. The workflow adds `-<run>-<attempt>`: each artifact holds the record up to its run. */
export function incidentArtifact(store: StoreConfig, environment: string, id: string): ArtifactUpload | null {
  if (store.kind !== 'artifact') return null;
  return {
    name: `${artifactPrefix(store)}incident-${environment}-${id}`,
    path: `${STAGING}/incidents/${environment}/${id}`,
  };
}

/** The result of a drill. Its id is new in each run. */
export function drillArtifact(store: StoreConfig, environment: string, id: string): ArtifactUpload | null {
  if (store.kind !== 'artifact') return null;
  return {
    name: `${artifactPrefix(store)}drill-${environment}-${id}`,
    path: `${STAGING}/drills/${environment}/${id}`,
  };
}

/** `snapshots`: runs that took one. `records`: runs that wrote a journal, the record of an incident, or a drill. */
export type Index = 'snapshots' | 'records';

/**
 * A small artifact with the same name in each run that uploads something of an environment. GitHub finds artifacts only
 * by their whole name: in a repository with many artifacts this name leads to the runs. What it holds is not read.
 */
export function indexName(config: ArtifactStoreConfig, index: Index, environment: string): string {
  return `${artifactPrefix(config)}${index}-${environment}`;
}

/** @returns patterns of files, one a line, as `path` */
export function indexArtifact(store: StoreConfig, index: Index, environment: string): ArtifactUpload | null {
  if (store.kind !== 'artifact') return null;
  const files =
    index === 'snapshots'
      ? [`snapshots/${environment}/*/manifest.json`]
      : [
          `rollbacks/${environment}/*/plan.json`,
          `incidents/${environment}/*/head.json`,
          `drills/${environment}/*/drill.json`,
        ];
  return { name: indexName(store, index, environment), path: files.map((file) => `${STAGING}/${file}`).join('\n') };
}

/** The folder of the store that an artifact holds; null for one that is not ours. */
export function folderOfArtifact(config: ArtifactStoreConfig, name: string): string | null {
  const prefix = artifactPrefix(config);
  if (!name.startsWith(prefix)) return null;
  const [, kind, environment, id] =
    /^(snapshot)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
    /^(rollback)-(.+)-([0-9a-f]{64})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
    /^(drill)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
    /^(incident)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
    [];
  return kind === undefined ? null : `${kind}s/${environment ?? ''}/${id ?? ''}`;
}

/** Retention of the artifacts in days. */
export function retentionDays(config: {
  readonly store: StoreConfig;
  readonly retention: { readonly 'keep-days': number };
}): number {
  const own = config.store.kind === 'artifact' ? config.store['retention-days'] : undefined;
  return own ?? config.retention['keep-days'];
}
