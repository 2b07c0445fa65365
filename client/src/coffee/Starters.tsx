import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { type Starters as StarterSet, useKeepStarters, useStarters } from './queries.ts';

/** What was done last, to be undone. */
interface Done {
  words: string;
  before: StarterSet;
}

/** The conversation starters of the programme: each change is kept at once, and the last one can be undone. */
export function Starters() {
  const { t } = useTranslation('coffee');
  const { data } = useStarters();
  const keeping = useKeepStarters();
  const [done, setDone] = useState<Done | null>(null);
  const [unsaved, setUnsaved] = useState<string | null>(null);
  if (!data) return null;
  /** @param then once it is kept. @param text what was written, to stay in sight if it is not. */
  const keep = (set: StarterSet, words: string, then?: () => void, text?: string) => {
    if (keeping.isPending) return;
    keeping.mutate(set, {
      onSuccess: () => {
        setDone({ words, before: data });
        setUnsaved(null);
        then?.();
      },
      onError: () => {
        setUnsaved(text ?? null);
        setDone(null);
      },
    });
  };
  const { starters, shipped, version } = data;
  const own = (texts: string[]): StarterSet => ({ starters: texts, shipped: false, version });
  return (
    <section aria-labelledby="starters-title" className="starters">
      <h2 id="starters-title">
        {t('starters.title')} <small>{t('starters.count', { count: starters.length })}</small>
      </h2>
      <p>{t(shipped ? 'starters.underShipped' : 'starters.under')}</p>
      <Add
        isPending={keeping.isPending}
        onAdd={(text, then) => keep(own([text, ...starters.filter((one) => one !== text)]), t('starters.added'), then)}
      />
      <div className="coffee-presses starters-done">
        <p role="status">{done?.words}</p>
        {done && (
          <Button
            key={done.words}
            isPending={keeping.isPending}
            onPress={() => keeping.mutate({ ...done.before, version }, { onSettled: () => setDone(null) })}
          >
            {t('starters.undo')}
          </Button>
        )}
      </div>
      {unsaved && (
        <p role="alert">
          {t('starters.unsaved')} <q>{unsaved}</q>
        </p>
      )}
      <ul className="starter-list">
        {starters.map((text) => (
          <Starter
            key={text}
            text={text}
            last={starters.length === 1}
            onChange={(changed, then) =>
              keep(own(starters.map((one) => (one === text ? changed : one))), t('starters.changed'), then, changed)
            }
            onRemove={() => keep(own(starters.filter((one) => one !== text)), t('starters.removed', { text }))}
          />
        ))}
      </ul>
      {!shipped && (
        <Button
          isPending={keeping.isPending}
          onPress={() => keep({ starters, shipped: true, version }, t('starters.shippedAgain'))}
        >
          {t('starters.toShipped')}
        </Button>
      )}
    </section>
  );
}

function Add({ isPending, onAdd }: { isPending: boolean; onAdd: (text: string, then: () => void) => void }) {
  const { t } = useTranslation('coffee');
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.trim()) onAdd(text.trim(), () => setText(''));
  };
  return (
    <form className="starter-add" onSubmit={submit}>
      <div className="field">
        <label htmlFor="starter-new">{t('starters.new')}</label>
        <input
          id="starter-new"
          value={text}
          maxLength={200}
          autoComplete="off"
          aria-describedby="starter-new-hint"
          onChange={({ target }) => setText(target.value)}
        />
        <span className="hint" id="starter-new-hint">
          {t('starters.newHint')}
        </span>
      </div>
      <Button type="submit" variant="primary" isPending={isPending}>
        {t('starters.add')}
      </Button>
    </form>
  );
}

interface StarterProps {
  text: string;
  /** There is always something to talk about: the last one stays. */
  last: boolean;
  /** `then` once it is kept: until then it stays as it was written. */
  onChange: (text: string, then: () => void) => void;
  onRemove: () => void;
}

function Starter({ text, last, onChange, onRemove }: StarterProps) {
  const { t } = useTranslation('coffee');
  const [draft, setDraft] = useState<string | null>(null);
  if (draft === null) {
    return (
      <li>
        <span>{text}</span>
        <span className="coffee-presses">
          <Button aria-label={t('starters.changeThis', { text })} onPress={() => setDraft(text)}>
            {t('starters.change')}
          </Button>
          {!last && (
            <Button aria-label={t('starters.removeThis', { text })} onPress={onRemove}>
              {t('starters.remove')}
            </Button>
          )}
        </span>
      </li>
    );
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const changed = draft.trim();
    if (changed && changed !== text) onChange(changed, () => setDraft(null));
    else setDraft(null);
  };
  return (
    <li>
      <form onSubmit={submit} className="starter-change">
        <div className="field">
          <textarea
            ref={(field) => field?.focus()}
            aria-label={t('starters.changeThis', { text })}
            value={draft}
            rows={2}
            maxLength={200}
            onChange={({ target }) => setDraft(target.value)}
          />
        </div>
        <div className="coffee-presses">
          <Button type="submit" variant="primary">
            {t('starters.save')}
          </Button>
          <Button onPress={() => setDraft(null)}>{t('starters.cancel')}</Button>
        </div>
      </form>
    </li>
  );
}
