import './en.ts';
import './moderation.css';
import type { Moderation } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { inTheirLanguage } from '../../refusals/index.ts';
import type { Call, Participant } from '../media-client/index.ts';
import { menuLook } from '../menu/index.ts';
import { useStore } from '../use-store.ts';

type Choice = 'ask-to-mute' | 'mute' | 'stop-share' | 'lower-hand' | 'shown-out' | 'barred';

/** On the tile of somebody else: what whoever decides here may do about them. */
export function HostMenu({ call, person }: { call: Call; person: Participant }) {
  const { t } = useTranslation('moderation');
  const handUp = useStore(call.floor.state, ({ hands }) => hands.includes(person.memberId));
  const { mutate } = useMutation({
    mutationFn: (choice: Choice) => inTheirLanguage(call.floor.moderate(asked(choice, person))),
  });
  const { microphone, screen } = person.tracks;
  const speaks = microphone && !microphone.paused;
  const choices: Choice[] = [
    ...(handUp ? (['lower-hand'] as const) : []),
    ...(speaks ? (['ask-to-mute', 'mute'] as const) : []),
    ...(screen ? (['stop-share'] as const) : []),
    'shown-out',
    'barred',
  ];
  return (
    <MenuTrigger>
      <Button className="host-menu-press" aria-label={t('menu', { name: person.name })}>
        <Ellipsis aria-hidden="true" />
      </Button>
      <Popover className={menuLook} placement="bottom end">
        <Menu aria-label={t('menu', { name: person.name })} onAction={(choice) => mutate(choice as Choice)}>
          {choices.map((choice) => (
            <MenuItem key={choice} id={choice}>
              {t(choice)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function asked(choice: Choice, { peerId }: Participant): Moderation {
  switch (choice) {
    case 'shown-out':
    case 'barred':
      return { act: 'remove', peerId, back: choice === 'shown-out' };
    default:
      return { act: choice, peerId };
  }
}
