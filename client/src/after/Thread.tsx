import { longestMessage, type Message, type SparkId } from '@ajar/shared';
import { type SubmitEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { firstName } from '../words/index.ts';
import { useSeen, useThread, useUnwrite, useWrite } from './sparks.ts';

interface ThreadProps {
  sparkId: SparkId;
  /** The other. */
  name: string;
  /** There is something here that has not been looked at. */
  fresh: boolean;
}

/** What two people write to arrange their next meeting. */
export function Thread({ sparkId, name, fresh }: ThreadProps) {
  const { t } = useTranslation('after');
  const { data } = useThread(sparkId);
  const { mutate: markSeen } = useSeen(sparkId);
  useEffect(() => {
    if (fresh) markSeen();
  }, [fresh, markSeen]);
  const end = useRef<HTMLLIElement>(null);
  const count = data?.messages.length ?? 0;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  return (
    <section className="thread" aria-labelledby="thread-title">
      <h2 id="thread-title">{t('thread.title')}</h2>
      <p>{t('thread.under', { name: firstName(name) })}</p>
      <div role="log" aria-labelledby="thread-title" className="thread-log">
        <ul>
          {data?.messages.map((message) => (
            <Written key={message.messageId} message={message} sparkId={sparkId} name={name} />
          ))}
          <li ref={end} className="thread-end" aria-hidden="true" />
        </ul>
      </div>
      <Composer sparkId={sparkId} name={name} />
    </section>
  );
}

function Written({ message, sparkId, name }: { message: Message; sparkId: SparkId; name: string }) {
  const { t, i18n } = useTranslation('after');
  const deleting = useUnwrite(sparkId);
  const { messageId, mine, text, at } = message;
  const time = new Date(at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li data-mine={mine || undefined}>
      <p className="thread-who">
        {mine ? t('thread.you') : firstName(name)} · <time dateTime={at}>{time}</time>
      </p>
      <p className="thread-text">{text}</p>
      {mine && (
        <Button
          className="thread-delete"
          aria-label={t('thread.deleteThis', { text: text.slice(0, 40) })}
          isPending={deleting.isPending}
          onPress={() => deleting.mutate(messageId)}
        >
          {t('thread.delete')}
        </Button>
      )}
    </li>
  );
}

function Composer({ sparkId, name }: { sparkId: SparkId; name: string }) {
  const { t } = useTranslation('after');
  const form = useRef<HTMLFormElement>(null);
  const writing = useWrite(sparkId, () => form.current?.reset());
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('text') ?? '').trim();
    if (text !== '' && !writing.isPending) writing.mutate(text);
  };
  return (
    <form ref={form} onSubmit={submit} className="thread-composer">
      <div className="field">
        <label htmlFor="thread-text">{t('thread.write', { name: firstName(name) })}</label>
        <textarea id="thread-text" name="text" rows={3} maxLength={longestMessage} required />
      </div>
      <Button type="submit" variant="primary" isPending={writing.isPending}>
        {t('thread.send')}
      </Button>
    </form>
  );
}
