import { createWriteStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry } from 'yauzl';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { MAX_BYTES, readLimited, tooLarge } from '../../runtime/byte-limits.js';
import type { Artifact } from './artifacts.js';
import type { GitHub } from './client.js';

/** A storage that answers nothing for so long is asked again: without a limit, a rollback would wait for minutes. */
const SILENCE_MS = 20_000;

/** As fetch, but it fails if nothing comes for a while, before the answer or within it. */
async function fetchWatched(ctx: Context, url: string | URL, init: RequestInit, silenceMs: number): Promise<Response> {
  const silence = new AbortController();
  const fail = (): void => silence.abort(new Error(`nothing came for ${silenceMs / 1000} s`));
  // The connection keeps the process, not the timer.
  const timer = setTimeout(fail, silenceMs).unref();
  const signal = AbortSignal.any([ctx.signal, silence.signal]);
  const response = await ctx.fetch(url, { ...init, signal });
  timer.refresh();
  if (response.body === null) return response;
  const heard = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, to) => {
      timer.refresh();
      to.enqueue(chunk);
    },
    flush: () => clearTimeout(timer),
  });
  const { status, headers } = response;
  return new Response(response.body.pipeThrough(heard), { status, headers });
}

/**
 * Downloads the archive into a file and compares it with GitHub's digest.
 *
 * @throws RewindError snapshot-expired, store-unreadable, snapshot-corrupt
 */
export async function downloadArtifact(
  ctx: Context,
  github: GitHub,
  artifact: Artifact,
  file: string,
  silenceMs = SILENCE_MS,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fetchArchive(ctx, github, artifact, file, silenceMs);
      return;
    } catch (error) {
      // What came may be half of it, or the page of a proxy: once more, before the snapshot is called damaged.
      if (error instanceof RewindError && error.code === 'snapshot-corrupt' && attempt === 1) continue;
      if (error instanceof RewindError || ctx.signal.aborted || attempt === 4) throw unreadable(artifact, error);
      ctx.log.debug(`artifact ${artifact.name}: ${messageOf(error)}; retrying`);
      await ctx.clock.sleep(1000 * 2 ** attempt * (0.5 + ctx.random()), ctx.signal);
    }
  }
}

/** Reads small files of an artifact by range requests: a plan needs the manifest, not the dump. */
export interface OpenArtifact {
  /** @returns null if the archive has no such file */
  read(name: string): Promise<Buffer | null>;
}

/** @returns null if the storage does not support range requests */
export async function openArtifact(ctx: Context, github: GitHub, artifact: Artifact): Promise<OpenArtifact | null> {
  const storage: Ask = (url, init) => fetchWatched(ctx, url, init, SILENCE_MS);
  const signed = await signedAddress(ctx, github, artifact, storage);
  const tail = await readTail(storage, signed, artifact.bytes);
  if (tail === null) return null;
  const zip = await fromRandomAccessReaderPromise(new PartReader(storage, signed, tail), tail.total, {
    autoClose: false,
  });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return {
    read: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      return readLimited(await zip.openReadStreamPromise(entry), `${name} in artifact ${artifact.name}`);
    },
  };
}

type Ask = (url: string | URL, init: RequestInit) => Promise<Response>;

/** GitHub redirects to its storage, which rejects requests with our token. */
async function signedAddress(ctx: Context, github: GitHub, artifact: Artifact, ask: Ask): Promise<URL> {
  const { url, headers } = github.download(`/actions/artifacts/${artifact.id}/zip`);
  const pointer = await ask(url, { headers, redirect: 'manual' });
  await pointer.body?.cancel();
  const location = pointer.headers.get('location');
  if (pointer.status === 410) {
    throw new RewindError('snapshot-expired', `The artifact ${artifact.name} has expired.`);
  }
  if (pointer.status >= 300 && pointer.status < 400 && location !== null) {
    const signed = new URL(location, url);
    // The signature alone gives access to the artifact.
    const signature = signed.searchParams.get('sig');
    if (signature !== null) ctx.masker.add(signature);
    return signed;
  }
  const message = `GitHub answered ${pointer.status} to the download of artifact ${artifact.name}`;
  // A limit of requests says nothing about permissions.
  const limited = pointer.headers.has('retry-after') || pointer.headers.get('x-ratelimit-remaining') === '0';
  if (pointer.status >= 500 || pointer.status === 429 || limited) throw new Error(message);
  if (pointer.status === 404) {
    // It was in the list a moment ago.
    throw new RewindError('store-unreadable', `GitHub does not have the artifact ${artifact.name} any more.`, {
      remedy: 'Somebody deleted it, or its run. Run again: a deleted snapshot is not in the list then.',
    });
  }
  const refused = pointer.status === 401 || pointer.status === 403;
  throw new RewindError('store-unreadable', `${message}.`, {
    remedy: refused
      ? 'Grant the job the permission "actions: read".'
      : 'Run again. If it fails again, check githubstatus.com, and whether a proxy is between this machine and GitHub.',
  });
}

/** Reads the end of an archive, which holds its directory; the whole archive if it is small. */
interface Tail {
  readonly bytes: Buffer;
  readonly from: number;
  readonly total: number;
}

const TAIL_BYTES = 256 * 1024;

/** The storage supports no suffix ranges. @param total size by GitHub; the storage's own size takes precedence */
async function readTail(ask: Ask, signed: URL, total: number): Promise<Tail | null> {
  const first = Math.max(0, total - TAIL_BYTES);
  const range = `bytes=${first}-${Math.max(first, total - 1)}`;
  const response = await ask(signed, { headers: { range } });
  const [, from, size] = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? [];
  if (response.status !== 206 || from === undefined || size === undefined) {
    await response.body?.cancel();
    return null;
  }
  if (response.body === null) return null;
  const bytes = await readLimited(response.body, 'the end of an artifact', TAIL_BYTES);
  return Number(size) === total ? { bytes, from: Number(from), total } : readTail(ask, signed, Number(size));
}

class PartReader extends RandomAccessReader {
  constructor(
    private readonly ask: Ask,
    private readonly signed: URL,
    private readonly tail: Tail,
  ) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { bytes, from } = this.tail;
    if (start >= from) return Readable.from([bytes.subarray(start - from, end - from)]);
    const output = new PassThrough();
    const copy = async (): Promise<void> => {
      const headers = { range: `bytes=${start}-${end - 1}` };
      const response = await this.ask(this.signed, { headers });
      if (response.status !== 206 || response.body === null) throw new Error(`the storage answered ${response.status}`);
      await pipeline(streamOf(response.body), output);
    };
    copy().catch((error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))));
    return output;
  }
}

const streamOf = (body: ReadableStream): Readable => Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);

async function fetchArchive(
  ctx: Context,
  github: GitHub,
  artifact: Artifact,
  file: string,
  silenceMs: number,
): Promise<void> {
  const ask: Ask = (url, init) => fetchWatched(ctx, url, init, silenceMs);
  const response = await ask(await signedAddress(ctx, github, artifact, ask), {});
  if (!response.ok || response.body === null) throw new Error(`the storage answered ${response.status}`);
  const hash = createHash('sha256');
  const progress = ctx.progress(`download ${artifact.name}`);
  let bytes = 0;
  const limit = 2 * artifact.bytes + MAX_BYTES;
  const meter = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      bytes += chunk.length;
      if (bytes > limit) {
        done(tooLarge(`artifact ${artifact.name}`, limit));
        return;
      }
      progress.update(bytes, artifact.bytes);
      done(null, chunk);
    },
  });
  await pipeline(streamOf(response.body), meter, createWriteStream(file, { mode: 0o600 }));
  progress.end();
  if (artifact.sha256 !== null && hash.digest('hex') !== artifact.sha256) {
    throw new RewindError(
      'snapshot-corrupt',
      `The artifact ${artifact.name} does not match the digest that GitHub recorded at its upload.`,
    );
  }
}

function unreadable(artifact: Artifact, error: unknown): unknown {
  if (error instanceof RewindError) return error;
  return new RewindError('store-unreadable', `Artifact ${artifact.name} could not be downloaded: ${messageOf(error)}`, {
    cause: error,
    remedy: 'Run again. If it fails again, check githubstatus.com.',
  });
}
