import { createHash } from 'node:crypto';
import * as http from 'node:http';
import * as https from 'node:https';
import { AjarError, type PushSubscriptionSent } from '@ajar/shared';
import { checkEndpoint, lookupReachable, type Reach } from './endpoint.ts';
import type { VapidKeys } from './vapid.ts';

export type Sender = {
  vapid: VapidKeys;
  /** Who sends, for the push service to write to: a `mailto:` or `https:` URL (RFC 8292, section 2.1). */
  subject: string;
  reach: Reach;
};

export type Sending = {
  to: PushSubscriptionSent;
  /** What the service worker reads; sent encrypted. */
  payload: string;
  /** How long, in s, the push service keeps it for a browser that is not there. */
  ttl: number;
  /** Messages of the same name replace each other while they wait. */
  name: string;
};

/** `gone`: the push service knows this browser no longer. `refused`: it will not take this, however often it is sent. */
export type Outcome = 'sent' | 'gone' | 'refused';

/** How long, in ms, a push service may take to answer. */
const patience = 10_000;
/** How long, in s, a signature is good for: enough for a clock that is off, far below the day that is allowed. */
const signedFor = 3_600;
/** Above this, in s, a message is no matter of minutes. */
const soon = 3_600;

/**
 * Sends one message: encrypted for the browser (RFC 8291), signed as ours (RFC 8292), by the protocol of RFC 8030.
 * @throws Error when it may be worth another try: no answer, or the push service is busy or broken.
 */
export async function send({ to, payload, ttl, name }: Sending, { vapid, subject, reach }: Sender): Promise<Outcome> {
  // Loaded when first needed: few servers send in their first minute.
  const { default: webPush } = await import('web-push');
  const url = checkEndpoint(to.endpoint, reach);
  const { cipherText } = webPush.encrypt(to.keys.p256dh, to.keys.auth, payload, 'aes128gcm');
  const expires = Math.floor(Date.now() / 1000) + signedFor;
  const { publicKey, privateKey } = vapid;
  const signature = webPush.getVapidHeaders(url.origin, subject, publicKey, privateKey, 'aes128gcm', expires);
  const headers = {
    ...signature,
    'content-encoding': 'aes128gcm',
    'content-type': 'application/octet-stream',
    'content-length': cipherText.length,
    ttl,
    topic: topicOf(name),
    urgency: ttl <= soon ? 'high' : 'normal',
  };
  try {
    return outcomeOf(await post(url, headers, cipherText, reach));
  } catch (thrown) {
    if (thrown instanceof AjarError && thrown.code === 'push-address') return 'refused';
    throw thrown;
  }
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  if (status === 408 || status === 429 || status >= 500) throw new Error(`The push service answered ${status}`);
  return 'refused';
}

/** At most 32 characters of base64url (RFC 8030, section 5.4); hashed, as the push service reads it. */
function topicOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 32);
}

function post(url: URL, headers: http.OutgoingHttpHeaders, body: Buffer, reach: Reach): Promise<number> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers, lookup: lookupReachable(reach), signal: AbortSignal.timeout(patience) };
    const sent = request(url, options, (response) => {
      // What it says besides its status is of no use here, and a redirect is not followed.
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
