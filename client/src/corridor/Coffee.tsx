import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { live, useLive } from '../live/index.ts';
import { CoffeeTable } from './CoffeeTable.tsx';
import { CoffeeWish } from './CoffeeWish.tsx';
import { forgetSize, readWish } from './coffee-wish.ts';
import { usePress } from './presses.ts';

const CoffeeMore = lazy(() => import('./CoffeeMore.tsx').then((more) => ({ default: more.CoffeeMore })));

/** The coffee table: how many sit there is seen, never who. */
export function Coffee() {
  const { t } = useTranslation('corridor');
  const taken = useLive((state) => state.corridor?.table.taken ?? 0);
  const seat = useLive((state) => state.corridor?.mine.seat ?? null);
  const seated = seat !== null;
  return (
    <li className="stand stand-coffee">
      <section className="stand-door" aria-labelledby="coffee-title">
        <div className="coffee-words">
          <h2 id="coffee-title">{t('coffee.title')}</h2>
          <p role="status">{seat?.again ? t('coffee.again') : coffeeWords(t, taken, seated)}</p>
          <div className="coffee-more">
            {seated ? (
              <Suspense>
                <CoffeeMore alone={taken <= 1} asked={readWish().tableSize} />
              </Suspense>
            ) : (
              <CoffeeWish />
            )}
          </div>
        </div>
        <CoffeeTable taken={taken} seated={seated} />
        <div className="stand-floor">
          <CoffeePress seated={seated} />
        </div>
      </section>
    </li>
  );
}

function coffeeWords(t: ReturnType<typeof useTranslation<'corridor'>>['t'], taken: number, seated: boolean): string {
  if (seated) return t(taken > 1 ? 'coffee.together' : 'coffee.alone');
  return taken > 0 ? t('coffee.someone', { count: taken }) : t('coffee.empty');
}

/** One press for both ways, so that the keyboard's focus stays on it. */
function CoffeePress({ seated }: { seated: boolean }) {
  const { t } = useTranslation('corridor');
  const { press, isPending } = usePress(seated ? live.leaveTable : sitDown);
  return (
    <Button variant={seated ? 'quiet' : 'primary'} isPending={isPending} onPress={press}>
      {t(seated ? 'coffee.leave' : 'coffee.sit')}
    </Button>
  );
}

async function sitDown(): Promise<void> {
  await live.sitDown(readWish());
  forgetSize();
}
