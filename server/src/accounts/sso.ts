import { AjarError } from '@ajar/shared';
import type { Log } from '../log/index.ts';
import type { OidcSettings } from '../settings/index.ts';

/** The name of the single sign-on provider in better-auth's addresses: `/api/auth/callback/sso`. */
export const ssoProvider = 'sso';

/** OpenID Connect Discovery 1.0, section 4. */
export function discoveryUrlOf(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/** How long the provider may take to describe itself, in ms. */
const patience = 5_000;

/**
 * Waits for the sign-in provider before it is first used. better-auth reads a provider's description once, when it is
 * made, and goes without the provider if that fails; a provider that is down while Ajar starts must not stay lost.
 */
export class SsoDiscovery {
  readonly #oidc: OidcSettings;
  readonly #log: Log;
  #found: Promise<void> | undefined;

  constructor(oidc: OidcSettings, log: Log) {
    this.#oidc = oidc;
    this.#log = log;
  }

  /** Resolves once the provider has answered. @throws AjarError `sso-unreachable`; the next call tries again. */
  found(): Promise<void> {
    this.#found ??= this.#ask().catch((error: unknown) => {
      this.#found = undefined;
      throw error;
    });
    return this.#found;
  }

  async #ask(): Promise<void> {
    const url = discoveryUrlOf(this.#oidc.issuer);
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
      await answer.json();
    } catch (cause) {
      this.#log.warn({ err: cause }, 'The sign-in provider does not answer');
      const message = `Signing in with ${this.#oidc.name} does not work just now: it does not answer. Try again, or sign in by e-mail.`;
      throw new AjarError('unavailable', 'sso-unreachable', message, { cause });
    }
  }
}
