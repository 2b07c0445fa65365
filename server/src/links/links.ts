import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';

/** Signs and reads what the links of one purpose say. */
type SignedLinks<Content> = {
  sign(secret: Uint8Array, content: Content): string;
  /** What a link says, or `null` when we did not sign it for this purpose. */
  read(secret: Uint8Array, token: string): Content | null;
};

/**
 * Links in mails that work without signing in: what they say is signed (HMAC-SHA-256, RFC 2104), so a link lets its holder
 * do that one thing and no other. A link of one purpose is none of another.
 */
export function signedLinks<Content>(purpose: string, content: z.ZodType<Content>): SignedLinks<Content> {
  const mark = (secret: Uint8Array, text: string) =>
    createHmac('sha256', secret).update(`${purpose} ${text}`).digest('base64url');
  return {
    sign: (secret, said) => {
      const text = Buffer.from(JSON.stringify(said)).toString('base64url');
      return `${text}.${mark(secret, text)}`;
    },
    read: (secret, token) => {
      const [text = '', signature = ''] = token.split('.');
      const expected = Buffer.from(mark(secret, text));
      const given = Buffer.from(signature);
      if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
      const parsed = content.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      return parsed.success ? parsed.data : null;
    },
  };
}
