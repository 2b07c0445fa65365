import './en.ts';
import './bringing.css';
import type { Mine } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { live } from '../live/index.ts';
import { firstName } from '../words/index.ts';

type One = Mine['brought'][number];

/** What one is asked to come along to, and where one may follow whoever went in first. */
export function Brought({ brought }: { brought: readonly One[] }) {
  const { t } = useTranslation('bringing');
  return (
    <section aria-label={t('question')}>
      {brought.map((one) =>
        one.inside ? <MayFollow key={one.visitId} one={one} /> : <Question key={one.visitId} one={one} />,
      )}
    </section>
  );
}

function Question({ one: { visitId, person, mentorName } }: { one: One }) {
  const { t } = useTranslation('bringing');
  const { mutate, isPending } = useMutation({ mutationFn: (yes: boolean) => live.answerBringing(visitId, yes) });
  const name = firstName(person.name);
  return (
    <div className="banner">
      <p role="status">{t('wouldLike', { name: person.name, mentor: mentorName })}</p>
      <p className="bring-quiet">{t('quiet', { name })}</p>
      <Button variant="primary" isPending={isPending} onPress={() => mutate(true)}>
        {t('yes')}
      </Button>
      <Button isPending={isPending} onPress={() => mutate(false)}>
        {t('no')}
      </Button>
    </div>
  );
}

function MayFollow({ one: { visitId, person, mentorName } }: { one: One }) {
  const { t } = useTranslation('bringing');
  const { mutate, isPending } = useMutation({ mutationFn: () => live.follow(visitId) });
  // As it is when it is one's turn: nobody looks at a page in which they wait.
  useEffect(() => live.play('come-in'), []);
  return (
    <div className="banner">
      <p role="status">{t('inside', { name: firstName(person.name), mentor: firstName(mentorName) })}</p>
      <Button variant="primary" isPending={isPending} onPress={() => mutate()}>
        {t('follow')}
      </Button>
    </div>
  );
}
