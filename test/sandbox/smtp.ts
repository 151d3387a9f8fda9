import { createServer, type AddressInfo, type Socket } from 'node:net';
import { CrashPoint, type Fault } from './json-server.js';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came, without the dots of the transfer. */
  readonly content: string;
}

/** A mail server of one conversation after the other (RFC 5321), without TLS. It takes every mail, a second one too. */
export class SmtpSandbox {
  readonly mails: ReceivedMail[] = [];
  /** Commands as they came; a mail is one. */
  readonly requests: string[] = [];
  /** Logins that it takes, as `user:password`; null: it asks for none. */
  login: string | null = null;
  /** It never replies to this command, e.g. RCPT; null: it replies to all. */
  mute: string | null = null;
  private faults: { readonly fault: Fault; done: number }[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => this.serve(socket));

  constructor(readonly crashPoint = new CrashPoint()) {}

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Like that of an HTTP server, which others are. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /**
   * `hang`, `reset`: instead of the greeting; if executed, instead of the reply to the mail. `answer`: a refusal: 429 of the
   * recipients, 500 and more of the mail, everything else of the sender. `on` is not looked at.
   */
  inject(fault: Fault): void {
    this.faults.push({ fault, done: 0 });
  }

  clearFaults(): void {
    this.faults = [];
    this.mute = null;
  }

  private next(): Fault['with'] | undefined {
    const found = this.faults.find(({ fault, done }) => done < (fault.times ?? 1));
    if (found !== undefined) found.done += 1;
    return found?.fault.with;
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    // The client counts as dead.
    if (this.crashPoint.closed) return void socket.destroy();
    const fault = this.next();
    const executed = fault !== undefined && 'executed' in fault && fault.executed;
    if (fault?.kind === 'hang' && !executed) return;
    if (fault?.kind === 'reset' && !executed) return void socket.destroy();
    const status = fault?.kind === 'answer' ? fault.answer.status : 0;
    const refusal = { sender: status > 0 && status < 429, recipients: status === 429, mail: status >= 500 };
    let mail = { from: '', to: [] as string[] };
    let buffered = '';
    let inMail = false;
    const say = (text: string): boolean => socket.write(`${text}\r\n`);
    const take = (content: string): unknown => {
      this.requests.push('mail');
      if (refusal.mail) return say('554 5.3.0 no');
      this.mails.push({ ...mail, content: content.replace(/^\.\./gm, '.') });
      if (this.crashPoint.wrote() || fault?.kind === 'reset') return socket.destroy();
      return fault?.kind !== 'hang' && say('250 2.0.0 taken');
    };
    const obey = (line: string): unknown => {
      this.requests.push(line);
      const [verb, rest] = [line.slice(0, 4).toUpperCase(), line.slice(5)];
      if (verb === this.mute) return;
      if (verb === 'EHLO') return say(this.login === null ? '250 mail.test' : '250-mail.test\r\n250 AUTH PLAIN');
      if (verb === 'AUTH') {
        const [, user, password] = Buffer.from(rest.replace(/^PLAIN /, ''), 'base64')
          .toString()
          .split('\0');
        return say(`${user}:${password}` === this.login ? '235 2.7.0 welcome' : '535 5.7.8 wrong password');
      }
      if (!/^(HELO|MAIL|RCPT|DATA|RSET|NOOP|QUIT)$/.test(verb)) return say('502 5.5.1 unknown');
      const address = /<(.*)>/.exec(line)?.[1] ?? '';
      if (verb === 'MAIL') {
        if (refusal.sender) return say('550 5.7.1 not you');
        mail = { from: address, to: [] };
      }
      if (verb === 'RCPT') {
        if (refusal.recipients) return say('451 4.7.1 later');
        mail.to.push(address);
      }
      if (verb === 'DATA') inMail = true;
      return say(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 2.0.0 fine');
    };
    socket.on('data', (data) => {
      buffered += data.toString('utf8');
      for (;;) {
        const end = buffered.indexOf(inMail ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const piece = buffered.slice(0, end);
        buffered = buffered.slice(end + (inMail ? 5 : 2));
        if (!inMail) obey(piece);
        else {
          inMail = false;
          take(piece);
        }
      }
    });
    say('220 mail.test ESMTP');
  }
}
