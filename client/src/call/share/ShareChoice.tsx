import './en.ts';
import './share.css';
import { BookOpenText, Clapperboard } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalMedia, Shows } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';

const icons = { text: BookOpenText, motion: Clapperboard } as const;

/** On one's own shared screen: what it is for. It may change while it is shared. */
export function ShareChoice({ local }: { local: LocalMedia }) {
  const { t } = useTranslation('share');
  const shows = useStore(local.state, (state) => state.shows);
  const name = useId();
  return (
    <fieldset className="share-choice">
      <legend>{t('goodFor')}</legend>
      {(Object.keys(icons) as Shows[]).map((each) => {
        const Icon = icons[each];
        return (
          <label key={each} title={t(`${each}Hint`)}>
            <input
              type="radio"
              name={name}
              value={each}
              checked={shows === each}
              onChange={() => local.setShows(each)}
            />
            <Icon aria-hidden="true" />
            {t(each)}
          </label>
        );
      })}
    </fieldset>
  );
}
