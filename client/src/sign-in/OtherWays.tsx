import type { SignInOptions } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { signInByPasskey, signInElsewhere } from './session.ts';

/** A passkey of this device, and the organisation's single sign-on where there is one. */
export function OtherWays({ sso, to }: { sso: SignInOptions['sso']; to: string }) {
  const { t } = useTranslation('sign-in');
  const passkey = useMutation({ mutationFn: () => signInByPasskey(to) });
  const elsewhere = useMutation({ mutationFn: () => signInElsewhere(to) });
  return (
    <section className="other-ways" aria-labelledby="other-title">
      <h2 id="other-title">{t('otherTitle')}</h2>
      <div className="other-presses">
        {sso && (
          <Button isPending={elsewhere.isPending} onPress={() => elsewhere.mutate()}>
            {t('sso', { name: sso.name })}
          </Button>
        )}
        <Button isPending={passkey.isPending} onPress={() => passkey.mutate()}>
          {t('passkey')}
        </Button>
      </div>
    </section>
  );
}
