import './en.ts';
import './after.css';
import type { EncounterId, MeetAgain, Spark } from '@ajar/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button } from '../design/index.ts';
import { firstName } from '../words/index.ts';
import { useAfter, useMeetAgain, usePulse } from './sparks.ts';

/** What comes after encounters, quietly: whom one would meet again, and who would too. */
export function AfterNotes() {
  const { t } = useTranslation('after');
  const { data } = useAfter();
  const [answered, setAnswered] = useState<ReadonlySet<EncounterId>>(new Set());
  if (!data) return null;
  const { questions } = data;
  const sparks = data.sparks.filter(({ news }) => news !== null);
  // One that was answered here may still say whether it was worth the time; later it does not ask for that again.
  const pulses = data.pulses.filter((pulse) => answered.has(pulse.encounterId));
  if (questions.length + sparks.length + pulses.length === 0) return null;
  const answer = (id: EncounterId) => setAnswered(new Set([...answered, id]));
  return (
    <section className="after-notes" aria-label={t('notes.title')}>
      {sparks.map((spark) => (
        <SparkNote key={spark.sparkId} spark={spark} />
      ))}
      {questions.map((question) => (
        <Question
          key={`${question.encounterId} ${question.person.memberId}`}
          question={question}
          onAnswered={() => answer(question.encounterId)}
        />
      ))}
      {pulses.map((pulse) => (
        <Pulse key={pulse.encounterId} encounterId={pulse.encounterId} />
      ))}
    </section>
  );
}

function Question({ question, onAnswered }: { question: MeetAgain; onAnswered: () => void }) {
  const { t } = useTranslation('after');
  const answering = useMeetAgain();
  const say = (again: boolean) => answering.mutate({ question, again }, { onSuccess: onAnswered });
  const { person, encounterId } = question;
  const id = `again-${encounterId}-${person.memberId}`;
  return (
    <fieldset className="after-note" aria-labelledby={id} aria-describedby={`${id}-private`}>
      <div>
        <h2 id={id}>{t('notes.again', { name: person.name })}</h2>
        <p id={`${id}-private`}>{t('notes.private', { name: firstName(person.name) })}</p>
      </div>
      <div className="after-presses">
        <Button variant="primary" aria-describedby={id} isPending={answering.isPending} onPress={() => say(true)}>
          {t('notes.yes')}
        </Button>
        <Button aria-describedby={id} isPending={answering.isPending} onPress={() => say(false)}>
          {t('notes.no')}
        </Button>
      </div>
    </fieldset>
  );
}

function Pulse({ encounterId }: { encounterId: EncounterId }) {
  const { t } = useTranslation('after');
  const telling = usePulse();
  const id = `worth-${encounterId}`;
  return (
    <fieldset className="after-note" aria-labelledby={id} aria-describedby={`${id}-seen`}>
      <div>
        <h2 id={id}>{t('notes.worth')}</h2>
        <p id={`${id}-seen`}>{t('notes.worthSeen')}</p>
      </div>
      <div className="after-presses">
        {(['yes', 'somewhat', 'no'] as const).map((worth) => (
          <Button
            key={worth}
            aria-describedby={id}
            isPending={telling.isPending}
            onPress={() => telling.mutate({ encounterId, worth })}
          >
            {t(`worth.${worth}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

function SparkNote({ spark: { sparkId, person, news } }: { spark: Spark }) {
  const { t } = useTranslation('after');
  return (
    <div className="after-note" data-spark="">
      <div role="status">
        <h2>{t(news === 'spark' ? 'notes.spark' : 'notes.more', { name: person.name })}</h2>
        {news === 'spark' && <p>{t('notes.sparkUnder')}</p>}
      </div>
      <div className="after-presses">
        <Link className="button" data-variant="primary" href={`/sparks/${sparkId}`}>
          {t('notes.write', { name: firstName(person.name) })}
        </Link>
      </div>
    </div>
  );
}
