import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { live, useLive } from '../live/index.ts';
import { CoffeeTable } from './CoffeeTable.tsx';
import { usePress } from './presses.ts';

/** The coffee table: how many sit there is seen, never who. */
export function Coffee() {
  const { t } = useTranslation('corridor');
  const taken = useLive((state) => state.corridor?.table.taken ?? 0);
  const seated = useLive((state) => state.corridor?.mine.seat != null);
  return (
    <li className="stand stand-coffee">
      <section className="stand-door" aria-labelledby="coffee-title">
        <div className="coffee-words">
          <h2 id="coffee-title">{t('coffee.title')}</h2>
          <p role="status">{coffeeWords(t, taken, seated)}</p>
        </div>
        <CoffeeTable taken={taken} seated={seated} />
        <div className="stand-floor">{seated ? <LeaveTable /> : <SitDown />}</div>
      </section>
    </li>
  );
}

function coffeeWords(t: ReturnType<typeof useTranslation<'corridor'>>['t'], taken: number, seated: boolean): string {
  if (seated) return t(taken > 1 ? 'coffee.together' : 'coffee.alone');
  return taken > 0 ? t('coffee.someone', { count: taken }) : t('coffee.empty');
}

function SitDown() {
  const { t } = useTranslation('corridor');
  const { press, isPending } = usePress(live.sitDown);
  return (
    <Button variant="primary" isPending={isPending} onPress={press}>
      {t('coffee.sit')}
    </Button>
  );
}

function LeaveTable() {
  const { t } = useTranslation('corridor');
  const { press, isPending } = usePress(live.leaveTable);
  return (
    <Button isPending={isPending} onPress={press}>
      {t('coffee.leave')}
    </Button>
  );
}
