import { inflateRawSync } from 'node:zlib';
import { expect } from '@jest/globals';
import type { Shop } from './shop.js';

/** No log, comment, deployment, artifact or request of a shop may hold a secret. @throws Error */
export function expectNoLeak(shop: Shop): void {
  const forms = shop.canaries.flatMap((secret) => [
    ['as it is', secret],
    ['in base64', Buffer.from(secret).toString('base64').replace(/=+$/, '')],
    ['in base64 of an Authorization header', Buffer.from(`:${secret}`).toString('base64').replace(/=+$/, '')],
    ['URL-encoded', encodeURIComponent(secret)],
    ['as JSON', JSON.stringify(secret).slice(1, -1)],
  ]);
  const places = [
    ...shop.logs,
    ...shop.hub.comments.map(({ body }) => ({ what: 'a comment', text: body })),
    ...shop.hub.deployments.map((deployment) => ({ what: 'a deployment', text: JSON.stringify(deployment) })),
    ...shop.hub.artifacts.flatMap(({ name, zip }) => [
      { what: `artifact ${name}`, text: zip.toString('latin1') },
      { what: `artifact ${name}, unpacked`, text: unpacked(zip) },
    ]),
    {
      what: 'requests to Vercel',
      text: JSON.stringify(shop.vercel.requests.map(({ path, query }) => [path, String(query)])),
    },
  ];
  expect(shop.logs.length).toBeGreaterThan(0);
  for (const { what, text } of places) {
    // How the runner is told to hide a value is the one place where it must stand.
    const shown = text.replaceAll(/^.*::add-mask::.*$/gm, '');
    for (const [form, secret] of forms) {
      if (shown.includes(secret ?? '')) throw new Error(`${what} holds a secret ${form}`);
    }
  }
}

/** Every file of an archive, one after the other. */
export const unpacked = (zip: Buffer): string => [...filesOf(zip).values()].map((text) => `${text}\n`).join('');

/** The files of an archive by their name, each byte as one character. */
export function filesOf(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let at = zip.indexOf('PK\x03\x04', 0, 'latin1');
  while (at >= 0 && zip.readUInt32LE(at) === 0x04034b50) {
    const size = zip.readUInt32LE(at + 18);
    const named = at + 30 + zip.readUInt16LE(at + 26);
    const start = named + zip.readUInt16LE(at + 28);
    const packed = zip.subarray(start, start + size);
    const content = zip.readUInt16LE(at + 8) === 0 ? packed : inflateRawSync(packed);
    files.set(zip.toString('utf8', at + 30, named), content.toString('latin1'));
    at = start + size;
  }
  return files;
}
