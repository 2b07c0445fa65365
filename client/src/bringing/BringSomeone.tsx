import './en.ts';
import './bringing.css';
import { type MyVisit, memberId, type PersonSeen } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { live } from '../live/index.ts';
import { firstName } from '../words/index.ts';

interface BringSomeoneProps {
  visit: MyVisit;
  /** Whom one waits for, as one says it. */
  mentor: string;
}

/** In line: who shares one's place, or a way to ask somebody to. */
export function BringSomeone({ visit, mentor }: BringSomeoneProps) {
  const { t } = useTranslation('bringing');
  const { mutate, isPending, data, reset } = useMutation({ mutationFn: () => live.whomToBring(visit.visitId) });
  const { party } = visit;
  if (party) {
    const name = firstName(party.person.name);
    return <p role="status">{t(party.coming ? 'together' : 'asked', { name, mentor })}</p>;
  }
  if (data) return <Whom visit={visit} mentor={mentor} people={data} onDone={reset} />;
  return (
    <Button aria-description={t('hint')} isPending={isPending} onPress={() => mutate()}>
      {t('bring')}
    </Button>
  );
}

interface WhomProps extends BringSomeoneProps {
  people: readonly PersonSeen[];
  onDone: () => void;
}

function Whom({ visit, mentor, people, onDone }: WhomProps) {
  const { t } = useTranslation('bringing');
  const [chosen, setChosen] = useState('');
  const { mutate, isPending } = useMutation({
    mutationFn: () => live.bringSomeone(visit.visitId, memberId.parse(chosen)),
    onSuccess: onDone,
  });
  return (
    <div className="bring-whom">
      {people.length === 0 ? (
        <p role="status">{t('nobody')}</p>
      ) : (
        <>
          <label>
            {t('who', { mentor })}{' '}
            <select value={chosen} onChange={({ target }) => setChosen(target.value)}>
              <option value="">{t('choose')}</option>
              {people.map((person) => (
                <option key={person.memberId} value={person.memberId}>
                  {person.name}
                </option>
              ))}
            </select>
          </label>
          {chosen !== '' && (
            <Button variant="primary" isPending={isPending} onPress={() => mutate()}>
              {t('ask')}
            </Button>
          )}
        </>
      )}
      <Button onPress={onDone}>{t('never')}</Button>
    </div>
  );
}
