import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire to a server that can be cut: every connection over it breaks at once, and new ones are let through. */
export class CuttableRelay {
  cuts = 0;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer({ pauseOnConnect: true });

  private constructor(private readonly target: URL) {
    this.#server.on('connection', here => this.#join(here));
  }

  static async to(url: string): Promise<CuttableRelay> {
    const relay = new CuttableRelay(new URL(url));
    relay.#server.listen(0, '127.0.0.1');
    await once(relay.#server, 'listening');
    return relay;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.target.protocol}//127.0.0.1:${port}`;
  }

  cut(): void {
    this.cuts += 1;
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #join(here: Socket): void {
    const { hostname, port, protocol } = this.target;
    const there = connect(
      Number(port) || (protocol === 'https:' ? 443 : 80),
      hostname,
    );
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      this.#sockets.add(one);
      one.once('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      // The other end hears of it by its connection's end.
      one.on('error', () => {});
    }
    here.pipe(there);
    there.pipe(here);
  }
}
