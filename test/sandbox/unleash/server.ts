import { JsonServer, isWrite, type Answer, type SandboxRequest } from '../json-server.js';
import { UnleashModel } from './admin-api.js';
import { bad, Refusal } from './model.js';

/**
 * A stateful loopback double of the admin API of Unleash 8 (open source): flags, strategies, segments. Held against the
 * real server by test/peers/unleash.test.ts. Left out: users, roles, imports, context fields, dependencies.
 */
export class UnleashSandbox extends JsonServer {
  readonly model = new UnleashModel();
  /** Token → what it may. */
  readonly tokens = new Map<string, 'admin' | 'viewer'>();

  override failure(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
    return { ...refused(new Refusal(status, NAMES[status] ?? 'InternalError', 'injected')), headers };
  }

  protected override handle(request: SandboxRequest): Answer {
    try {
      this.authorize(request);
      const [api, admin, ...path] = request.path.split('/').slice(1);
      if (api !== 'api' || admin !== 'admin') throw new Refusal(404, 'NotFoundError', 'The path is not available.');
      if (Buffer.isBuffer(request.body)) throw bad('the request body is not JSON');
      return this.model.handle(request.method, path, request.query, request.body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refused(error);
    }
  }

  private authorize(request: SandboxRequest): void {
    const role = this.tokens.get(request.headers.authorization ?? '');
    if (role === undefined) {
      throw new Refusal(401, 'AuthenticationRequired', 'You must log in to use Unleash.', {
        type: 'password',
        path: '/auth/simple/login',
      });
    }
    if (role === 'viewer' && isWrite(request)) {
      throw new Refusal(
        403,
        'PermissionError',
        'You don\'t have the required permissions to perform this operation. To perform this action, you need the "ADMIN" permission.',
      );
    }
  }
}

const NAMES: Readonly<Record<number, string>> = { 429: 'RateLimitError' };

function refused({ status, kind: name, message, extra }: Refusal): Answer {
  return { status, body: { id: 'sandbox', name, message, details: [{ message }], ...extra } };
}
