import type { MentorshipSeen, Spark } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { firstName } from '../words/index.ts';
import { useAnswerMentor, useAskMentor } from './sparks.ts';

/** Whether one is the other's mentor, and asking for it. */
export function Mentor({ spark }: { spark: Spark }) {
  const { t } = useTranslation('after');
  const asking = useAskMentor(spark.sparkId);
  const name = firstName(spark.person.name);
  if (!spark.mayAskMentor && spark.mentorships.length === 0) return null;
  return (
    <section className="spark-mentor" aria-labelledby="mentor-title">
      <h2 id="mentor-title">{t('mentor.title')}</h2>
      {spark.mentorships.map((mentorship) => (
        <Standing key={mentorship.mentorshipId} mentorship={mentorship} name={name} />
      ))}
      {spark.mayAskMentor && (
        <>
          <p>{t('mentor.under', { name })}</p>
          <Button isPending={asking.isPending} onPress={() => asking.mutate()}>
            {t('mentor.ask')}
          </Button>
        </>
      )}
    </section>
  );
}

function Standing({ mentorship, name }: { mentorship: MentorshipSeen; name: string }) {
  const { t } = useTranslation('after');
  const answering = useAnswerMentor();
  const { mentorshipId, mentor, state } = mentorship;
  const answer = (accept: boolean) => answering.mutate({ mentorshipId, accept });
  return (
    <>
      <p role="status">{t(`mentor.${mentor}.${state}`, { name })}</p>
      {mentor === 'me' && state === 'asked' && (
        <div className="after-presses">
          <Button variant="primary" isPending={answering.isPending} onPress={() => answer(true)}>
            {t('mentor.accept')}
          </Button>
          <Button isPending={answering.isPending} onPress={() => answer(false)}>
            {t('mentor.decline')}
          </Button>
        </div>
      )}
    </>
  );
}
