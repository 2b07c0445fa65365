import { AjarError } from '@ajar/shared';
import { Device, type types } from 'mediasoup-client';

/** The certificate both transports of this page use, and what the media node must know of it beforehand. */
export interface Identity {
  certificates: RTCCertificate[];
  /** `null` where the browser does not tell fingerprints: the node then learns them while connecting. */
  dtls: types.DtlsParameters | null;
}

async function makeIdentity(): Promise<Identity> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const certificate = await RTCPeerConnection.generateCertificate(algorithm);
  if (typeof certificate.getFingerprints !== 'function') return { certificates: [certificate], dtls: null };
  const fingerprints = certificate.getFingerprints().flatMap(({ algorithm: name, value }) =>
    // The node compares as text and writes upper case (RFC 8122 section 5).
    name && value ? [{ algorithm: name as types.FingerprintAlgorithm, value: value.toUpperCase() }] : [],
  );
  return { certificates: [certificate], dtls: fingerprints.length > 0 ? { role: 'client', fingerprints } : null };
}

let ownIdentity: Promise<Identity> | null = null;

/** Made once a page, as soon as the call's code is there, so that joining never waits for it. */
export function identity(): Promise<Identity> {
  ownIdentity ??= makeIdentity();
  return ownIdentity;
}

let loaded: { key: string; device: Promise<Device> } | null = null;

/**
 * A mediasoup Device for a router of these capabilities; the same one again for the same capabilities.
 * @throws AjarError `no-webrtc` when this browser cannot make calls.
 */
export function deviceFor(routerRtpCapabilities: types.RtpCapabilities): Promise<Device> {
  const key = JSON.stringify(routerRtpCapabilities);
  if (loaded?.key !== key) loaded = { key, device: load(routerRtpCapabilities) };
  return loaded.device;
}

async function load(routerRtpCapabilities: types.RtpCapabilities): Promise<Device> {
  try {
    const device = await Device.factory();
    await device.load({ routerRtpCapabilities });
    return device;
  } catch (cause) {
    loaded = null;
    throw new AjarError(
      'set-up',
      'no-webrtc',
      'This browser cannot make calls. A current Chrome, Edge, Firefox or Safari can.',
      { cause },
    );
  }
}
