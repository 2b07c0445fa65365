import { useTranslation } from 'react-i18next';
import type { LocalMedia } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';

/** How loud one's own microphone is, live. */
export function LevelBar({ meter, muted }: { meter: LocalMedia['meter']; muted: boolean }) {
  const { t } = useTranslation('call');
  const level = useStore(meter.state, (state) => state.level);
  const percent = muted ? 0 : Math.round(level * 100);
  return (
    <div className="call-level">
      <meter className="call-unseen" aria-label={t('preview.level')} min={0} max={100} value={percent} />
      <div className="call-level-bar" aria-hidden="true">
        <span style={{ inlineSize: `${percent}%` }} />
      </div>
      <p>{t(muted ? 'preview.youAreMuted' : 'preview.speakUp')}</p>
    </div>
  );
}
