import './en.ts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { tell } from '../notices/index.ts';

interface AddressProps {
  /** What the field is called. */
  label: string;
  /** `null` while there is none. */
  url: string | null;
  isPending: boolean;
  onMake: () => void;
  onEnd: () => void;
}

/** The address of a calendar feed: made, copied, made anew, ended. */
export function Address({ label, url, isPending, onMake, onEnd }: AddressProps) {
  const { t } = useTranslation('calendar');
  const id = useId();
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address);
    tell('info', t('copied'));
  };
  return (
    <>
      {url && (
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <input id={id} readOnly value={url} onFocus={(event) => event.target.select()} />
        </div>
      )}
      <div className="calendar-presses">
        {url && navigator.clipboard && (
          <Button onPress={() => void copy(url).catch(() => undefined)}>{t('copy')}</Button>
        )}
        <Button isPending={isPending} onPress={onMake}>
          {t(url ? 'renew' : 'make')}
        </Button>
        {url && (
          <Button isPending={isPending} onPress={onEnd}>
            {t('end')}
          </Button>
        )}
      </div>
    </>
  );
}
