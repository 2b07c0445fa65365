import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The ports of this machine to try for a connection, by the first bytes it sends. */
export type Choose = (head: string) => readonly number[];

/**
 * Stands between browsers and servers, over TCP, and can be cut: then nothing passes, and nobody is told, as when a
 * cable is pulled. What was under way goes on when it is mended.
 */
export class TcpRelay {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #cut = false;
  choose: Choose = () => [];

  private constructor() {
    this.#server = createServer((client) => this.#accept(client));
  }

  static async listen(): Promise<TcpRelay> {
    const relay = new TcpRelay();
    relay.#server.listen(0, '127.0.0.1');
    await once(relay.#server, 'listening');
    return relay;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  set cut(cut: boolean) {
    this.#cut = cut;
    for (const socket of this.#sockets) {
      if (cut) socket.pause();
      else socket.resume();
    }
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #accept(client: Socket): void {
    this.#keep(client);
    client.once('data', (head) => void this.#connect(client, head));
  }

  async #connect(client: Socket, head: Buffer): Promise<void> {
    client.pause();
    for (const port of this.choose(head.toString('latin1'))) {
      const server = connect(port, '127.0.0.1');
      this.#keep(server);
      const connected = await once(server, 'connect').then(
        () => true,
        () => false,
      );
      if (!connected) continue;
      server.write(head);
      join(client, server);
      join(server, client);
      if (this.#cut) server.pause();
      else client.resume();
      return;
    }
    client.destroy();
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    if (this.#cut) socket.pause();
    // A torn connection is what these tests are about.
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
  }
}

/** What comes in at one goes out at the other. Both end together. */
function join(from: Socket, to: Socket): void {
  from.on('data', (data) => to.write(data));
  from.on('close', () => to.destroy());
}

/** The address browsers are told, and the one the media worker really listens on: every 127.… is this machine. */
export const announced = '127.0.0.3';
export const behind = '127.0.0.2';

/** A port on which, a moment ago, nothing listened. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
