import { execFileSync } from 'node:child_process';

/** A network namespace of this machine, with an address of its own. */
export const houses = { office: '10.77.1.2', hall: '10.77.2.2', relay: '10.77.3.2' } as const;
export type House = keyof typeof houses;

/** What the firewall lets through, and the answers to it. */
export interface Pass {
  from: House;
  to: House;
  protocol: 'udp' | 'tcp';
  /** Port at `to`. Default: every one. */
  port?: number;
}

/**
 * Houses on one street: `office` where browsers are, `hall` with the server, `relay` with the TURN server. Nothing goes from
 * one to another but through the firewall on the street, which drops in silence what it does not let through. Needs root.
 */
export class Network {
  readonly #name = `ajar${process.pid}`;
  readonly #spaces: string[] = [];

  static lay(): Network {
    const network = new Network();
    try {
      network.#lay();
    } catch (cause) {
      network.close();
      throw cause;
    }
    return network;
  }

  /** The command in front of a program that runs in this house. */
  within(house: House | 'street'): [string, ...string[]] {
    return ['ip', 'netns', 'exec', `${this.#name}-${house}`];
  }

  /** From now on this passes and nothing else, whatever had begun before. */
  allow(passes: readonly Pass[]): void {
    const rules = `flush ruleset
      table inet street {
        counter dropped_udp {}
        counter dropped_tcp {}
        chain forward {
          type filter hook forward priority 0; policy drop;
          ${passes.flatMap(rulesOf).join('\n')}
          meta l4proto udp counter name dropped_udp
          meta l4proto tcp counter name dropped_tcp
        }
      }`;
    run([...this.within('street'), 'nft', '-f', '-'], rules);
  }

  /** How many packets of this protocol were dropped since the last `allow`. */
  dropped(protocol: Pass['protocol']): number {
    const counter = ['list', 'counter', 'inet', 'street', `dropped_${protocol}`];
    const listed = run([...this.within('street'), 'nft', ...counter]);
    return Number(/packets (\d+)/.exec(listed)?.[1] ?? 0);
  }

  close(): void {
    for (const space of this.#spaces.splice(0)) run(['ip', 'netns', 'delete', space]);
  }

  #lay(): void {
    this.#open('street');
    run([...this.within('street'), 'sysctl', '-q', '-w', 'net.ipv4.ip_forward=1']);
    for (const [index, [house, address]] of Object.entries(houses).entries()) {
      const space = this.#open(house);
      const [inside, outside] = [`${this.#name}h${index}`, `${this.#name}s${index}`];
      const gateway = address.replace(/\.2$/, '.1');
      run([
        'ip',
        'link',
        'add',
        inside,
        'netns',
        space,
        'type',
        'veth',
        'peer',
        outside,
        'netns',
        `${this.#name}-street`,
      ]);
      run(['ip', '-n', space, 'address', 'add', `${address}/24`, 'dev', inside]);
      run(['ip', '-n', space, 'link', 'set', inside, 'up']);
      run(['ip', '-n', space, 'route', 'add', 'default', 'via', gateway]);
      run(['ip', '-n', `${this.#name}-street`, 'address', 'add', `${gateway}/24`, 'dev', outside]);
      run(['ip', '-n', `${this.#name}-street`, 'link', 'set', outside, 'up']);
    }
    this.allow([]);
  }

  #open(place: string): string {
    const space = `${this.#name}-${place}`;
    run(['ip', 'netns', 'add', space]);
    this.#spaces.push(space);
    run(['ip', '-n', space, 'link', 'set', 'lo', 'up']);
    return space;
  }
}

/** There and back. */
function rulesOf({ from, to, protocol, port }: Pass): string[] {
  const [there, back] = port === undefined ? ['', ''] : [`${protocol} dport ${port}`, `${protocol} sport ${port}`];
  const kind = `meta l4proto ${protocol}`;
  return [
    `ip saddr ${houses[from]} ip daddr ${houses[to]} ${kind} ${there} accept`,
    `ip saddr ${houses[to]} ip daddr ${houses[from]} ${kind} ${back} accept`,
  ];
}

function run([command = '', ...args]: readonly string[], input = ''): string {
  return execFileSync(command, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
}
