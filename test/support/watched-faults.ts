import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { WatchedServer } from './watched-server.js';
import type { FaultName } from '../conformance/probes.suite.js';

type Fault = (response: ServerResponse, socket: Socket, server: WatchedServer) => void;

const BOMB = gzipSync(Buffer.alloc(20_000_000));

/** Calls `write` until it says that the other side takes no more, then when it does again, until the socket is closed. */
function endless(socket: Socket, write: () => boolean): void {
  const more = (): void => {
    while (!socket.destroyed) if (!write()) return;
  };
  socket.on('drain', more);
  more();
}

/** What an HTTP server does wrong after a request; the others concern the connection. */
export const HTTP_FAULTS: Partial<Record<FaultName, Fault>> = {
  'never answers': () => undefined,
  'resets the connection': (_response, socket, server) => server.reset(socket),
  'breaks off in the body': (response, socket) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"status":"ok"', () => socket.destroy());
  },
  'sends its body too slowly': (response, socket) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    const timer = setInterval(() => response.write('.'), 20);
    socket.on('close', () => clearInterval(timer));
  },
  'sends a body without end': (response, socket) => {
    response.writeHead(200);
    const part = 'x'.repeat(65_536);
    endless(socket, () => response.write(part));
  },
  'sends a body that unpacks to gigabytes': (response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB);
  },
  'sends no HTTP': (_response, socket) => {
    socket.end('SSH-2.0-OpenSSH_9.9\r\n');
  },
  'sends endless headers': (_response, socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    endless(socket, () => socket.write(`x-a: ${'b'.repeat(1000)}\r\n`));
  },
};
