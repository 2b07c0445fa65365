import { useMutation } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { sendLink } from './session.ts';

/** Signing in by a link in a mail. */
export function LinkForm({ outbox, to }: { outbox: boolean; to: string }) {
  const { t } = useTranslation('sign-in');
  const sending = useMutation({ mutationFn: async (email: string) => await sendLink(email, to) });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    sending.mutate(String(new FormData(event.currentTarget).get('email') ?? ''));
  };
  return (
    <section className="link-form" aria-labelledby="link-title">
      <h2 id="link-title">{sending.isSuccess ? t('sentTitle') : t('linkTitle')}</h2>
      {sending.isSuccess ? (
        <div className="link-sent" role="status">
          <p>{t('sent', { email: sending.variables })}</p>
          {outbox && (
            <p>
              <a href="/dev/outbox">{t('outbox')}</a>
            </p>
          )}
          <Button onPress={() => sending.reset()}>{t('again')}</Button>
        </div>
      ) : (
        <form onSubmit={submit} className="link-fields">
          <div className="field">
            <label htmlFor="email">{t('email')}</label>
            <input id="email" name="email" type="email" autoComplete="email webauthn" required />
          </div>
          <Button type="submit" variant="primary" isPending={sending.isPending}>
            {t('send')}
          </Button>
        </form>
      )}
    </section>
  );
}
