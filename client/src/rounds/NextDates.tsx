import { type Recurrence, toAjarError } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { timeInWords } from '../calendar/index.ts';
import { useRoundDates } from './queries.ts';

/** When a round would take place by what the form says now. */
export function NextDates({ recurrence }: { recurrence: Recurrence }) {
  const { t } = useTranslation('rounds');
  const { data, error } = useRoundDates(recurrence);
  return (
    <div className="round-next" role="status">
      {error ? (
        <p>{toAjarError(error).message}</p>
      ) : (
        <>
          <p>{t('form.next')}</p>
          <ul>
            {data?.next.slice(0, 4).map((at) => (
              <li key={at}>{timeInWords(at, recurrence.timeZone)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
