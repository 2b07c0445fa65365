import { z } from 'zod';

/** Bytes as browsers write them: base64url without padding (RFC 4648, section 5), and how many there are. */
const base64url = (bytes: number) => {
  const characters = Math.ceil((bytes * 4) / 3);
  return z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${characters}}$`), `must be ${bytes} bytes in base64url`);
};

/** Where and how one browser is reached while no page of ours is open: what `PushSubscription.toJSON()` gives. */
export const pushSubscription = z.object({
  endpoint: z.url().max(2_000).meta({ description: 'Address at the browser’s push service. A secret: never log it' }),
  keys: z.object({
    p256dh: base64url(65).meta({ description: 'Public key of the browser, an uncompressed point on P-256' }),
    auth: base64url(16).meta({ description: 'Authentication secret (RFC 8291, section 3.2)' }),
  }),
});
export type PushSubscriptionSent = z.infer<typeof pushSubscription>;

/** What reaches the service worker, decrypted. */
export const pushMessage = z.object({
  title: z.string().min(1).max(200),
  body: z.string().max(300),
  path: z
    .string()
    .max(200)
    .regex(/^\/(?!\/)/)
    .meta({ description: 'Where pressing it leads, on our own origin' }),
  tag: z.string().min(1).max(100).meta({ description: 'A newer message of the same tag replaces the older' }),
});
export type PushMessage = z.infer<typeof pushMessage>;
