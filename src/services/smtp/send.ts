import { Readable } from 'node:stream';
import { types } from 'node:util';
import type { Context } from '../../runtime/context.js';
import type { ErrorCode } from '../../runtime/error-codes.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { uriDecoded } from '../../runtime/text.js';

/** A mail. No text from outside stands in a header, except the subject, which is encoded. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** With its brackets, like all ids here. */
  readonly messageId: string;
  /** The first mail of the thread; null: this one. */
  readonly thread: string | null;
  readonly invitation: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
}

/**
 * Sends a mail, once.
 * @param address as in "smtps://user:password@mail.example.com"
 * @returns how many recipients the server refused; others got the mail
 * @throws RewindError, `unwritten` if the server certainly did not take the mail
 */
export async function sendMail(ctx: Context, address: string, mail: Mail, deadlineMs: number): Promise<number> {
  const { from, to, subject, text, html, messageId, thread, invitation } = mail;
  const transport = await transportTo(ctx, address, deadlineMs);
  let began = false;
  // The server reads the mail after it took sender and recipients. Before, it cannot take the mail.
  transport.use('stream', ({ message: node }, done) => {
    node.processFunc((content) =>
      Readable.from(
        (async function* () {
          began = true;
          yield* content;
        })(),
        { objectMode: false },
      ),
    );
    done();
  });
  const message = {
    ...{ from, to: [...to], subject, text, html, messageId },
    ...{ disableFileAccess: true, disableUrlAccess: true },
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(thread === null ? {} : { inReplyTo: thread, references: [thread] }),
    ...(invitation === null ? {} : { icalEvent: { ...invitation, filename: 'invitation.ics' } }),
    signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(deadlineMs)]),
  };
  try {
    return (await transport.sendMail(message)).rejected.length;
  } catch (error) {
    throw failureOf(ctx, error, began);
  } finally {
    transport.close();
  }
}

/** Connects and logs in, without a mail. @throws RewindError like `sendMail` */
export async function verifyMail(ctx: Context, address: string, deadlineMs: number): Promise<void> {
  const transport = await transportTo(ctx, address, deadlineMs);
  try {
    await transport.verify();
  } catch (error) {
    throw failureOf(ctx, error, false);
  } finally {
    transport.close();
  }
}

async function transportTo(ctx: Context, address: string, deadlineMs: number) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw new RewindError('address-refused', 'The address of the mail server is not smtps://… or smtp://….', {
      resource: ctx.resource,
      remedy: 'Use smtps://user:password@host, with a password in URL encoding.',
    });
  }
  const secure = url.protocol === 'smtps:';
  const [user, pass] = [uriDecoded(url.username), uriDecoded(url.password)];
  if (pass !== '') ctx.masker.add(pass);
  // Without it, a start takes the time to load it.
  const { createTransport } = await import('nodemailer');
  return createTransport({
    ...{ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || (secure ? 465 : 587), secure },
    // Nothing leaves this machine in clear.
    requireTLS: !secure && !/^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname),
    ...(user === '' ? {} : { auth: { user, pass } }),
    ...{
      connectionTimeout: deadlineMs,
      greetingTimeout: deadlineMs,
      socketTimeout: deadlineMs,
      dnsTimeout: deadlineMs,
    },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
}

interface Failure {
  readonly code?: unknown;
  readonly responseCode?: unknown;
}

/** @param began the mail was on its way to the server */
function failureOf(ctx: Context, thrown: unknown, began: boolean): RewindError {
  const { code, responseCode }: Failure & Partial<Error> = types.isNativeError(thrown) ? thrown : {};
  const said = ctx.masker.redact(messageOf(thrown)).replace(/\s+/g, ' ').slice(0, 200);
  const reply = typeof responseCode === 'number' && responseCode >= 400 ? responseCode : null;
  const refused = reply !== null || !began;
  const what = reply !== null ? 'refused the mail' : refused ? 'did not take the mail' : 'did not answer';
  return new RewindError(codeOf(code, reply), `The mail server ${what}: ${said}`, {
    ...{ resource: ctx.resource, cause: thrown, unwritten: refused },
  });
}

function codeOf(code: unknown, reply: number | null): ErrorCode {
  if (code === 'EAUTH') return 'api-unauthorized';
  return reply === null ? 'api-unavailable' : reply < 500 ? 'api-rate-limited' : 'api-rejected';
}
