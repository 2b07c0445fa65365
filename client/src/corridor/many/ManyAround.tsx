import type { PersonSeen } from '@ajar/shared';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AboutPerson } from '../../after/index.ts';
import { Button } from '../../design/index.ts';
import { i18n } from '../../words/index.ts';
import { named } from './find.ts';

/** So many people are named at first, and so many more with each press. */
const atOnce = 40;

/** Who else is in the corridor right now, where they are many; what is looked for at the doors is looked for here too. */
export const ManyAround = memo(function ManyAround({
  people,
  words,
}: {
  people: readonly PersonSeen[];
  words: string;
}) {
  const { t } = useTranslation('manyDoors');
  const { t: c } = useTranslation('corridor');
  const [most, setMost] = useState(atOnce);
  const found = useMemo(() => people.filter(named(words)), [people, words]);
  const more = Math.min(atOnce, found.length - most);
  const nobody = people.length === 0 ? c('aroundNobody') : t('nobodyAround');
  return (
    <section className="around" aria-labelledby="around-title">
      <h2 id="around-title">
        {c('aroundTitle')} <span>{found.length.toLocaleString(i18n.language)}</span>
      </h2>
      {found.length === 0 ? (
        <p>{nobody}</p>
      ) : (
        <ul>
          {found.slice(0, most).map((person) => (
            <li key={person.memberId}>
              <bdi>{person.name}</bdi>
              <AboutPerson person={person} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <Button className="around-more" onPress={() => setMost(most + atOnce)}>
          {t('moreAround', { count: more })}
        </Button>
      )}
    </section>
  );
});
