import './en.ts';
import './after.css';
import { type PersonSeen, type ReportReason, reportReason } from '@ajar/shared';
import { type SubmitEvent, useState } from 'react';
import { Heading } from 'react-aria-components/Heading';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { DialogBox } from '../dialog/index.ts';
import { firstName } from '../words/index.ts';
import { useBlock, useReport } from './queries.ts';
import { closeReportOrBlock, type Subject } from './subject.ts';

/** Both ways of being safe from somebody, in one place: block them, tell the staff, or both. */
export function ReportOrBlock({ subject }: { subject: Subject }) {
  const { t } = useTranslation('after');
  const { people } = subject;
  const [chosen, setChosen] = useState(people.length === 1 ? people[0] : undefined);
  return (
    <DialogBox onClose={closeReportOrBlock}>
      <div className="safety">
        <Heading slot="title" level={2}>
          {chosen ? t('dialog.title', { name: chosen.name }) : t('dialog.titleWhom')}
        </Heading>
        {people.length > 1 && <Whom people={people} chosen={chosen} onChoose={setChosen} />}
        {chosen && <Block person={chosen} subject={subject} />}
        {chosen && <Report key={chosen.memberId} person={chosen} subject={subject} />}
        <div className="dialog-presses">
          <Button onPress={closeReportOrBlock}>{t('dialog.cancel')}</Button>
        </div>
      </div>
    </DialogBox>
  );
}

interface WhomProps {
  people: readonly PersonSeen[];
  chosen: PersonSeen | undefined;
  onChoose: (person: PersonSeen) => void;
}

function Whom({ people, chosen, onChoose }: WhomProps) {
  const { t } = useTranslation('after');
  return (
    <fieldset className="safety-whom">
      <legend>{t('dialog.whom')}</legend>
      {people.map((person) => (
        <label key={person.memberId} className="tick">
          <input
            type="radio"
            name="whom"
            checked={chosen?.memberId === person.memberId}
            onChange={() => onChoose(person)}
          />
          {person.name}
        </label>
      ))}
    </fieldset>
  );
}

function Block({ person, subject }: { person: PersonSeen; subject: Subject }) {
  const { t } = useTranslation('after');
  const blocking = useBlock(() => {
    closeReportOrBlock();
    subject.onBlocked?.();
  });
  const name = firstName(person.name);
  return (
    <section aria-labelledby="safety-block">
      <h3 id="safety-block">{t('dialog.blockTitle')}</h3>
      <p>{t('dialog.blockWords', { name })}</p>
      <p>{t('dialog.blockUndo')}</p>
      <Button variant="danger" isPending={blocking.isPending} onPress={() => blocking.mutate(person)}>
        {t('dialog.block', { name })}
      </Button>
    </section>
  );
}

function Report({ person, subject }: { person: PersonSeen; subject: Subject }) {
  const { t } = useTranslation('after');
  const reporting = useReport(({ blockToo }) => {
    closeReportOrBlock();
    if (blockToo) subject.onBlocked?.();
  });
  const name = firstName(person.name);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    reporting.mutate({
      person,
      reason: reasonOf(form.get('reason')),
      words: String(form.get('words') ?? ''),
      encounterId: subject.encounterId ?? null,
      blockToo: form.get('blockToo') === 'on',
    });
  };
  return (
    <form onSubmit={submit} aria-labelledby="safety-report">
      <h3 id="safety-report">{t('dialog.reportTitle')}</h3>
      <p>{t('dialog.reportWords', { name })}</p>
      <div className="field">
        <label htmlFor="report-reason">{t('dialog.reason')}</label>
        <select id="report-reason" name="reason" required defaultValue="">
          <option value="" disabled hidden />
          {reportReason.options.map((reason) => (
            <option key={reason} value={reason}>
              {t(`dialog.reasons.${reason}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="report-words">{t('dialog.words')}</label>
        <textarea id="report-words" name="words" rows={3} maxLength={1000} />
      </div>
      <label className="tick">
        <input type="checkbox" name="blockToo" />
        {t('dialog.blockToo', { name })}
      </label>
      <Button type="submit" variant="primary" isPending={reporting.isPending}>
        {t('dialog.send')}
      </Button>
    </form>
  );
}

/** The form does not send itself without a choice; whatever else it might hold is something else. */
function reasonOf(value: FormDataEntryValue | null): ReportReason {
  const parsed = reportReason.safeParse(value);
  return parsed.success ? parsed.data : 'other';
}
