// A zip writer and reader of exactly what the two artifact stand-ins need: files, deflated, no extras.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** @param {{name: string, file: string}[]} entries names with forward slashes */
export function zip(entries) {
  const parts = [];
  const central = [];
  let offset = 0;
  for (const { name, file } of entries) {
    const bytes = readFileSync(file);
    const packed = deflateRawSync(bytes);
    const label = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(0x00210000, 6);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, label, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((0o100000 | (statSync(file).mode & 0o777)) * 0x10000, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, tail, label]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** Unpacks into `folder`; refuses names that lead out of it and bytes that do not match their checksum. */
export function unzip(bytes, folder) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end === -1) throw new Error('the artifact is not a zip file');
  let at = bytes.readUInt32LE(end + 16);
  const names = [];
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = bytes.readUInt16LE(at + 10);
    const crc = bytes.readUInt32LE(at + 16);
    const size = bytes.readUInt32LE(at + 20);
    const lengths = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString('utf8', at + 46, at + 46 + lengths[0]);
    const local = bytes.readUInt32LE(at + 42);
    at += 46 + lengths[0] + lengths[1] + lengths[2];
    if (name.endsWith('/')) continue;
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const plain = method === 0 ? packed : inflateRawSync(packed);
    if (crc32(plain) !== crc) throw new Error(`${name} in the artifact is damaged`);
    const target = join(folder, name);
    if (!target.startsWith(join(folder, sep))) throw new Error(`${name} leads out of the folder`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, plain);
    names.push(name);
  }
  return names;
}
