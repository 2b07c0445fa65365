import './en.ts';
import './talking.css';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { i18n } from '../../words/index.ts';
import type { Call } from '../media-client/index.ts';
import { heard, newTalk, ownShare } from './share.ts';

/** How often the figure is looked at anew, in ms: often enough to be true, too seldom to be watched. */
const every = 10_000;

/** How much of the talking is one's own, for one's own eyes. It is counted in this page while it is shown, and sent nowhere. */
export function TalkingTime({ call, onClose }: { call: Call; onClose: () => void }) {
  const { t } = useTranslation('talking');
  const [share, setShare] = useState<number | null>(null);
  const since = useRef(new Date());
  useEffect(() => {
    let talk = newTalk(call.state.getState().speaker, performance.now());
    const count = () => {
      const { me, speaker } = call.state.getState();
      if (me) talk = heard(talk, me.memberId, speaker, performance.now());
    };
    const unsubscribe = call.state.subscribe((now, before) => now.speaker !== before.speaker && count());
    const timer = setInterval(() => {
      count();
      setShare(ownShare(talk));
    }, every);
    return () => {
      unsubscribe();
      clearInterval(timer);
    };
  }, [call]);
  const { language } = i18n;
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  return (
    <section className="talking" aria-label={t('title')}>
      <p>{share === null ? t('early') : t('share', { share: percent.format(share) })}</p>
      <div className="talking-bar" aria-hidden="true">
        <span style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
      </div>
      <p className="talking-since">{t('since', { time: clock.format(since.current) })}</p>
      <button type="button" aria-label={t('close')} title={t('close')} onClick={onClose}>
        <X aria-hidden="true" />
      </button>
    </section>
  );
}
