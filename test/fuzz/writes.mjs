// Loaded before the program (node --import). Names each point of the program at which it writes something outside of itself:
// an HTTP request other than GET and HEAD, an SQL statement, a program that it starts and what it feeds to it, a file below
// FUZZ_ROOT. A name has no ids and no numbers in it, so that it is the same in each run.
//
// FUZZ_LOG=FILE             appends the name of each point that is reached, one a line
// FUZZ_KILL=JSON            { point, nth, children }: SIGKILL when the point is reached for the nth time; children: those too
// FUZZ_PORT=PORT            of PostgreSQL
// FUZZ_SMTP=PORT            of a mail server
import childProcess from 'node:child_process';
import channel from 'node:diagnostics_channel';
import fs from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { basename, relative, resolve } from 'node:path';

const { FUZZ_LOG, FUZZ_KILL, FUZZ_PORT, FUZZ_SMTP, FUZZ_ROOT = '/' } = process.env;
for (const name of ['FUZZ_LOG', 'FUZZ_KILL', 'FUZZ_PORT', 'FUZZ_SMTP', 'FUZZ_ROOT']) delete process.env[name];

const target = FUZZ_KILL ? JSON.parse(FUZZ_KILL) : null;
const log = FUZZ_LOG ? fs.openSync(FUZZ_LOG, 'a') : null;
const original = { writeSync: fs.writeSync, kill: process.kill.bind(process) };
const children = new Set();
let reached = 0;

const plain = (text) =>
  text
    .replace(/\w*\d\w*|[0-9a-f]{8,}/gi, '#')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 90);

/** @returns true if the process must end here */
function isTheEnd(point) {
  if (log !== null) original.writeSync(log, `${point}\n`);
  if (target?.point !== point) return false;
  reached += 1;
  return reached === target.nth;
}

function end() {
  if (target.children) for (const child of children) child.kill('SIGKILL');
  original.kill(process.pid, 'SIGKILL');
}

const at = (point) => isTheEnd(point) && end();

// HTTP: fetch (undici) and node:http (AWS SDK).
const writes = (method) => !['GET', 'HEAD'].includes(method);
const nameOf = (method, path) => `http ${method} ${plain(path.replace(/\?.*/, '').replace(/[\w-]*\d[\w-]*/g, '#'))}`;
const onFetch = (name, phase, later) =>
  channel.subscribe(name, ({ request }) => {
    if (!writes(request.method)) return;
    const point = `${nameOf(request.method, request.path)}: ${phase}`;
    // What was written to the socket is flushed when the stack is empty.
    if (later) setImmediate(() => at(point));
    else at(point);
  });
onFetch('undici:request:create', 'not sent', false);
onFetch('undici:request:bodySent', 'sent', true);
onFetch('undici:request:headers', 'answered', false);
const sentByNode = http.ClientRequest.prototype.end;
http.ClientRequest.prototype.end = function (...args) {
  if (!writes(this.method)) return sentByNode.apply(this, args);
  const name = nameOf(this.method, this.path);
  at(`${name}: not sent`);
  this.once('finish', () => setImmediate(() => at(`${name}: sent`)));
  this.once('response', () => at(`${name}: answered`));
  return sentByNode.apply(this, args);
};

// SQL of this process: the messages Query and Parse of PostgreSQL's protocol.
const READS = /^\s*(SELECT|SHOW|WITH|TABLE|FETCH|DECLARE|BEGIN|START|SET|RESET|LISTEN|EXPLAIN)\b/i;
const EFFECTS = /pg_terminate_backend|advisory|setval|lo_|COMMIT|ALTER|UPDATE|INSERT|DELETE|DROP|CREATE|COMMENT/;
const isWrite = (sql) => !READS.test(sql) || EFFECTS.test(sql);
function statementOf(data) {
  if (!(data instanceof Uint8Array) || data.length < 6) return null;
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.length);
  const kind = String.fromCharCode(bytes[0]);
  if (kind === 'Q') return bytes.toString('utf8', 5, bytes.indexOf(0, 5));
  if (kind !== 'P') return null;
  const from = bytes.indexOf(0, 5) + 1;
  return bytes.toString('utf8', from, bytes.indexOf(0, from));
}
// Mails: a command, or the text of the mail.
const mailOf = (data) => `mail ${/^(EHLO|AUTH|MAIL|RCPT|DATA|QUIT|\.)(?=[\r ])/.exec(String(data))?.[1] ?? 'text'}`;
/** What is written to a server that is watched; null: nothing. */
function writtenTo(port, data) {
  if (FUZZ_SMTP !== undefined && port === FUZZ_SMTP) return mailOf(data);
  const sql = FUZZ_PORT !== undefined && port === FUZZ_PORT ? statementOf(data) : null;
  return sql === null || !isWrite(sql) ? null : `sql ${plain(sql)}`;
}
const socketWrite = net.Socket.prototype.write;
net.Socket.prototype.write = function (data, ...rest) {
  const point = writtenTo(String(this.remotePort), data);
  if (point === null) return socketWrite.call(this, data, ...rest);
  at(`${point}: not sent`);
  const result = socketWrite.call(this, data, ...rest);
  setImmediate(() => at(`${point}: sent`));
  this.once('data', () => at(`${point}: answered`));
  return result;
};

// Programs, and what is fed to them.
const { spawn } = childProcess;
childProcess.spawn = (file, args, options) => {
  const name = basename(file);
  at(`program ${name}: not started`);
  const child = spawn(file, args, options);
  children.add(child);
  child.once('exit', () => {
    children.delete(child);
    at(`program ${name}: ended`);
  });
  if (child.stdin) feed(child.stdin, name);
  at(`program ${name}: started`);
  return child;
};
function feed(stdin, name) {
  const { write, end: close } = stdin;
  stdin.write = function (data, ...rest) {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    const text = bytes.length < 20_000 ? bytes.toString('utf8') : '';
    const what = /^(COPY|[A-Z]{4,} )/.test(text) || text.startsWith('\\') ? plain(text).slice(0, 40) : 'rows';
    at(`fed to ${name} ${what}: not sent`);
    if (isTheEnd(`fed to ${name} ${what}: half of it sent`)) {
      write.call(this, bytes.subarray(0, bytes.length >> 1));
      end();
    }
    const result = write.call(this, data, ...rest);
    setImmediate(() => at(`fed to ${name} ${what}: sent`));
    return result;
  };
  stdin.end = function (...args) {
    at(`fed to ${name}: not closed`);
    return close.apply(this, args);
  };
}

// Files.
const names = new Map();
/** @returns the name of a path below the root; null for another one */
function fileOf(path) {
  const inside = relative(FUZZ_ROOT, resolve(String(path)));
  if (inside.startsWith('..') || inside === '') return null;
  const stable = inside
    .replace(/~[0-9a-f]+/, '~')
    .replace(/\d{8}T\d{6}Z-[0-9a-f]+/g, 'ID')
    // A name of mkdtemp.
    .replace(/(rewind-[0-9a-f]{8}-\d+-)\w{6}/, '$1');
  return `file ${plain(stable)}`;
}
/** Wraps a function whose first (or second) argument is the path that it changes. */
function around(holder, name, index = 0) {
  const real = holder[name];
  const isAsync = holder === fs.promises;
  holder[name] = (...args) => {
    const file = fileOf(args[index]);
    if (file === null) return real(...args);
    at(`${name} ${file}: before`);
    const after = (result) => {
      at(`${name} ${file}: after`);
      return result;
    };
    const result = real(...args);
    return isAsync ? result.then(after) : after(result);
  };
}
for (const name of ['writeFile', 'rm', 'unlink', 'rmdir', 'mkdir']) around(fs.promises, name);
for (const name of ['rename', 'link']) around(fs.promises, name, 1);
for (const name of ['writeFileSync', 'rmSync', 'unlinkSync', 'mkdirSync']) around(fs, name);
for (const name of ['renameSync', 'linkSync']) around(fs, name, 1);

const { openSync, writeSync, closeSync } = fs;
const forWriting = (flags) => typeof flags === 'string' && flags !== 'r';
fs.openSync = (path, flags, ...rest) => {
  const fd = openSync(path, flags, ...rest);
  const file = forWriting(flags) ? fileOf(path) : null;
  if (file !== null) {
    names.set(fd, file);
    at(`open ${file}: after`);
  }
  return fd;
};
fs.writeSync = (fd, data, ...rest) => {
  const file = names.get(fd);
  if (file === undefined) return writeSync(fd, data, ...rest);
  const event = typeof data === 'string' ? (/"event":"(\w+)"/.exec(data)?.[1] ?? '') : '';
  if (isTheEnd(`write ${file} ${event}: half of it`)) {
    const bytes = Buffer.from(data);
    writeSync(fd, bytes.subarray(0, bytes.length >> 1));
    end();
  }
  const result = writeSync(fd, data, ...rest);
  at(`write ${file} ${event}: after`);
  return result;
};
fs.closeSync = (fd) => {
  names.delete(fd);
  closeSync(fd);
};

const { open } = fs.promises;
fs.promises.open = async (path, flags, ...rest) => {
  const handle = await open(path, flags, ...rest);
  const file = forWriting(flags) ? fileOf(path) : null;
  if (file === null) return handle;
  at(`open ${file}: after`);
  const { write } = handle;
  handle.write = async (data, ...more) => {
    if (isTheEnd(`write ${file}: half of it`)) {
      const bytes = Buffer.from(data);
      await write.call(handle, bytes.subarray(0, bytes.length >> 1));
      end();
    }
    const result = await write.call(handle, data, ...more);
    at(`write ${file}: after`);
    return result;
  };
  return handle;
};
syncBuiltinESMExports();
