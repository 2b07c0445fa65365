import './en.ts';
import './chat.css';
import { longestSaying, type Said } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { Paperclip, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/index.ts';
import { inTheirLanguage } from '../../refusals/index.ts';
import { i18n } from '../../words/index.ts';
import type { Call, CallFile } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';
import { FileItem } from './FileItem.tsx';
import { linked } from './links.ts';

/** What is written in this call, beside the tiles; on a phone, a sheet over them. Escape closes it. */
export function ChatPanel({ call, onClose }: { call: Call; onClose: () => void }) {
  const { t } = useTranslation('chat');
  const messages = useStore(call.chat.state, (state) => state.messages);
  const files = useStore(call.files.state, (state) => state.files);
  // Both are told by the one clock of the node.
  const entries = [...messages, ...files].sort((one, other) => one.at.localeCompare(other.at));
  const me = useStore(call.state, (state) => state.me?.memberId);
  const last = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new message comes into view
  useEffect(() => {
    if (last.current) last.current.scrollTop = last.current.scrollHeight;
  }, [entries.length]);
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
        {entries.length === 0 && <p className="chat-empty">{t('empty')}</p>}
        {entries.map((entry) => (
          <Entry
            key={'fileId' in entry ? entry.fileId : entry.id}
            call={call}
            entry={entry}
            mine={entry.memberId === me}
          />
        ))}
      </div>
      <Writing call={call} />
    </section>
  );
}

const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' });

function Entry({ call, entry, mine }: { call: Call; entry: Said | CallFile; mine: boolean }) {
  const { t } = useTranslation('chat');
  const { name, at } = entry;
  return (
    <article className="chat-message" data-mine={mine || undefined}>
      <h3>
        <bdi>{mine ? t('you') : name}</bdi> <time dateTime={at}>{time.format(new Date(at))}</time>
      </h3>
      {'fileId' in entry ? <FileItem call={call} file={entry} /> : <Words text={entry.text} />}
    </article>
  );
}

function Words({ text }: { text: string }) {
  return (
    <p className="chat-words">
      {linked(text).map((part, at) =>
        part.href ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message never change
          <a key={at} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}

function Attach({ call }: { call: Call }) {
  const { t } = useTranslation('chat');
  const { mutate } = useMutation({ mutationFn: (file: File) => inTheirLanguage(call.files.offer(file)) });
  return (
    <label className="chat-attach" title={t('attach')}>
      <input
        type="file"
        aria-label={t('attach')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) mutate(file);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
      <Paperclip aria-hidden="true" />
    </label>
  );
}

function Writing({ call }: { call: Call }) {
  const { t } = useTranslation('chat');
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { mutate, isPending } = useMutation({
    mutationFn: () => inTheirLanguage(call.chat.say(text)),
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
      <Attach call={call} />
      <Button type="submit" variant="primary" isPending={isPending}>
        {t('send')}
      </Button>
    </form>
  );
}
