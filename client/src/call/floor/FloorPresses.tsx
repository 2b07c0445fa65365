import type { Reaction } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { Hand, SmilePlus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inTheirLanguage } from '../../refusals/index.ts';
import type { Call } from '../media-client/index.ts';
import { BarPress } from '../stage/BarPress.tsx';
import { useStore } from '../use-store.ts';
import { iconOf } from './reactions.ts';

/** One's own hand: whether it is up, and what raises or lowers it. */
export function useHand(call: Call): { up: boolean; toggle: () => void } {
  const me = useStore(call.state, (state) => state.me?.memberId);
  const up = useStore(call.floor.state, ({ hands }) => me !== undefined && hands.includes(me));
  const { mutate, isPending } = useMutation({ mutationFn: () => inTheirLanguage(call.floor.setHand(!up)) });
  return { up, toggle: () => !isPending && mutate() };
}

/** Hand and reactions in the bar. */
export function FloorPresses({ call, hand }: { call: Call; hand: ReturnType<typeof useHand> }) {
  const { t } = useTranslation('call');
  return (
    <>
      <BarPress press="hand" icon={Hand} off={hand.up} minor onPress={hand.toggle}>
        {t(hand.up ? 'press.lowerHand' : 'press.raiseHand')}
      </BarPress>
      <React call={call} />
    </>
  );
}

function React({ call }: { call: Call }) {
  const { t } = useTranslation('call');
  const [open, setOpen] = useState(false);
  const press = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const { mutate } = useMutation({
    mutationFn: (reaction: Reaction) => inTheirLanguage(call.floor.react(reaction)),
  });
  useEffect(() => {
    if (open) first.current?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    press.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return (
    <div className="call-react">
      <BarPress ref={press} icon={SmilePlus} minor expanded={open} onPress={() => setOpen(!open)}>
        {t('press.react')}
      </BarPress>
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; these are presses
        <div role="group" aria-label={t('reactions.title')} className="call-reactions" onKeyDown={onKeyDown}>
          {(Object.keys(iconOf) as Reaction[]).map((reaction, at) => {
            const Icon = iconOf[reaction];
            return (
              <button
                key={reaction}
                ref={at === 0 ? first : undefined}
                type="button"
                onClick={() => {
                  mutate(reaction);
                  close();
                }}
              >
                <Icon aria-hidden="true" />
                {t(`reactions.${reaction}`)}
              </button>
            );
          })}
        </div>
      )}
    </div>
  );
}
