import { resolve } from 'node:path';
import type { Context } from '../../context.js';
import { RewindError } from '../errors.js';
import type { StoreConfig } from './config.js';
import type { Store } from './store.js';

/** The store of the configuration. Each kind is loaded only when it is used: the SDK behind s3 takes 90 ms to load. */
export async function openStore(config: StoreConfig, ctx: Context): Promise<Store> {
  switch (config.kind) {
    case 'directory': {
      const { createDirectoryStore } = await import('./directory.js');
      return createDirectoryStore(resolve(ctx.root, config.path), ctx);
    }
    case 's3': {
      const { createS3Store } = await import('./s3.js');
      return createS3Store(config, ctx);
    }
    case 'artifact':
      throw new RewindError('config-invalid', `The store "${config.kind}" is not available in this version.`, {
        remedy: 'Use a store of kind s3 or directory; see docs/stores.md.',
      });
  }
}
