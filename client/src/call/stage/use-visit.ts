import type { EncounterId } from '@ajar/shared';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { live, useLive } from '../../live/index.ts';
import { tell } from '../../notices/index.ts';
import { firstName } from '../../words/index.ts';
import type { Ending } from '../media-client/index.ts';

/** What a call is when it is a visit: how it ends for either side. */
export function useVisit(encounterId: EncounterId | null, ending: Ending | null) {
  const { t } = useTranslation('call');
  const encounter = useLive((state) => state.corridor?.mine.encounter);
  const movedOn = useLive((state) => state.movedOn);
  // Once it is over it is nobody's encounter any more.
  const first = useRef(false);
  if (encounter && encounter.encounterId === encounterId) first.current = encounter.firstVisit;
  const elsewhere = ending?.reason === 'elsewhere';
  useEffect(() => {
    if (elsewhere) live.stepAside();
  }, [elsewhere]);
  return {
    atMyDoor: (encounter?.atMyDoor && encounter.encounterId === encounterId) ?? false,
    /** Who had to move on, by the name one would call them. */
    movedOn: movedOn && movedOn.encounterId === encounterId ? firstName(movedOn.mentorName) : null,
    /** After somebody's first visit, wherever they land. */
    kindWord: first.current ? t('ended.firstVisit') : null,
    /** They left by themselves and land in the corridor. */
    left: () => {
      if (first.current) tell('info', t('ended.firstVisit'));
    },
  };
}
