import { artifactsOfRun, listArtifacts, readArtifacts, type Artifact } from '../services/github/artifacts.js';
import type { GitHub } from '../services/github/client.js';
import { mapLimited } from '../runtime/flow.js';
import { artifactPrefix, folderOfArtifact, indexName, type Index } from './artifact-names.js';
import type { ArtifactStoreConfig } from './config.js';

/** A run that an index names. */
interface IndexedRun {
  readonly run: number;
  /** Number of its entry in the index: a run that was started again has a new one. */
  readonly entry: number;
}

/** A repository with so few artifacts is listed whole: 5 requests. */
const FEW = 500;
/** Runs that are read at once. */
const RUNS = 10;
/** The newest runs of an index that are read at most: each costs a request of the repository's hourly quota. */
const MOST_RUNS = 200;
/** What an artifact can hold. */
const KINDS = ['', 'snapshots', 'rollbacks', 'incidents', 'drills'];
/** Pages of an index. Everybody who may open a pull request can add entries to an index, and those do not count. */
const MOST_PAGES = 20;

/**
 * Finds the artifacts of a store. All of them, if the repository has few. Else the indexes tell which runs uploaded some,
 * and the artifacts of these runs are listed, newest first: as many as are asked for. Reads everything once.
 */
export class ArtifactListing {
  private readonly runs = new Map<number, Promise<readonly Artifact[]>>();
  private readonly indexes = new Map<string, Promise<readonly IndexedRun[]>>();
  private readonly names = new Map<string, Promise<readonly Artifact[]>>();
  private whole: Promise<readonly Artifact[] | null> | undefined;

  /** @param isTrusted false for an artifact of a run that nobody believes */
  constructor(
    private readonly github: GitHub,
    private readonly config: ArtifactStoreConfig,
    private readonly isTrusted: (artifact: Artifact) => Promise<boolean>,
  ) {}

  /**
   * Artifacts of the store that hold the folder, lie in it, or of which one cannot tell: newest first, also those that
   * expired or are not trusted.
   * @param folder e.g. snapshots/production
   * @param newest this many folders suffice
   */
  async under(folder: string, newest: number): Promise<readonly Artifact[]> {
    const all = await this.readable();
    if (all !== null) return all;
    const [kind = '', environment, id] = folder.split('/');
    if (!KINDS.includes(kind)) return [];
    // Only for messages: what the newest artifacts of the repository are.
    if (environment === undefined) return this.ours((await readArtifacts(this.github, 1)).artifacts);
    if (kind === 'snapshots' && id !== undefined) return this.named(`snapshot-${environment}-${id}`);
    const indexes: readonly Index[] = kind === 'snapshots' ? ['snapshots', 'records'] : ['records'];
    const runs = await Promise.all(indexes.map((index) => this.indexed(index, environment)));
    const newestFirst = runs.flat().sort((a, b) => b.entry - a.entry);
    return this.ofRuns([...new Set(newestFirst.map(({ run }) => run))], `${kind}/${environment}/`, newest);
  }

  /** Reads whether the repository can be listed. @throws HttpFailure */
  async check(): Promise<void> {
    await this.readable();
  }

  private readable(): Promise<readonly Artifact[] | null> {
    this.whole ??= listArtifacts(this.github, FEW).then((all) => all && this.ours(all));
    return this.whole;
  }

  /** The id of a snapshot is part of the name. */
  private named(rest: string): Promise<readonly Artifact[]> {
    const name = `${artifactPrefix(this.config)}${rest}`;
    const known = this.names.get(name) ?? readArtifacts(this.github, 1, name).then(({ artifacts }) => artifacts);
    this.names.set(name, known);
    return known;
  }

  /** Runs that an index names and that are trusted. */
  private indexed(index: Index, environment: string): Promise<readonly IndexedRun[]> {
    const name = indexName(this.config, index, environment);
    const known = this.indexes.get(name) ?? this.readIndex(name);
    this.indexes.set(name, known);
    return known;
  }

  private async readIndex(name: string): Promise<readonly IndexedRun[]> {
    const runs: IndexedRun[] = [];
    for (let page = 1; page <= MOST_PAGES && runs.length < MOST_RUNS; page += 1) {
      const { artifacts, total } = await readArtifacts(this.github, page, name);
      for (const artifact of artifacts) {
        const { id: entry, runId: run } = artifact;
        if (run !== null && (await this.isTrusted(artifact))) runs.push({ run, entry });
      }
      if (artifacts.length === 0 || page * 100 >= total) break;
    }
    return runs;
  }

  private async ofRuns(runs: readonly number[], place: string, newest: number): Promise<readonly Artifact[]> {
    const found: Artifact[] = [];
    const folders = new Set<string>();
    for (let start = 0; start < Math.min(runs.length, MOST_RUNS) && folders.size < newest; start += RUNS) {
      const lists = await mapLimited(runs.slice(start, start + RUNS), RUNS, (run) => this.ofRun(run));
      for (const artifact of this.ours(lists.flat())) {
        const folder = folderOfArtifact(this.config, artifact.name) ?? '';
        if (!folder.startsWith(place)) continue;
        found.push(artifact);
        folders.add(folder);
        this.names.set(artifact.name, this.names.get(artifact.name) ?? Promise.resolve([artifact]));
      }
    }
    return found.sort((a, b) => b.id - a.id);
  }

  private ofRun(run: number): Promise<readonly Artifact[]> {
    const known = this.runs.get(run) ?? artifactsOfRun(this.github, run);
    this.runs.set(run, known);
    return known;
  }

  private ours(artifacts: readonly Artifact[]): readonly Artifact[] {
    return artifacts.filter(({ name }) => folderOfArtifact(this.config, name) !== null);
  }
}
