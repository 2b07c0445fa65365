import './en.ts';
import './rounds.css';
import { type Cadence, cadence as cadences, type Me, type RoundSeen } from '@ajar/shared';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnFeed, timeInWords } from '../calendar/index.ts';
import { Button } from '../design/index.ts';
import { usePageTitle } from '../live/index.ts';
import { Failed, Page } from '../page/index.ts';
import { KeptRounds } from './KeptRounds.tsx';
import { useAnswer, useRounds, useSitOut } from './queries.ts';

/** The rounds one is invited to, one's own calendar feed and, for staff, the rounds of the programme. */
export function RoundsPage({ membership }: { membership: NonNullable<Me['membership']> }) {
  const { t } = useTranslation('rounds');
  usePageTitle(t('title'));
  return (
    <Page title={t('title')} back={{ href: '/', words: t('back') }}>
      <p>{t('under')}</p>
      <RoundList />
      <OwnFeed />
      {membership.member.staff && <KeptRounds program={membership.program.name} />}
    </Page>
  );
}

function RoundList() {
  const { t } = useTranslation('rounds');
  const { data, error, refetch } = useRounds();
  if (error) return <Failed error={error} again={refetch} />;
  if (!data) return null;
  if (data.rounds.length === 0) return <p>{t('none')}</p>;
  return data.rounds.map((round) => <Round key={round.roundId} round={round} />);
}

function Round({ round }: { round: RoundSeen }) {
  const { t } = useTranslation('rounds');
  const id = useId();
  const answer = useAnswer(round.roundId);
  const minutes = Math.max(1, Math.round(round.sittingSeconds / 60));
  const choose = (value: string) => {
    const chosen = cadences.safeParse(value);
    answer.mutate({ cadence: chosen.success ? chosen.data : null });
  };
  return (
    <article className="round" aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{round.name}</h2>
      <p>{t('shape', { count: round.sittings, each: t('minutes', { count: minutes }) })}</p>
      <div className="field">
        <label htmlFor={`${id}-cadence`}>{t('takePart', { name: round.name })}</label>
        <select
          id={`${id}-cadence`}
          value={round.cadence ?? 'none'}
          disabled={answer.isPending}
          onChange={(event) => choose(event.target.value)}
        >
          {(['none', ...cadences.options] satisfies ('none' | Cadence)[]).map((each) => (
            <option key={each} value={each}>
              {t(`cadence.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <Dates round={round} labelledBy={`${id}-dates`} />
      <label className="tick">
        <input
          type="checkbox"
          checked={round.mail}
          disabled={answer.isPending}
          onChange={(event) => answer.mutate({ cadence: round.cadence, mail: event.target.checked })}
        />
        {t('mail')}
      </label>
    </article>
  );
}

function Dates({ round, labelledBy }: { round: RoundSeen; labelledBy: string }) {
  const { t } = useTranslation('rounds');
  const sitOut = useSitOut(round.roundId);
  return (
    <>
      <h3 id={labelledBy}>{t('dates')}</h3>
      <ul className="round-dates" aria-labelledby={labelledBy}>
        {round.next.map((at) => {
          const [mine, out] = [round.turns.includes(at), round.satOut.includes(at)];
          const words = timeInWords(at, round.timeZone);
          return (
            <li key={at} data-mine={mine || undefined}>
              <span>{words}</span>
              {round.cadence && <span className="round-part">{t(mine ? 'turn' : out ? 'satOut' : 'noTurn')}</span>}
              {(mine || out) && (
                <Button
                  isPending={sitOut.isPending}
                  aria-label={`${t(out ? 'press.comeAfterAll' : 'press.sitOut')}: ${words}`}
                  onPress={() => sitOut.mutate({ startsAt: at, out: !out })}
                >
                  {t(out ? 'press.comeAfterAll' : 'press.sitOut')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
