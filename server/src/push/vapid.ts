import { createECDH, hkdfSync } from 'node:crypto';

/** The key pair our messages are signed with, each in base64url: a point on P-256 and its 32-byte scalar. */
export type VapidKeys = { publicKey: string; privateKey: string };

/** The order of P-256's base point (FIPS 186-5; SP 800-186, section 3.2.1.3). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** 64 bits more than the key, which makes the bias of the remainder negligible (FIPS 186-5, appendix A.2.1). */
const spareBytes = 8;

/** The VAPID key pair that belongs to a secret (RFC 8292): always the same for the same secret. */
export function vapidKeysFrom(secret: Uint8Array): VapidKeys {
  const wide = Buffer.from(hkdfSync('sha256', secret, '', 'ajar push vapid p-256', 32 + spareBytes));
  const scalar = (BigInt(`0x${wide.toString('hex')}`) % (order - 1n)) + 1n;
  const ecdh = createECDH('prime256v1');
  const privateKey = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
  ecdh.setPrivateKey(privateKey);
  return { publicKey: ecdh.getPublicKey('base64url'), privateKey: privateKey.toString('base64url') };
}
