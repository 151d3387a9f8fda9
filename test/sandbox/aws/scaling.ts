import { JsonServer, isWrite, type Answer, type SandboxRequest } from '../json-server.js';
import { Refusal } from './server.js';

export const SCALING_KEY_ID = 'AKIASCALINGSANDBOX00';
export const SCALING_SECRET = 'scaling-secret-sandbox-0123456789';

export interface SandboxTarget {
  min: number;
  max: number;
  suspended: Record<string, boolean>;
}

export interface SandboxFunction {
  /** Null: it takes from what no reservation holds. */
  reserved: number | null;
  /** By version or alias that exists; null: nothing is provisioned. */
  readonly provisioned: Map<string, SandboxProvisioned | null>;
}

export interface SandboxProvisioned {
  requested: number;
  /** Readings until it ends. */
  left: number;
  readonly failed: boolean;
}

const NOTHING_SUSPENDED = {
  DynamicScalingInSuspended: false,
  DynamicScalingOutSuspended: false,
  ScheduledScalingSuspended: false,
};
/** What AWS keeps for functions without a reservation. */
const UNRESERVED = 100;

/** A stateful loopback double of the scalable targets of Application Auto Scaling, and of Lambda's concurrency. */
export class ScalingSandbox extends JsonServer {
  /** By `ResourceId dimension`. */
  readonly targets = new Map<string, SandboxTarget>();
  readonly functions = new Map<string, SandboxFunction>();
  /** Concurrent executions of the account. */
  quota = 1000;
  /** Readings until a provision of concurrency ends. */
  provisionReadings = 1;
  /** The next provision ends as failed. */
  failing = false;

  constructor() {
    super();
    this.route('POST', '/', (request) => this.scaling(request));
    const concurrency = '/functions/:name/concurrency';
    this.route('GET', `/2019-09-30${concurrency}`, (_, at) => ok(reservedBody(this.function(at))));
    this.route('PUT', `/2017-10-31${concurrency}`, ({ body }, at) => {
      const { ReservedConcurrentExecutions: wanted } = body as { ReservedConcurrentExecutions: number };
      this.reserve(this.function(at), wanted);
      return ok(reservedBody(this.function(at)));
    });
    this.route('DELETE', `/2017-10-31${concurrency}`, (_, at) => {
      this.function(at).reserved = null;
      return { status: 204 };
    });
    const provisioned = '/2019-09-30/functions/:name/provisioned-concurrency';
    this.route('GET', provisioned, (request, at) => ok(this.provisionedBody(this.provisioned(request, at), true)));
    this.route('PUT', provisioned, (request, at) => this.provision(request, this.function(at)));
    this.route('DELETE', provisioned, (request, at) => {
      this.function(at).provisioned.set(this.qualifier(request, this.function(at)), null);
      return { status: 204 };
    });
  }

  clear(): void {
    this.targets.clear();
    this.functions.clear();
    this.requests.length = 0;
    this.quota = 1000;
    this.provisionReadings = 1;
    this.failing = false;
  }

  addTarget(id: string, dimension: string, min: number, max: number): SandboxTarget {
    const target = { min, max, suspended: { ...NOTHING_SUSPENDED } };
    this.targets.set(`${id} ${dimension}`, target);
    return target;
  }

  addFunction(name: string, ...qualifiers: string[]): SandboxFunction {
    const made = { reserved: null, provisioned: new Map(qualifiers.map((each) => [each, null])) };
    this.functions.set(name, made);
    return made;
  }

  private scaling({ headers, body }: SandboxRequest): Answer {
    const action = String(headers['x-amz-target']).replace('AnyScaleFrontendService.', '');
    const given = body as Record<string, unknown>;
    const dimension = String(given.ScalableDimension);
    if (!dimension.startsWith(`${String(given.ServiceNamespace)}:`))
      throw invalid('the namespace is of another dimension');
    if (action === 'DescribeScalableTargets') {
      const found = (given.ResourceIds as string[]).flatMap((id) => {
        const target = this.targets.get(`${id} ${dimension}`);
        return target ? [{ id, target }] : [];
      });
      return ok({
        ScalableTargets: found.map(({ id, target }) => ({
          ServiceNamespace: given.ServiceNamespace,
          ResourceId: id,
          ScalableDimension: dimension,
          MinCapacity: target.min,
          MaxCapacity: target.max,
          RoleARN: 'arn:aws:iam::123456789012:role/aws-service-role/scaling',
          CreationTime: 1_700_000_000.5,
          SuspendedState: target.suspended,
        })),
      });
    }
    if (action !== 'RegisterScalableTarget') throw new Refusal(400, 'UnknownOperationException', action);
    const key = `${String(given.ResourceId)} ${dimension}`;
    const now = this.targets.get(key);
    const [min, max] = [given.MinCapacity ?? now?.min, given.MaxCapacity ?? now?.max];
    if (typeof min !== 'number' || typeof max !== 'number') throw invalid('a new target needs both capacities');
    if (min > max) throw invalid('Maximum capacity cannot be less than minimum capacity');
    // A partial update: what is not given stays.
    const suspended = { ...NOTHING_SUSPENDED, ...now?.suspended, ...(given.SuspendedState as object | undefined) };
    this.targets.set(key, { min, max, suspended });
    return ok({ ScalableTargetARN: 'arn:aws:application-autoscaling:eu-central-1:123456789012:scalable-target/1' });
  }

  private function({ name = '' }: Record<string, string>): SandboxFunction {
    const found = this.functions.get(name);
    if (!found) throw new Refusal(404, 'ResourceNotFoundException', `Function not found: ${name}`);
    return found;
  }

  private reserve(of: SandboxFunction, wanted: number): void {
    const others = [...this.functions.values()].filter((each) => each !== of);
    const taken = others.reduce((sum, { reserved }) => sum + (reserved ?? 0), wanted);
    if (taken > this.quota - UNRESERVED)
      throw new Refusal(400, 'InvalidParameterValueException', "decreases account's UnreservedConcurrentExecution");
    if (wanted < provisionedSum(of))
      throw new Refusal(400, 'InvalidParameterValueException', 'less than is provisioned');
    of.reserved = wanted;
  }

  private qualifier({ query }: SandboxRequest, { provisioned }: SandboxFunction): string {
    const name = query.get('Qualifier') ?? '';
    if (!provisioned.has(name)) throw new Refusal(404, 'ResourceNotFoundException', `Cannot find alias: ${name}`);
    return name;
  }

  private provisioned(request: SandboxRequest, at: Record<string, string>): SandboxProvisioned {
    const of = this.function(at);
    const found = of.provisioned.get(this.qualifier(request, of));
    if (!found) throw new Refusal(404, 'ProvisionedConcurrencyConfigNotFoundException', 'No Provisioned Concurrency');
    return found;
  }

  private provision(request: SandboxRequest, of: SandboxFunction): Answer {
    const name = this.qualifier(request, of);
    const { ProvisionedConcurrentExecutions: requested } = request.body as { ProvisionedConcurrentExecutions: number };
    const now = of.provisioned.get(name);
    const after = provisionedSum(of) - (now?.requested ?? 0) + requested;
    if (requested < 1 || after > (of.reserved ?? this.quota - UNRESERVED))
      throw new Refusal(400, 'InvalidParameterValueException', 'more than is reserved');
    const made = { requested, left: this.provisionReadings, failed: this.failing };
    this.failing = false;
    of.provisioned.set(name, made);
    return { status: 202, body: this.provisionedBody(made, false) };
  }

  private provisionedBody(of: SandboxProvisioned, reading: boolean): Record<string, unknown> {
    const status = of.left > 0 ? 'IN_PROGRESS' : of.failed ? 'FAILED' : 'READY';
    if (reading && of.left > 0) of.left -= 1;
    const ready = status === 'READY' ? of.requested : 0;
    return {
      RequestedProvisionedConcurrentExecutions: of.requested,
      AvailableProvisionedConcurrentExecutions: ready,
      AllocatedProvisionedConcurrentExecutions: ready,
      Status: status,
      ...(status === 'FAILED' ? { StatusReason: 'there is no capacity' } : {}),
      LastModified: '2026-11-01T00:00:00+0000',
    };
  }

  override failure(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
    const answer = refused(status, CODES[status] ?? 'ServiceException', 'injected');
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }

  protected override gate({ headers }: SandboxRequest): Answer | undefined {
    if (String(headers.authorization).includes(`Credential=${SCALING_KEY_ID}/`)) return undefined;
    return refused(403, 'UnrecognizedClientException', 'The security token included in the request is invalid.');
  }

  protected override handle(request: SandboxRequest): Answer {
    try {
      return this.routed(request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refused(error.status, error.code, error.message);
    }
  }

  protected override counts(request: SandboxRequest, answer: Answer): boolean {
    return changes(request) && answer.status < 400;
  }
}

/** A reading of Application Auto Scaling is a POST too. */
export const changes = (request: SandboxRequest): boolean =>
  isWrite(request) && !String(request.headers['x-amz-target']).includes('.Describe');

const CODES: Readonly<Record<number, string>> = {
  401: 'UnrecognizedClientException',
  403: 'AccessDeniedException',
  404: 'ResourceNotFoundException',
  429: 'TooManyRequestsException',
};

const ok = (body: unknown): Answer => ({ status: 200, body });

/** Application Auto Scaling names the error in the body, Lambda in a header. */
const refused = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { 'x-amzn-errortype': `${code}:http://internal.amazon.com/` },
  body: { __type: `com.amazonaws#${code}`, Type: 'User', Message: message },
});

const invalid = (message: string): Refusal => new Refusal(400, 'ValidationException', message);

const reservedBody = ({ reserved }: SandboxFunction): Record<string, number> =>
  reserved === null ? {} : { ReservedConcurrentExecutions: reserved };

const provisionedSum = ({ provisioned }: SandboxFunction): number =>
  [...provisioned.values()].reduce((sum, each) => sum + (each?.requested ?? 0), 0);
