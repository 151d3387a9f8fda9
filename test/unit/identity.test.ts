import { expect, test } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { parseWords } from '../../src/cli/parse.js';
import { openProject } from '../../src/cli/project.js';
import { COMMAND_LIST } from '../../src/commands/index.js';
import { unsealStream } from '../../src/engine/seal.js';
import { testContext } from '../support/context.js';

const identity = await generateIdentity();
const recipient = await identityToRecipient(identity);

/** The identities of a run whose REWIND_IDENTITY is the text. */
async function identitiesOf(text: string): Promise<readonly string[]> {
  const env = { REWIND_IDENTITY: text };
  const ctx = testContext({ env });
  const root = mkdtempSync(join(ctx.scratch, 'repository-'));
  writeFileSync(
    join(root, 'rewind.yml'),
    `{ version: 1, environment: production, store: { kind: directory, path: store },
       seal: { recipients: [${recipient}] },
       resources: [{ id: web, provider: vercel-deployment, project: prj_1, team: team_1 }] }`,
  );
  const command = await COMMAND_LIST.commands.list?.load();
  if (!command) throw new Error('there is no command "list"');
  const inputs = parseWords(command, ['--config', 'rewind.yml']);
  const invocation = { inputs, action: false, env, secrets: [], root };
  return (await openProject(invocation, ctx, (file) => join(root, file))).identities;
}

test('the whole key file of age-keygen may be the secret', async () => {
  expect(await identitiesOf(`# created: today\n# public key: ${recipient}\n${identity}\n`)).toEqual([identity]);
});

test('a public key as REWIND_IDENTITY is called a public key, not a missing identity', async () => {
  await expect(unsealStream(Readable.from(['']), await identitiesOf(recipient))).rejects.toMatchObject({
    code: 'input-invalid',
    message: expect.stringContaining('is a public key'),
  });
});
