import './coffee.css';
import type { EncounterId, MyCoffee, ShownAtCoffee } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/index.ts';
import { live, useLive } from '../../live/index.ts';
import { firstName } from '../../words/index.ts';
import { useCoffee } from './use-coffee.ts';

/** What a coffee adds to its call: something to talk about, the bell, and staying longer. */
export function AtCoffee({ encounterId }: { encounterId: EncounterId | null }) {
  const { coffee } = useCoffee(encounterId);
  return (
    coffee && (
      <div className="at-coffee">
        <Starter coffee={coffee} />
        <Bell coffee={coffee} />
        <WhatWeDo coffee={coffee} />
      </div>
    )
  );
}

function Starter({ coffee: { encounterId, starter, turn } }: { coffee: MyCoffee }) {
  const { t } = useTranslation('call');
  const { mutate, isPending } = useMutation({
    mutationFn: (press: 'another' | 'away') => live.pressStarter({ encounterId, turn, press }),
  });
  return (
    <section className="coffee-starter" aria-label={t('coffee.starter')} data-away={starter === null || undefined}>
      <p aria-live="polite">{starter}</p>
      <div>
        <Button isPending={isPending} onPress={() => mutate('another')}>
          {t(starter === null ? 'coffee.suggest' : 'coffee.another')}
        </Button>
        {starter !== null && (
          <Button isPending={isPending} onPress={() => mutate('away')}>
            {t('coffee.away')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Rank is hidden here until a person shows theirs: to these people, for as long as this lasts. */
function WhatWeDo({ coffee: { encounterId, shown } }: { coffee: MyCoffee }) {
  const { t } = useTranslation('call');
  const me = useLive((state) => state.corridor?.memberId);
  const others = useLive((state) => state.corridor?.mine.encounter?.with);
  const { mutate, isPending } = useMutation({ mutationFn: () => live.showWhatIDo(encounterId) });
  const what = ({ place, profession, stage }: ShownAtCoffee) =>
    [place || profession, stage && t(`coffee.stages.${stage}`)].filter(Boolean).join(' · ');
  const lines = shown.flatMap((one) => {
    const name = others?.find((other) => other.memberId === one.memberId)?.name;
    return name ? [{ id: one.memberId, words: t('coffee.does', { name: firstName(name), what: what(one) }) }] : [];
  });
  const isShown = shown.some((one) => one.memberId === me);
  return (
    <div className="coffee-ranks">
      <div role="status">
        {lines.map(({ id, words }) => (
          <p key={id}>{words}</p>
        ))}
        {isShown && <p>{t('coffee.shown')}</p>}
      </div>
      {!isShown && (
        <Button isPending={isPending} onPress={() => mutate()}>
          {t('coffee.show')}
        </Button>
      )}
    </div>
  );
}

function Bell({ coffee: { encounterId, bell, staying, extensions } }: { coffee: MyCoffee }) {
  const { t } = useTranslation('call');
  const { mutate, isPending } = useMutation({ mutationFn: () => live.stayLonger(encounterId) });
  const rang = useRef(bell);
  useEffect(() => {
    if (bell && !rang.current) live.ringBell();
    rang.current = bell;
  }, [bell]);
  const [ringing, quiet] = [
    staying ? 'coffee.staying' : 'coffee.bell',
    extensions > 0 ? 'coffee.longer' : null,
  ] as const;
  const words = bell ? ringing : quiet;
  return (
    <div className="coffee-bell" data-bell={bell || undefined}>
      <p role="status">{words && t(words)}</p>
      {bell && !staying && (
        <Button variant="primary" isPending={isPending} onPress={() => mutate()}>
          {t('coffee.stay')}
        </Button>
      )}
    </div>
  );
}
