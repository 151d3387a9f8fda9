import { JsonServer, type Answer, type Fault, type SandboxRequest } from '../json-server.js';

/** A loopback HTTP server for one AWS service, whose documents are XML. */
export abstract class AwsSandbox extends JsonServer {
  private counter = 0;

  protected abstract operate(request: SandboxRequest): Answer;
  protected abstract errorBody(code: string, message: string, requestId: string): string;

  protected refuse(status: number, code: string, message: string): Answer {
    return { status, headers: { 'content-type': 'text/xml' }, body: this.errorBody(code, message, this.requestId()) };
  }

  override failure(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
    const refused = this.refuse(status, CODES[status] ?? 'InternalError', 'injected');
    return { ...refused, headers: { ...refused.headers, ...headers } };
  }

  /** For `inject`: an error of AWS by its code. */
  error(status: number, code: string, message = 'injected'): Fault['with'] {
    return { kind: 'answer', answer: this.refuse(status, code, message) };
  }

  protected override handle(request: SandboxRequest): Answer {
    try {
      return this.operate(request);
    } catch (error) {
      if (error instanceof SyntaxError) return this.refuse(400, 'MalformedXML', 'The XML document is malformed.');
      if (!(error instanceof Refusal)) throw error;
      // A HEAD has no body, so the reason is lost.
      if (request.method === 'HEAD') return { status: error.status };
      return this.refuse(error.status, error.code, error.message);
    }
  }

  protected override extraHeaders(): Record<string, string> {
    const id = this.requestId();
    this.counter += 1;
    return { 'x-amz-request-id': id, 'x-amzn-requestid': id };
  }

  /** Bodies are XML or the content of objects: whoever needs one reads it by `textOf`. */
  protected override parse(): unknown {
    return undefined;
  }

  private requestId(): string {
    return `REQ${String(this.counter).padStart(6, '0')}`;
  }
}

const CODES: Readonly<Record<number, string>> = {
  401: 'UnrecognizedClientException',
  403: 'AccessDenied',
  429: 'TooManyRequestsException',
  503: 'ServiceUnavailable',
};

export const textOf = ({ bytes }: SandboxRequest): string => bytes.toString('utf8');

/** Thrown inside an operation to refuse the request as AWS does. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
