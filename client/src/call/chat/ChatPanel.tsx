import './en.ts';
import './chat.css';
import { longestSaying, type Said } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../design/index.ts';
import type { Call } from '../media-client/index.ts';
import { linked } from './links.ts';

/** What is written in this call, beside the tiles; on a phone, a sheet over them. Escape closes it. */
export function ChatPanel({ call, onClose }: { call: Call; onClose: () => void }) {
  const { t } = useTranslation('chat');
  const messages = useStore(call.chat.state, (state) => state.messages);
  const me = useStore(call.state, (state) => state.me?.memberId);
  const last = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new message comes into view
  useEffect(() => {
    if (last.current) last.current.scrollTop = last.current.scrollHeight;
  }, [messages.length]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <section className="chat" aria-label={t('title')} onKeyDown={onKeyDown}>
      <header>
        <h2>{t('title')}</h2>
        <button type="button" className="chat-close" aria-label={t('close')} onClick={onClose}>
          <X aria-hidden="true" />
        </button>
        <p className="chat-hint">{t('hint')}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div ref={last} className="chat-messages" role="log" aria-label={t('messages')} tabIndex={0}>
        {messages.length === 0 && <p className="chat-empty">{t('empty')}</p>}
        {messages.map((message) => (
          <OneMessage key={message.id} message={message} mine={message.memberId === me} />
        ))}
      </div>
      <Writing call={call} />
    </section>
  );
}

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

function OneMessage({ message: { name, text, at }, mine }: { message: Said; mine: boolean }) {
  const { t } = useTranslation('chat');
  return (
    <article className="chat-message" data-mine={mine || undefined}>
      <h3>
        {mine ? t('you') : name} <time dateTime={at}>{time.format(new Date(at))}</time>
      </h3>
      <p className="chat-words">
        {linked(text).map(({ text, href }, at) =>
          href ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message never change
            <a key={at} href={href} target="_blank" rel="noopener noreferrer nofollow">
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </p>
    </article>
  );
}

function Writing({ call }: { call: Call }) {
  const { t } = useTranslation('chat');
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { mutate, isPending } = useMutation({
    mutationFn: () => call.chat.say(text),
    // What could not be sent stays to be sent again.
    onSuccess: () => setText(''),
    onSettled: () => field.current?.focus(),
  });
  const send = () => {
    if (text.trim() !== '' && !isPending) mutate();
  };
  return (
    <form
      className="chat-writing"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        aria-label={t('field')}
        placeholder={t('field')}
        rows={2}
        maxLength={longestSaying}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <Button type="submit" variant="primary" isPending={isPending}>
        {t('send')}
      </Button>
    </form>
  );
}
