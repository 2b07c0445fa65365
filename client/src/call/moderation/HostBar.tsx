import './en.ts';
import './moderation.css';
import type { Knocker } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { Lock, LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/index.ts';
import { inTheirLanguage } from '../../refusals/index.ts';
import type { Call } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';

/** For whoever decides in a room that others may come into: the lock, and who is before it. */
export function HostBar({ call }: { call: Call }) {
  const { t } = useTranslation('moderation');
  const { locked, knocking } = useStore(call.floor.state);
  const { mutate, isPending } = useMutation({
    mutationFn: () => inTheirLanguage(call.floor.moderate({ act: 'lock', locked: !locked })),
  });
  const Icon = locked ? LockOpen : Lock;
  return (
    <section className="host-bar" aria-label={t('bar')}>
      <div role="status">
        {locked && knocking.length === 0 && <p>{t('locked')}</p>}
        {knocking.map(({ memberId, name }) => (
          <p key={memberId}>{t('knocks', { name })}</p>
        ))}
      </div>
      {knocking.map((knocker) => (
        <Answer key={knocker.memberId} call={call} knocker={knocker} />
      ))}
      <Button isPending={isPending} onPress={() => mutate()}>
        <Icon aria-hidden="true" />
        {t(locked ? 'unlock' : 'lock')}
      </Button>
    </section>
  );
}

function Answer({ call, knocker: { memberId, name } }: { call: Call; knocker: Knocker }) {
  const { t } = useTranslation('moderation');
  const { mutate, isPending } = useMutation({
    mutationFn: (letIn: boolean) => inTheirLanguage(call.floor.moderate({ act: 'answer', memberId, letIn })),
  });
  return (
    <>
      <Button variant="primary" isPending={isPending} onPress={() => mutate(true)}>
        {t('letIn', { name })}
      </Button>
      <Button isPending={isPending} aria-label={t('notNowTo', { name })} onPress={() => mutate(false)}>
        {t('notNow')}
      </Button>
    </>
  );
}
