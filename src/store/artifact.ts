import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Context } from '../runtime/context.js';
import { downloadArtifact, openArtifact, type OpenArtifact } from '../services/github/artifact-download.js';
import type { Artifact } from '../services/github/artifacts.js';
import type { GitHub } from '../services/github/client.js';
import { asRewindError, messageOf, RewindError } from '../runtime/errors.js';
import { makeFolder } from '../runtime/files.js';
import { unpack } from './unzip.js';
import type { ArtifactStoreConfig } from './config.js';
import { createDirectoryStore } from './directory.js';
import { readRunOrigin } from '../services/github/run-origin.js';
import { originProblem, ownRunProblem } from './artifact-origin.js';
import { commitProblem, isTrustedName, openPatterns, type TrustedRefs } from './artifact-refs.js';
import { assertKey, assertPrefix, byKey } from './keys.js';
import { readerFindings } from './artifact-findings.js';
import { ArtifactListing } from './artifact-listing.js';
import { allExpired, notTrusted } from './artifact-missing.js';
import { folderOfArtifact, STAGING } from './artifact-names.js';
import { CLEAR, onlySealed } from './artifact-sealed.js';
import type { Store, StoredObject } from './store.js';
import type { Finding } from '../runtime/finding.js';

/**
 * Snapshots as artifacts of workflow runs. Only a workflow step can upload an artifact: the store writes to a directory of
 * the job, and the next step uploads it. The store reads that directory, and the artifacts of other runs by REST.
 *
 * Anyone who may open a pull request can upload an artifact of any name. Therefore the store trusts only runs of this
 * repository (no fork) on the configured branches and tags. The branch of a run is only a label, which a tag or a pull request
 * carries, too: before the store opens an artifact, it asks for the run's event, workflow, commit and time.
 * GitHub deletes expired artifacts; this store deletes none.
 */
export function createArtifactStore(config: ArtifactStoreConfig, ctx: Context, github: GitHub): Store {
  return new ArtifactStore(config, ctx, github);
}

const repository = z.looseObject({ default_branch: z.string(), private: z.boolean() });

class ArtifactStore implements Store {
  readonly kind = 'artifact';
  readonly expires = true;
  private readonly staging: Store;
  private readonly downloads = new Map<number, Promise<Store>>();
  private readonly opened = new Map<number, Promise<OpenArtifact | null>>();
  private readonly listing: ArtifactListing;
  private readonly origins = new Map<number, Promise<void>>();
  private about: Promise<z.infer<typeof repository>> | undefined;

  constructor(
    private readonly config: ArtifactStoreConfig,
    private readonly ctx: Context,
    private readonly github: GitHub,
  ) {
    removeForeign(ctx);
    this.staging = createDirectoryStore(join(ctx.root, STAGING), ctx);
    this.listing = new ArtifactListing(github, config, (artifact) => this.isTrusted(artifact));
  }

  async put(key: string, content: Readable | Uint8Array): Promise<StoredObject> {
    assertKey(key);
    return this.staging.put(key, CLEAR.test(key) ? content : this.sealed(key, content));
  }

  async open(key: string): Promise<Readable> {
    assertKey(key);
    if (await this.isStaged(key)) return this.staging.open(key);
    const holders = (await this.artifacts(folderOfKey(key))).filter((artifact) =>
      isInside(key, this.folderOf(artifact)),
    );
    // The newest first. A later run of a rollback does not have each file of the runs before.
    for (const found of holders) {
      await this.assertOrigin(found);
      const part = CLEAR.test(key) && !this.downloads.has(found.id) ? await this.part(found, key) : null;
      if (part !== null) return Readable.from([part]);
      const whole = await this.downloaded(found);
      const objects = found === holders.at(-1) ? [{ key }] : await whole.list(key.slice(0, key.lastIndexOf('/')));
      if (objects.some((object) => object.key === key)) return whole.open(key);
    }
    return this.staging.open(key);
  }

  async list(prefix: string, newest = Number.POSITIVE_INFINITY): Promise<StoredObject[]> {
    const folder = assertPrefix(prefix);
    const objects = new Map((await this.staging.list(folder)).map((object) => [object.key, object]));
    for (const artifact of await this.artifacts(folder, newest)) {
      const place = this.folderOf(artifact);
      const inside = isInside(folder, place);
      if (place === null || (!inside && !isInside(place, folder))) continue;
      // Only a download shows the content of an artifact. What was uploaded is complete, so its last file is listed.
      if (inside) await this.assertOrigin(artifact);
      const holds = inside
        ? await (await this.downloaded(artifact)).list(folder)
        : [{ key: `${place}/${lastFileOf(place)}`, bytes: artifact.bytes }];
      for (const object of holds) if (!objects.has(object.key)) objects.set(object.key, object);
    }
    return [...objects.values()].sort(byKey);
  }

  /** Deletes only files that are not uploaded yet. */
  async delete(key: string): Promise<void> {
    return this.staging.delete(key);
  }

  async folders(folder: string): Promise<string[]> {
    const places = (await this.artifacts(folder)).flatMap((artifact) => this.folderOf(artifact) ?? []);
    const below = places.filter((place) => place !== folder && isInside(place, folder));
    const staged = (await this.staging.folders?.(folder)) ?? [];
    return [...new Set([...staged, ...below.map((place) => place.slice(folder.length + 1).split('/')[0] ?? '')])];
  }

  async holds(folder: string): Promise<boolean> {
    return (await this.artifacts(folder)).some((artifact) => this.folderOf(artifact) === folder);
  }

  async whyMissing(folder: string): Promise<RewindError | null> {
    const inside = (await this.listing.under(folder, 1)).filter((artifact) => {
      const place = this.folderOf(artifact);
      return place !== null && isInside(place, folder);
    });
    // Newest first.
    const [found] = inside;
    if (!found) return null;
    const isOne = this.folderOf(found) === folder;
    if (inside.every(({ expired }) => expired)) return allExpired(found, inside.length === 1 && isOne ? null : folder);
    // Of a whole folder, only what this repository made: a fork must not put words into a message.
    const other = isOne ? found : inside.find(({ expired, ownRepository }) => !expired && ownRepository);
    if (other === undefined || (await this.isTrusted(other))) return null;
    return notTrusted(other, isOne ? null : folder);
  }

  /** The same rules as for the artifacts of other runs; a run outside of Actions uploads nothing. */
  async assertBelievable(): Promise<void> {
    const { env } = this.ctx;
    if (env.text('GITHUB_ACTIONS') !== 'true') return;
    const refs = await this.refs();
    const ref = env.text('GITHUB_REF') ?? '';
    // owner/repo/.github/workflows/deploy.yml@refs/heads/main, of the caller
    const workflow = /^[^/]+\/[^/]+\/([^@]+)@/.exec(env.text('GITHUB_WORKFLOW_REF') ?? '')?.[1] ?? null;
    const run = { event: env.text('GITHUB_EVENT_NAME') ?? '', ref, workflow };
    const sha = env.text('GITHUB_SHA');
    const name = ref.replace(/^refs\/(heads|tags)\//, '');
    // A branch that was force-pushed since, a run of an older commit, or a tag of a commit that was not merged.
    const problem =
      ownRunProblem(run, refs, this.config) ??
      (sha === undefined ? null : await commitProblem(this.github, refs, name, sha));
    if (problem === null) return;
    throw new RewindError('snapshot-not-believed', `No rollback would believe a snapshot of this run: ${problem}.`);
  }

  private async refs(): Promise<TrustedRefs> {
    const branches = this.config.branches ?? [(await this.readAbout()).default_branch];
    return { branches, tags: this.config.tags ?? [] };
  }

  async check(): Promise<Finding[]> {
    try {
      const [{ private: isPrivate }, findings] = await Promise.all([
        this.readAbout(),
        this.staging.check(),
        this.listing.check(),
      ]);
      const open = await openPatterns(this.github, await this.refs());
      return [...findings, ...readerFindings(isPrivate, this.ctx.env), ...open];
    } catch (error) {
      const { code, message, remedy } = asRewindError(error);
      return [{ level: 'error', code, message, remedy }];
    }
  }

  /** Passes an age file through; fails for any other content. */
  private sealed(key: string, content: Readable | Uint8Array): Readable {
    const output = new PassThrough();
    const source = content instanceof Uint8Array ? Readable.from([content]) : content;
    const check = onlySealed(() => this.unsealed(key));
    // The error reaches the reader through `output`; nothing else waits for this pipeline.
    pipeline(source, check, output).catch(() => undefined);
    return output;
  }

  private async unsealed(key: string): Promise<RewindError> {
    const isPrivate = await this.readAbout().then(
      (about) => about.private,
      () => true,
    );
    const who = isPrivate
      ? 'everyone with read access to this repository'
      : 'every GitHub user (this repository is public)';
    return new RewindError('store-unsealed', `${key} is not sealed, and ${who} could download it.`);
  }

  private async isStaged(key: string): Promise<boolean> {
    return (await this.staging.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
  }

  /** Trusted artifacts that hold a folder or lie in it, newest first. */
  private async artifacts(folder: string, newest = Number.POSITIVE_INFINITY): Promise<Artifact[]> {
    const trusted: Artifact[] = [];
    // Loads both in parallel.
    const [all] = await Promise.all([this.listing.under(folder, newest), this.readAbout()]);
    for (const artifact of all) {
      if (artifact.expired) continue;
      if (await this.isTrusted(artifact)) trusted.push(artifact);
      else this.ctx.log.debug(`skipping artifact ${artifact.name}: its run is not trusted`);
    }
    return trusted;
  }

  private async isTrusted(artifact: Artifact): Promise<boolean> {
    const refs = await this.refs();
    return artifact.ownRepository && artifact.branch !== null && isTrustedName(refs, artifact.branch);
  }

  /** @throws RewindError snapshot-untrusted */
  private assertOrigin(artifact: Artifact): Promise<void> {
    const asked = this.origins.get(artifact.id) ?? this.readOrigin(artifact);
    this.origins.set(artifact.id, asked);
    return asked;
  }

  private async readOrigin(artifact: Artifact): Promise<void> {
    const origin = artifact.runId === null ? null : await readRunOrigin(this.github, artifact.runId);
    const problem =
      originProblem(artifact, origin, this.config) ??
      (origin && (await commitProblem(this.github, await this.refs(), artifact.branch ?? '', origin.sha)));
    if (problem !== null) throw new RewindError('snapshot-untrusted', `Artifact ${artifact.name}: ${problem}.`);
  }

  private readAbout(): Promise<z.infer<typeof repository>> {
    this.about ??= this.github.request(
      { what: 'read the repository', permission: 'contents: read' },
      repository,
      (rest, target) => rest.repos.get(target),
    );
    return this.about;
  }

  private folderOf({ name }: Artifact): string | null {
    return folderOfArtifact(this.config, name);
  }

  /** Reads a manifest without the rest of the archive: a plan does not need the dump. */
  private async part(artifact: Artifact, key: string): Promise<Buffer | null> {
    const name = key.slice(`${this.folderOf(artifact) ?? ''}/`.length);
    try {
      const opened = this.opened.get(artifact.id) ?? openArtifact(this.ctx, this.github, artifact);
      this.opened.set(artifact.id, opened);
      return (await (await opened)?.read(name)) ?? null;
    } catch (error) {
      if (error instanceof RewindError) throw error;
      this.ctx.log.debug(`${artifact.name}: ${messageOf(error)}; downloading all of it`);
      return null;
    }
  }

  private downloaded(artifact: Artifact): Promise<Store> {
    const known = this.downloads.get(artifact.id);
    if (known) return known;
    const download = this.download(artifact);
    this.downloads.set(artifact.id, download);
    return download;
  }

  private async download(artifact: Artifact): Promise<Store> {
    const root = join(this.ctx.scratch, `artifact-${artifact.id}`);
    const archive = `${root}.zip`;
    const place = this.folderOf(artifact) ?? '';
    const target = join(root, place);
    makeFolder(target, 0o700);
    await downloadArtifact(this.ctx, this.github, artifact, archive);
    await unpack(archive, target);
    await rm(archive, { force: true });
    return createDirectoryStore(root, this.ctx);
  }
}

/**
 * Removes what another run of the workflow has staged: a self-hosted runner may keep the workspace. It would be listed as
 * if this run had taken it. The attempts of one run share it.
 */
function removeForeign({ root, env }: Context): void {
  const run = env.text('GITHUB_ACTIONS') === 'true' ? env.text('GITHUB_RUN_ID') : undefined;
  if (run === undefined) return;
  const marker = join(root, `${STAGING}.run`);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === run) return;
  rmSync(join(root, STAGING), { recursive: true, force: true });
  makeFolder(dirname(marker));
  writeFileSync(marker, run);
}

/** The file that is written last into a folder of a store. */
const lastFileOf = (folder: string): string =>
  folder.startsWith('incidents/') ? 'head.json' : folder.startsWith('drills/') ? 'drill.json' : 'SHA256SUMS';

/** What one artifact holds: snapshots/production/ID */
const folderOfKey = (key: string): string => key.split('/').slice(0, 3).join('/');

/** `path` is the folder or lies below it. */
function isInside(path: string, folder: string | null): boolean {
  return folder !== null && (folder === '' || path === folder || path.startsWith(`${folder}/`));
}
