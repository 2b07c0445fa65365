import '../effects/en.ts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { canPaint } from '../effects/can-paint.ts';
import { backgrounds, noises } from '../effects/choices.ts';
import type { Effects } from '../effects/effects.ts';
import { useStore } from '../use-store.ts';

/** What is behind oneself, and what becomes of the noise around. */
export function EffectChoices({ effects }: { effects: Effects }) {
  const { t } = useTranslation('effects');
  const { noise, background, words } = useStore(effects.state);
  const id = useId();
  const canClean = typeof AudioWorkletNode === 'function';
  return (
    <>
      <fieldset className="devices-behind">
        <legend>{t('background')}</legend>
        {canPaint() ? (
          <>
            <div className="devices-looks">
              {backgrounds.map((each) => (
                <label key={each} data-look={each}>
                  <input
                    type="radio"
                    name={`${id}-background`}
                    checked={background === each}
                    onChange={() => effects.chooseBackground(each)}
                  />
                  <span>{t(`backgrounds.${each}`)}</span>
                </label>
              ))}
            </div>
            <p>{t('backgroundHint')}</p>
          </>
        ) : (
          <p>{t('cannotBackground')}</p>
        )}
      </fieldset>
      <div className="call-device">
        <label htmlFor={`${id}-noise`}>{t('noise')}</label>
        <select
          id={`${id}-noise`}
          value={noise}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            const chosen = noises.find((each) => each === target.value);
            if (chosen) effects.chooseNoise(chosen);
          }}
        >
          {noises
            .filter((each) => canClean || each !== 'strong')
            .map((each) => (
              <option key={each} value={each}>
                {t(`noises.${each}`)}
              </option>
            ))}
        </select>
        <p id={`${id}-hint`}>{canClean ? t(`noiseHint.${noise}`) : t('cannotNoise')}</p>
      </div>
      <p role="status" className="call-preview-status">
        {words}
      </p>
    </>
  );
}
