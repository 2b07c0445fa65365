import { useId, useRef } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/index.ts';
import { everyDoor, isEveryDoor, type Wanted } from './find.ts';

interface FindDoorsProps {
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
  /** What the doors shown answer to: a moment behind what is wanted. */
  looked: Wanted;
  /** What can be asked for with a press. */
  topics: readonly string[];
  /** How many doors answer. */
  count: number;
}

/** Looks for doors: by words of the name plate, and by what people are happy to talk about. */
export function FindDoors({ wanted, onWanted, looked, topics, count }: FindDoorsProps) {
  const { t } = useTranslation('manyDoors');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    onWanted(everyDoor);
    field.current?.focus();
  };
  const none = count === 0;
  const words = looked.words.trim() || [...looked.topics].join(', ');
  return (
    <search className="find-doors">
      <div className="field">
        <label htmlFor={`${id}-words`}>{t('find')}</label>
        <input
          ref={field}
          id={`${id}-words`}
          type="search"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('hint')}
          value={wanted.words}
          onChange={({ target }) => onWanted({ ...wanted, words: target.value })}
        />
      </div>
      {topics.length > 0 && (
        <div className="find-topics">
          <span id={`${id}-topics`}>{t('topics')}</span>
          <ToggleButtonGroup
            aria-labelledby={`${id}-topics`}
            selectionMode="multiple"
            selectedKeys={wanted.topics}
            onSelectionChange={(keys) => onWanted({ ...wanted, topics: new Set([...keys].map(String)) })}
          >
            {topics.map((topic) => (
              <ToggleButton key={topic} id={topic} className="find-topic">
                {topic}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </div>
      )}
      <div className="find-result" data-none={none || undefined}>
        <p role="status">{none ? t('none', { words }) : t(isEveryDoor(looked) ? 'doors' : 'found', { count })}</p>
        {none && <p>{t('noneHint')}</p>}
        {!isEveryDoor(wanted) && <Button onPress={clear}>{t('clear')}</Button>}
      </div>
    </search>
  );
}
