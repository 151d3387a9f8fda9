import { resolve } from 'node:path';
import type { Context } from '../runtime/context.js';
import type { StoreConfig } from './config.js';
import type { Store } from './store.js';

/** Where the store is, for people. */
export function placeOf(config: StoreConfig, ctx: Pick<Context, 'root' | 'env'>): string {
  switch (config.kind) {
    case 'directory':
      return resolve(ctx.root, config.path);
    case 's3':
      return `s3://${config.bucket}/${config.prefix}`;
    case 'artifact':
      return `the artifacts of ${ctx.env.text('GITHUB_REPOSITORY') ?? 'the repository'}`;
  }
}

/** The configured store. Loads each kind only when needed: the S3 SDK takes 90 ms to load. */
export async function openStore(config: StoreConfig, ctx: Context): Promise<Store> {
  switch (config.kind) {
    case 'directory': {
      const { createDirectoryStore } = await import('./directory.js');
      return createDirectoryStore(resolve(ctx.root, config.path), ctx);
    }
    case 's3': {
      const { createS3Store } = await import('./s3/index.js');
      return createS3Store(config, ctx);
    }
    case 'artifact': {
      const [{ createArtifactStore }, { createGitHub }] = await Promise.all([
        import('./artifact.js'),
        import('../services/github/client.js'),
      ]);
      return createArtifactStore(config, ctx, createGitHub(ctx));
    }
  }
}
