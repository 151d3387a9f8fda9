import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import Stripe from 'stripe';

/** A small application that receives webhooks as Stripe's guide says: it answers 200 to what is signed, 400 to the rest. */
export class WebhookReceiver {
  /** Types of the events accepted so far. */
  readonly accepted: string[] = [];
  /** Their ids. */
  readonly ids: string[] = [];
  /** What it answers to an event that is signed; 200 if it says nothing. */
  answer: (event: { id: string; type: string }) => number = () => 200;
  refused = 0;
  /** A careless application: it accepts everything. */
  careless = false;

  private constructor(
    private readonly server: Server,
    /** What the application has in its environment now. */
    private readonly secret: () => string | undefined,
  ) {}

  static async start(secret: () => string | undefined): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server, secret);
    server.on(
      'request',
      (request: IncomingMessage, response: ServerResponse) => void receiver.serve(request, response),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/api/webhooks/stripe`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    try {
      const header = String(request.headers['stripe-signature'] ?? '');
      const event = this.careless
        ? (JSON.parse(body) as { id: string; type: string })
        : Stripe.webhooks.constructEvent(body, header, this.secret() ?? '');
      const status = this.answer(event);
      if (status === 200) {
        this.accepted.push(event.type);
        this.ids.push(event.id);
      }
      response.writeHead(status).end('ok');
    } catch {
      this.refused += 1;
      response.writeHead(400).end('bad signature');
    }
  }
}
