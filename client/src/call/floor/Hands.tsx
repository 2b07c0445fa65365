import type { MemberId } from '@ajar/shared';
import { Hand } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { firstName, listOfNames } from '../../words/index.ts';
import type { Call } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';

/** Whose hands are up, in the order they were raised; and, for those who cannot see it, what others did of late. */
export function Hands({ call }: { call: Call }) {
  const { t } = useTranslation('call');
  const { participants, me } = useStore(call.state);
  const { hands, heard } = useStore(call.floor.state);
  const nameOf = (memberId: MemberId) => {
    if (memberId === me?.memberId) return t('hands.you');
    const person = participants.find((other) => other.memberId === memberId);
    return person ? firstName(person.name) : null;
  };
  const named = (members: readonly MemberId[]) => members.flatMap((memberId) => nameOf(memberId) ?? []);
  const [raised, wrote] = [named(heard.hands), named(heard.writers)];
  const words = [
    ...(raised.length > 0 ? [t('hands.raised', { names: listOfNames(raised), count: raised.length })] : []),
    ...heard.reactions.flatMap(({ memberId, reaction }) => {
      const name = nameOf(memberId);
      return name ? [t('hands.reacted', { name, reaction: t(`reactions.${reaction}`) })] : [];
    }),
    ...(wrote.length > 0 ? [t('hands.wrote', { names: listOfNames(wrote) })] : []),
  ];
  return (
    <>
      {hands.length > 0 && (
        <section className="call-hands" aria-label={t('hands.title')}>
          <Hand aria-hidden="true" />
          <ol>
            {hands.map((memberId) => (
              <li key={memberId}>
                <bdi>{nameOf(memberId)}</bdi>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p role="status" className="call-unseen">
        {words.join(' ')}
      </p>
    </>
  );
}
