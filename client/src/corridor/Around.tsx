import type { PersonSeen } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { AboutPerson } from '../after/index.ts';

/** Who else is in the corridor right now. */
export function Around({ people }: { people: readonly PersonSeen[] }) {
  const { t } = useTranslation('corridor');
  return (
    <section className="around" aria-labelledby="around-title">
      <h2 id="around-title">{t('aroundTitle')}</h2>
      {people.length === 0 ? (
        <p>{t('aroundNobody')}</p>
      ) : (
        <ul>
          {people.map((person) => (
            <li key={person.memberId}>
              <bdi>{person.name}</bdi>
              <AboutPerson person={person} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
