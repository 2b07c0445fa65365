import './en.ts';
import './passing.css';
import type { ChatMinutes, MyPassing } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { live } from '../live/index.ts';
import { Switch } from '../switch/index.ts';
import { i18n } from '../words/index.ts';
import { PassingOffer } from './PassingOffer.tsx';

const choices: readonly ChatMinutes[] = [30, 60, 120];
const offers = Array.from({ length: 11 }, (_, n) => n);

/** The switch with what goes with it, and the offer while there is one. */
export function PassingPart({ passing }: { passing: MyPassing }) {
  const { t } = useTranslation('passing');
  const words = useRef<HTMLParagraphElement>(null);
  const [minutes, setMinutes] = useState<ChatMinutes>(60);
  const { until, offersADay, offer } = passing;
  const { mutate: set, isPending } = useMutation({ mutationFn: live.upForChat });
  const { mutate: setOffers } = useMutation({ mutationFn: live.setOffersADay });
  const pickMinutes = (picked: ChatMinutes) => {
    setMinutes(picked);
    if (until) set(picked);
  };
  const time = until && new Date(until).toLocaleTimeString(i18n.language, { timeStyle: 'short' });
  return (
    <>
      <Switch
        on={until !== null}
        waiting={isPending}
        onChange={(on) => set(on ? minutes : null)}
        describedBy="passing-words"
      >
        {t('switch')}
      </Switch>
      <p className="passing-words" id="passing-words" ref={words} tabIndex={-1}>
        {time ? t('on', { time }) : t('off')}
      </p>
      {until && (
        <div className="passing-limits">
          <label>
            {t('for')}
            <select value={minutes} onChange={(event) => pickMinutes(Number(event.target.value) as ChatMinutes)}>
              {choices.map((choice) => (
                <option key={choice} value={choice}>
                  {t(`minutes.${choice}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('atMost')}
            <select value={offersADay} onChange={(event) => setOffers(Number(event.target.value))}>
              {offers.map((count) => (
                <option key={count} value={count}>
                  {t('aDay', { count })}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <div role="status">
        {offer && offer.said !== 'not-now' && (
          <PassingOffer key={offer.offerId} offer={offer} then={() => words.current?.focus()} />
        )}
      </div>
    </>
  );
}
