import type { CheckTransport } from '@ajar/shared';

type DtlsParameters = CheckTransport['dtlsParameters'];
type Fingerprint = DtlsParameters['fingerprints'][number];

/** What the media node must know of an offer (RFC 8122 section 5): how to recognise this page. */
export function dtlsOf(offer: string): DtlsParameters {
  const fingerprints = [...offer.matchAll(/^a=fingerprint:(\S+) (\S+)\s*$/gm)].map(
    ([, algorithm = '', value = '']) => ({
      algorithm: algorithm.toLowerCase() as Fingerprint['algorithm'],
      value: value.toUpperCase(),
    }),
  );
  return { role: 'client', fingerprints };
}

/**
 * The node's end as an answer to an offer of one data channel (RFC 8841): ICE-lite, so that the page alone asks, and the
 * passive side of DTLS.
 */
export function answerOf({ iceParameters, iceCandidates, dtlsParameters }: CheckTransport): string {
  const candidates = iceCandidates.map(({ foundation, protocol, priority, ip, address, port, type, tcpType }) => {
    const line = `a=candidate:${foundation} 1 ${protocol} ${priority} ${address ?? ip} ${port} typ ${type}`;
    return tcpType ? `${line} tcptype ${tcpType}` : line;
  });
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    'a=ice-lite',
    'a=group:BUNDLE 0',
    'm=application 7 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 127.0.0.1',
    'a=mid:0',
    `a=ice-ufrag:${iceParameters.usernameFragment}`,
    `a=ice-pwd:${iceParameters.password}`,
    ...dtlsParameters.fingerprints.map(({ algorithm, value }) => `a=fingerprint:${algorithm} ${value}`),
    'a=setup:passive',
    'a=sctp-port:5000',
    'a=max-message-size:262144',
    ...candidates,
    'a=end-of-candidates',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
