import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import tls from 'node:tls';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Handler = (request: Seen, response: ServerResponse, socket: Socket) => void;

/** An application under watch, on loopback: what it was asked, how many connections it has, and an answer that a test sets. */
export class WatchedServer {
  readonly seen: Seen[] = [];
  readonly sockets = new Set<Socket>();
  /** All connections since the start. */
  connections = 0;
  handler: Handler = (_request, response) => response.end('ok');
  private readonly server: http.Server | https.Server;

  /** @param certificate speaks TLS with it */
  constructor(private readonly certificate?: Certificate) {
    const listen: RequestListener = (request, response) => void this.receive(request, response);
    this.server = certificate === undefined ? http.createServer(listen) : https.createServer(certificate, listen);
    this.server.on('connection', (socket: Socket) => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      // A client that ends a request is no error of the test.
      socket.on('error', () => undefined);
    });
    this.server.on('tlsClientError', () => undefined);
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  url(path = '/'): string {
    return `${this.certificate === undefined ? 'http' : 'https'}://127.0.0.1:${this.port}${path}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Cuts a connection at the level of TCP. */
  reset({ remotePort }: Socket): void {
    for (const socket of this.sockets) if (socket.remotePort === remotePort) socket.resetAndDestroy();
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers, socket } = request;
    const body = (await buffer(request)).toString('utf8');
    const seen = { method, url, headers, body };
    this.seen.push(seen);
    this.handler(seen, response, socket);
  }
}

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A self-signed certificate. @param names e.g. `IP:127.0.0.1`, `DNS:shop.example.com` */
export function selfSigned(names: string, days = 30): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'rewind-tls-'));
  try {
    const [key, cert] = [join(folder, 'key'), join(folder, 'cert')];
    const kind = [
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      String(days),
    ];
    const subject = ['-subj', '/CN=watched', '-addext', `subjectAltName=${names}`];
    execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', cert], { stdio: 'pipe' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Trusts this certificate alone in this process. @returns ends that */
export function trust({ cert }: Certificate): () => void {
  const before = tls.createSecureContext;
  tls.createSecureContext = (options) => before({ ...options, ca: cert });
  return () => {
    tls.createSecureContext = before;
  };
}
