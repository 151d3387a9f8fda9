import { types } from 'node:util';
import type { Context } from '../../runtime/context.js';
import type { ErrorCode } from '../../runtime/error-codes.js';
import { messageOf, RewindError } from '../../runtime/errors.js';

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

/** The server certainly did not take the mail. */
export class MailRefused extends RewindError {}

/**
 * Sends a mail, once.
 * @param address as in "smtps://user:password@mail.example.com"
 * @returns how many recipients the server refused; others got the mail
 * @throws MailRefused; RewindError api-unavailable: nobody knows whether it was taken; address-refused
 */
export async function sendMail(ctx: Context, address: string, mail: Mail, deadlineMs: number): Promise<number> {
  const { from, to, subject, text, html, messageId, thread, invitation } = mail;
  const transport = await transportTo(ctx, address, deadlineMs);
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
    throw failureOf(ctx, error);
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
    throw failureOf(ctx, error);
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
  const [user, pass] = [decode(url.username), decode(url.password)];
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

/** A wrong encoding is taken literally. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface Failure {
  readonly code?: unknown;
  /** Code of the system, e.g. ECONNREFUSED. */
  readonly originalCode?: unknown;
  readonly responseCode?: unknown;
  readonly timeoutType?: unknown;
  readonly response?: unknown;
}

/** Ends of an attempt before the mail was sent. */
const BEFORE = new Set<unknown>(['EDNS', 'ETLS', 'EAUTH', 'EENVELOPE', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
/** No TLS at all, or a certificate that nobody should trust. */
const NO_TLS = /^ERR_SSL_WRONG_VERSION_NUMBER$|^ERR_SSL_PACKET_LENGTH|CERT|^UNABLE_TO_/;
const BEFORE_TIMES = new Set<unknown>(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']);

function failureOf(ctx: Context, thrown: unknown): RewindError {
  const failure: Failure & Partial<Error> = types.isNativeError(thrown) ? thrown : {};
  const { code, originalCode, responseCode, timeoutType } = failure;
  const said = ctx.masker.redact(messageOf(thrown)).replace(/\s+/g, ' ').slice(0, 200);
  const details = { resource: ctx.resource, cause: thrown };
  const reply = typeof responseCode === 'number' && responseCode >= 400 ? responseCode : null;
  if (reply !== null) return new MailRefused(codeOf(code, reply), `The mail server refused the mail: ${said}`, details);
  const before =
    BEFORE.has(code) || BEFORE.has(originalCode) || BEFORE_TIMES.has(timeoutType) || NO_TLS.test(String(originalCode));
  const message = `The mail server did not take the mail: ${said}`;
  if (before) return new MailRefused(code === 'EAUTH' ? 'api-unauthorized' : 'api-unavailable', message, details);
  return new RewindError('api-unavailable', `The mail server did not answer: ${said}`, details);
}

function codeOf(code: unknown, reply: number): ErrorCode {
  if (code === 'EAUTH') return 'api-unauthorized';
  return reply < 500 ? 'api-rate-limited' : 'api-rejected';
}
