import { i18n } from '../words/index.ts';
import { type Findings, type Need, portsInWords, verdictOf } from './findings.ts';
import './en.ts';

/** What works from here and what to ask the IT people for, in one sentence. */
export function sentence(findings: Findings, needs: readonly Need[]): string {
  const whereOf = (way: Need['way']) => {
    const need = needs.find((each) => each.way === way);
    return need ? where(need) : '';
  };
  return i18n.t(`connectionCheck:says.${verdictOf(findings)}`, {
    media: whereOf('udp'),
    relay: whereOf('relay'),
    relayProtocol: needs.find(({ way }) => way === 'relay')?.protocol.replace('TURN, ', '') ?? '',
    socket: whereOf('socket'),
  });
}

/** `203.0.113.5, ports 40000, 40001`. */
function where({ host, ports }: Need): string {
  return i18n.t('connectionCheck:where', { host, ports: portsInWords(ports), count: ports.length });
}

/** One line of the details: `UDP to 203.0.113.5, port 40000: gets through`. */
export function needInWords(need: Need): string {
  const found = need.found === null ? 'untried' : need.found ? 'through' : 'blocked';
  return i18n.t(`connectionCheck:need.${found}`, { protocol: need.protocol, where: where(need) });
}
