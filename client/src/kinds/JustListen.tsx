import './en.ts';
import type { DoorId } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { live } from '../live/index.ts';

/** Into a shared room with microphone and camera off, to listen first. */
export function JustListen({ doorId, describedBy }: { doorId: DoorId; describedBy: string }) {
  const { t } = useTranslation('kinds');
  const { mutate, isPending } = useMutation({ mutationFn: () => live.walkIn(doorId, true) });
  return (
    <Button aria-describedby={describedBy} isPending={isPending} onPress={() => mutate()}>
      {t('listen')}
    </Button>
  );
}
