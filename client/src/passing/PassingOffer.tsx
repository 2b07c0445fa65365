import type { PassingOffer as Offer } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, isSecondOfDoubleClick } from '../design/index.ts';
import { live } from '../live/index.ts';

/** How long an offer stands, in ms; this clock may be off, so no more than that is ever shown. */
const stands = 20_000;

/**
 * Somebody is passing by. It goes by itself; what the other says is never shown.
 * @param then runs once it is answered: what was pressed is gone, and the focus goes on to words that stay.
 */
export function PassingOffer({ offer, then }: { offer: Offer; then: () => void }) {
  const { t } = useTranslation('passing');
  const { mutate, isPending } = useMutation({
    mutationFn: (yes: boolean) => live.answerOffer(offer.offerId, yes),
    onSuccess: then,
  });
  const [left] = useState(() => Math.min(stands, Math.max(0, Date.parse(offer.endsAt) - Date.now())));
  const answer = (yes: boolean) => (event: { pointerType: string }) => {
    if (!isSecondOfDoubleClick(event)) mutate(yes);
  };
  const { name } = offer.person;
  return (
    <section className="passing-offer" aria-labelledby="passing-offer">
      <p id="passing-offer" className="serif">
        {t(offer.said === 'yes' ? 'saidYes' : 'offer', { name })}
      </p>
      <div className="passing-presses">
        {offer.said === null && (
          <Button variant="primary" isPending={isPending} onPress={answer(true)}>
            {t('yes')}
          </Button>
        )}
        <Button isPending={isPending} onPress={answer(false)}>
          {t('notNow')}
        </Button>
      </div>
      <i className="passing-left" aria-hidden="true" style={{ animationDuration: `${left}ms` }} />
    </section>
  );
}
