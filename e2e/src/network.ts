import { execFileSync } from 'node:child_process';

/** A network namespace of this machine, with an address of its own. */
export const houses = { office: '10.77.1.2', hall: '10.77.2.2', relay: '10.77.3.2' } as const;
export type House = keyof typeof houses;

/** Of the other way out of the office, which only `moveToPhone` opens. */
export const phone = '10.77.4.2';
const links = { ...houses, phone } as const;
type Link = keyof typeof links;
const houseOf = (link: Link): House => (link === 'phone' ? 'office' : link);

/** What the firewall lets through, and the answers to it. */
export interface Pass {
  from: Link;
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

  /** Whoever is in the office goes out of reach of its Wi-Fi, and has a telephone's network with another address instead. */
  moveToPhone(): void {
    const space = `${this.#name}-office`;
    run(['ip', '-n', space, 'address', 'flush', 'dev', this.#inside('office')]);
    run(['ip', '-n', space, 'link', 'set', this.#inside('office'), 'down']);
    this.#up('phone');
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
    for (const house of Object.keys(houses)) this.#open(house);
    for (const link of Object.keys(links) as Link[]) this.#join(link);
    for (const house of Object.keys(houses) as House[]) this.#up(house);
    this.allow([]);
  }

  #inside(link: Link): string {
    return `${this.#name}h${Object.keys(links).indexOf(link)}`;
  }

  /** A cable between a house and the street, not plugged in yet at the house. */
  #join(link: Link): void {
    const [space, street] = [`${this.#name}-${houseOf(link)}`, `${this.#name}-street`];
    const [inside, outside] = [this.#inside(link), `${this.#name}s${Object.keys(links).indexOf(link)}`];
    run(['ip', 'link', 'add', inside, 'netns', space, 'type', 'veth', 'peer', outside, 'netns', street]);
    run(['ip', '-n', street, 'address', 'add', `${gatewayOf(link)}/24`, 'dev', outside]);
    run(['ip', '-n', street, 'link', 'set', outside, 'up']);
  }

  #up(link: Link): void {
    const space = `${this.#name}-${houseOf(link)}`;
    run(['ip', '-n', space, 'address', 'add', `${links[link]}/24`, 'dev', this.#inside(link)]);
    run(['ip', '-n', space, 'link', 'set', this.#inside(link), 'up']);
    run(['ip', '-n', space, 'route', 'add', 'default', 'via', gatewayOf(link)]);
  }

  #open(place: string): void {
    const space = `${this.#name}-${place}`;
    run(['ip', 'netns', 'add', space]);
    this.#spaces.push(space);
    run(['ip', '-n', space, 'link', 'set', 'lo', 'up']);
  }
}

const gatewayOf = (link: Link) => links[link].replace(/\.2$/, '.1');

/** There and back. */
function rulesOf({ from, to, protocol, port }: Pass): string[] {
  const [there, back] = port === undefined ? ['', ''] : [`${protocol} dport ${port}`, `${protocol} sport ${port}`];
  const kind = `meta l4proto ${protocol}`;
  return [
    `ip saddr ${links[from]} ip daddr ${houses[to]} ${kind} ${there} accept`,
    `ip saddr ${houses[to]} ip daddr ${links[from]} ${kind} ${back} accept`,
  ];
}

function run([command = '', ...args]: readonly string[], input = ''): string {
  return execFileSync(command, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
}
