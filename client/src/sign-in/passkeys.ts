import { AjarError } from '@ajar/shared';
import { passkeyClient } from '@better-auth/passkey/client';
import { createAuthClient } from 'better-auth/client';
import { i18n } from '../words/index.ts';

const auth = createAuthClient({ plugins: [passkeyClient()] });

/** Opens the browser's own passkey window. @throws AjarError */
export async function signIn(): Promise<void> {
  const { error } = await auth.signIn.passkey();
  if (error) throw new AjarError('not-allowed', 'passkey', i18n.t('session:passkeyCancelled'), { cause: error });
}

/** @throws AjarError */
export async function add(): Promise<void> {
  const { error } = await auth.passkey.addPasskey();
  if (!error) return;
  const already = 'code' in error && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
  throw new AjarError('conflict', 'passkey', i18n.t(already ? 'session:passkeyAlready' : 'session:passkeyNotAdded'), {
    cause: error,
  });
}
