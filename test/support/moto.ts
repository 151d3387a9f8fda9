import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';

const PROGRAM = fileURLToPath(new URL('../../.cache/peers/venv/bin/moto_server', import.meta.url));

export interface Moto {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts moto, an emulator of AWS that nobody here wrote, on a free loopback port. @throws Error when it is not installed */
export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const child = spawn(PROGRAM, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  let ended: string | undefined;
  const end = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      ended = `it ended with status ${String(code)}`;
      resolve();
    });
    child.once('error', ({ message }) => {
      ended = message;
      resolve();
    });
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await end;
  };
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const up = await fetch(`${url}/moto-api/data.json`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return { url, stop };
    if (ended !== undefined) throw new Error(`moto did not start: ${ended}`);
    await sleep(100);
  }
  await stop();
  throw new Error('moto did not answer within 30 s');
}
