import { z } from 'zod';
import { JsonServer, type Answer, type SandboxRequest } from './json-server.js';

export const BLUESKY = {
  handle: 'status.example.com',
  password: 'abcd-efgh-ijkl-mnop',
  did: 'did:plc:abcdefghijklmnopqrstuvwx',
};

const record = z.strictObject({
  repo: z.literal(BLUESKY.did),
  collection: z.literal('app.bsky.feed.post'),
  rkey: z.string().regex(/^[234567a-j][234567a-z]{12}$/),
  record: z.strictObject({
    $type: z.literal('app.bsky.feed.post'),
    text: z
      .string()
      .refine(
        (text) => Array.from(new Intl.Segmenter('en').segment(text)).length <= 300 && Buffer.byteLength(text) <= 3_000,
      ),
    createdAt: z.iso.datetime(),
    langs: z.array(z.string()),
  }),
});

/** A server of Bluesky as test/peers/bluesky.test.ts finds the real one: `putRecord` on the same rkey is one post. */
export class BlueskySandbox extends JsonServer {
  readonly posts = new Map<string, string>();
  private tokens = 0;

  constructor(crashPoint?: JsonServer['crashPoint']) {
    super(crashPoint);
    this.route('POST', '/xrpc/com.atproto.server.createSession', ({ body }) => {
      const { identifier, password } = z.strictObject({ identifier: z.string(), password: z.string() }).parse(body);
      if (identifier !== BLUESKY.handle || password !== BLUESKY.password) {
        return this.refusal(401, 'AuthenticationRequired', 'Invalid identifier or password');
      }
      const jwt = `token-of-bluesky-${(this.tokens += 1)}`;
      return {
        status: 200,
        body: { did: BLUESKY.did, handle: identifier, accessJwt: jwt, refreshJwt: `refresh-${jwt}` },
      };
    });
    this.route('POST', '/xrpc/com.atproto.repo.putRecord', ({ headers, body }) => {
      if (headers.authorization !== `Bearer token-of-bluesky-${this.tokens}`) {
        return this.refusal(400, 'InvalidToken', 'Token could not be verified');
      }
      const parsed = record.safeParse(body);
      if (!parsed.success) return this.refusal(400, 'InvalidRequest', parsed.error.message);
      const { repo, collection, rkey } = parsed.data;
      this.posts.set(rkey, parsed.data.record.text);
      return {
        status: 200,
        body: { uri: `at://${repo}/${collection}/${rkey}`, cid: 'bafy', validationStatus: 'valid' },
      };
    });
  }

  /** A session is no write that anybody sees. */
  protected override counts(request: SandboxRequest, answer: Answer): boolean {
    return super.counts(request, answer) && !request.path.endsWith('createSession');
  }

  private refusal(status: number, error: string, message: string): Answer {
    return { status, body: { error, message } };
  }
}
