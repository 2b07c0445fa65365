import { isIP } from 'node:net';
import { turnAddress, turnUrlsIn, turnUrlsWording } from '@ajar/shared';
import { z } from 'zod';

/** A number written in plain digits; `wording` is what the message asks for. */
export function wholeNumber(least: number, most: number, wording: string) {
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, `must be ${wording}`)
    .transform(Number);
}

/** An IPv4 or IPv6 address, never a name: media workers bind to it. */
export function ipAddress() {
  return z.string().refine((text) => isIP(text) !== 0, 'must be an IP address such as 0.0.0.0');
}

/** A URL of one of these schemes, kept as it was written. */
export function serviceUrl(schemes: readonly string[], example: string) {
  return z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
    error: `must look like ${example}`,
    abort: true,
  });
}

/** An http or https address without a path; the slash at the end is dropped. */
export function origin() {
  return serviceUrl(['https:', 'http:'], 'https://ajar.example.org')
    .refine((text) => new URL(text).pathname === '/', 'must have no path after the host')
    .transform((text) => new URL(text).origin);
}

/** The addresses of a TURN server. */
export function turnUrls() {
  return z
    .string()
    .transform(turnUrlsIn)
    .refine((urls) => urls.every((url) => turnAddress(url) !== null), turnUrlsWording);
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
