// The real server of Bluesky on loopback, with a stub of the directory of accounts (PLC). It prints its address when it is
// ready, and ends with its standard input. Argument: an empty folder.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { envToCfg, envToSecrets, PDS } from '@atproto/pds';
import { formatDidDoc } from '@did-plc/lib';

const folder = process.argv[2];
const operations = new Map();
const directory = createServer((request, response) => {
  void (async () => {
    const did = decodeURIComponent(request.url ?? '').split('/')[1] ?? '';
    if (request.method === 'POST') operations.set(did, await json(request));
    const operation = operations.get(did);
    const answer =
      operation && request.url?.endsWith('/data')
        ? { did, ...operation }
        : operation && formatDidDoc({ did, ...operation });
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  })();
});
await new Promise((resolve) => directory.listen(0, '127.0.0.1', resolve));

const key = () => randomBytes(32).toString('hex');
const env = {
  port: 0,
  hostname: 'localhost',
  devMode: true,
  dataDirectory: folder,
  blobstoreDiskLocation: `${folder}/blobs`,
  didPlcUrl: `http://127.0.0.1:${directory.address().port}`,
  serviceHandleDomains: ['.test'],
  inviteRequired: false,
  jwtSecret: key(),
  dpopSecret: key(),
  adminPassword: key(),
  plcRotationKeyK256PrivateKeyHex: key(),
  rateLimitsEnabled: false,
};
const pds = await PDS.create(envToCfg(env), envToSecrets(env));
const server = await pds.start();
console.log(`http://127.0.0.1:${server.address().port}`);
process.stdin.resume().on('end', () => process.exit(0));
