// The journeys run in Node; only what they steer runs in a browser.
/* eslint-disable no-restricted-imports */
import { once } from 'node:events';
import {
  createServer,
  request,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** The network between a browser and the demo: an HTTP proxy that cuts the connections of chosen requests. */
export class DroppingProxy {
  private readonly open = new Set<ServerResponse>();
  private readonly waiting = new Set<() => void>();
  private readonly server = createServer((asked, answer) =>
    this.pass(asked, answer),
  );
  /** Requests that were chosen so far. */
  count = 0;

  /** `isChosen`: by their address. */
  constructor(private readonly isChosen: (url: string) => boolean) {}

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** Cuts every chosen connection that is open, in the middle of whatever it carries. */
  drop(): void {
    for (const answer of this.open) answer.socket?.destroy();
  }

  /** Resolves when the browser has asked for the `count`th time and its answer has begun. */
  async untilAnswered(count: number): Promise<void> {
    while (this.count < count)
      await new Promise<void>(resolve => this.waiting.add(resolve));
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    const url = asked.url ?? '/';
    const isChosen = this.isChosen(url);
    const onward = request(
      url,
      { method: asked.method, headers: asked.headers },
      got => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
        if (!isChosen) return;
        this.open.add(answer);
        this.count += 1;
        for (const resolve of this.waiting) resolve();
        this.waiting.clear();
      },
    );
    asked.pipe(onward);
    onward.on('error', () => answer.socket?.destroy());
    answer.on('close', () => {
      this.open.delete(answer);
      onward.destroy();
    });
  }
}
