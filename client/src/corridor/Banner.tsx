import type { MyEncounter } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLive } from '../live/index.ts';
import { firstName, listOfNames } from '../words/index.ts';

/** What comes before everything else: a lost connection, or a conversation still under way. */
export function Banner({ encounter }: { encounter: MyEncounter | null }) {
  const { t } = useTranslation('corridor');
  const reconnecting = useLive((state) => state.connection === 'reconnecting');
  return (
    <div role="status">
      {reconnecting && <p className="banner late">{t('reconnecting')}</p>}
      {encounter && encounter.kind !== 'lounge' && <StillIn encounter={encounter} />}
    </div>
  );
}

/** Comes a moment late: right after leaving a call the record may still say that one is in it. */
function StillIn({ encounter }: { encounter: MyEncounter }) {
  const { t } = useTranslation('corridor');
  const names = listOfNames(encounter.with.map((person) => firstName(person.name)));
  const elsewhere = encounter.atMyDoor && encounter.joined;
  return (
    <p className="banner late">
      {t(elsewhere ? 'encounter.elsewhere' : 'encounter.still', { names })}
      <Link className="button" data-variant="primary" href={`/call/${encounter.encounterId}`}>
        {t(elsewhere ? 'encounter.carry' : 'encounter.back')}
      </Link>
    </p>
  );
}
