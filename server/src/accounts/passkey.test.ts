import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { openHouse } from './testing.ts';

type Creation = { challenge: string; rp: { id: string }; user: { id: string } };
type Asking = { challenge: string; rpId: string };

/** As much of a security key as WebAuthn Level 2 asks for "none" attestation: one key pair, ES256, a counter. */
class SecurityKey {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(16);
  readonly #origin: string;
  #counter = 0;
  #owner = '';

  constructor(origin: string) {
    this.#origin = origin;
  }

  create({ challenge, rp, user }: Creation) {
    this.#owner = user.id;
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    // COSE key (RFC 9053, section 7.1.1) as a CBOR map: kty EC2, alg ES256, crv P-256, x, y.
    const point = (text: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')]);
    const cose = [Buffer.from('a5010203262001', 'hex'), Buffer.from([0x21]), point(x), Buffer.from([0x22]), point(y)];
    const credential = [Buffer.alloc(16), Buffer.from([0, this.#id.length]), this.#id, ...cose];
    const data = this.#authenticatorData(rp.id, 0x45, Buffer.concat(credential));
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    return this.#wrapped({
      clientDataJSON: this.#clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  get({ challenge, rpId }: Asking) {
    const data = this.#authenticatorData(rpId, 0x05);
    const client = this.#clientData('webauthn.get', challenge);
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    return this.#wrapped({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.#keys.privateKey).toString('base64url'),
      userHandle: this.#owner,
    });
  }

  #authenticatorData(rpId: string, flags: number, credential = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++this.#counter);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), counter, credential]);
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }));
  }

  #wrapped(response: object) {
    const id = this.#id.toString('base64url');
    return { response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response } };
  }
}

test('a passkey added once signs in afterwards', async () => {
  const house = await openHouse();
  const me = house.browser();
  await me.go('/api/demo/sign-in', { json: { email: 'eli.nakamura@demo.ajar.invalid' } });
  const key = new SecurityKey(house.url);
  const creation = await me.read<Creation>('/api/auth/passkey/generate-register-options');
  expect(creation.rp.id).toBe('localhost');
  const added = await me.go('/api/auth/passkey/verify-registration', { json: key.create(creation) });
  expect(added.status).toBe(200);

  const later = house.browser();
  const asking = await later.read<Asking>('/api/auth/passkey/generate-authenticate-options');
  const came = await later.go('/api/auth/passkey/verify-authentication', { json: key.get(asking) });
  expect(came.status).toBe(200);
  expect(await later.read('/api/me')).toMatchObject({ email: 'eli.nakamura@demo.ajar.invalid' });
});

test('another key, another site or an old challenge signs nobody in', async () => {
  const house = await openHouse();
  const me = house.browser();
  await me.go('/api/demo/sign-in', { json: { email: 'eli.nakamura@demo.ajar.invalid' } });
  const key = new SecurityKey(house.url);
  const creation = await me.read<Creation>('/api/auth/passkey/generate-register-options');
  await me.go('/api/auth/passkey/verify-registration', { json: key.create(creation) });

  const stranger = house.browser();
  const asking = await stranger.read<Asking>('/api/auth/passkey/generate-authenticate-options');
  for (const response of [
    new SecurityKey(house.url).get(asking),
    new SecurityKey('https://evil.example.org').get(asking),
    key.get({ ...asking, challenge: creation.challenge }),
  ]) {
    const refused = await stranger.go('/api/auth/passkey/verify-authentication', { json: response });
    expect(refused.status).toBeGreaterThanOrEqual(400);
  }
  expect((await stranger.go('/api/me')).status).toBe(401);
});

test('adding a passkey needs a session', async () => {
  const house = await openHouse();
  expect((await house.browser().go('/api/auth/passkey/generate-register-options')).status).toBe(401);
});
