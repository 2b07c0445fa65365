import './en.ts';
import './push.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { tell } from '../notices/index.ts';
import { turnOffPush, turnOnPush } from './index.ts';
import { isSubscribed } from './subscription.ts';

const queryKey = ['push'];

/** Says what it is for before the browser asks: nobody is asked who has not pressed it. */
export function PushItem() {
  const { t } = useTranslation('push');
  const queries = useQueryClient();
  const { data: on = false } = useQuery({ queryKey, queryFn: isSubscribed });
  const { mutate, isPending } = useMutation({
    mutationFn: on ? turnOffPush : turnOnPush,
    onSuccess: () => tell('info', t(on ? 'nowOff' : 'nowOn')),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  return (
    <>
      <Button aria-describedby="push-why" isPending={isPending} onPress={() => mutate()}>
        {t(on ? 'off' : 'on')}
      </Button>
      <p id="push-why" className="push-why">
        {t(on ? 'isOn' : 'why')}
      </p>
    </>
  );
}
