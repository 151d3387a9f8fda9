import { indexArtifact, type Index } from '../store/artifact-names.js';
import type { Project, Session } from './session.js';

/** Sets the outputs for the upload of the entry in an index (store "artifact"). */
export function announceIndex(
  session: Pick<Session, 'setOutput'>,
  { config }: Pick<Project, 'config'>,
  index: Index,
): void {
  const upload = indexArtifact(config.store, index, config.environment);
  if (upload === null) return;
  session.setOutput('index-artifact', upload.name);
  session.setOutput('index-path', upload.path);
}
