import './sheet-en.ts';
import './sheet.css';
import type { ReactNode } from 'react';
import { Heading } from 'react-aria-components/Heading';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/index.ts';
import { DialogBox } from '../../dialog/index.ts';
import { Switch } from '../../switch/index.ts';
import type { Call, Coming, Figures, LocalMedia } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';

interface ConnectionSheetProps {
  call: Call;
  local: LocalMedia;
  onClose: () => void;
}

/** How everybody comes through, in words with the figures behind them, and what makes the call cheaper. */
export function ConnectionSheet({ call, local, onClose }: ConnectionSheetProps) {
  const { t } = useTranslation('connectionSheet');
  const saving = useStore(local.state, (state) => state.saving);
  return (
    <DialogBox onClose={onClose}>
      <div className="connection">
        <Heading slot="title">{t('title')}</Heading>
        <Switch on={saving} onChange={(on) => local.saveData(on)} describedBy="connection-save-hint">
          {t('save')}
        </Switch>
        <p id="connection-save-hint" className="connection-hint">
          {t('saveHint')}
        </p>
        <People call={call} />
        <Button variant="primary" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </DialogBox>
  );
}

/** Oneself first, then the others in the order they came. */
function People({ call }: { call: Call }) {
  const { t } = useTranslation('connectionSheet');
  const { own, people } = useStore(call.connection);
  const participants = useStore(call.state, (state) => state.participants);
  return (
    <ul className="connection-people">
      <Person name={t('you')} words={t(`quality.${own?.quality ?? 'unknown'}`)}>
        {own && own.quality !== 'good' && <p>{t(`advice.${own.quality}`)}</p>}
        {own && (
          <Details>
            <Line name={t('route')}>{own.path.route && t(`routes.${own.path.route}`)}</Line>
            <Line name={t('roundTrip')}>
              {own.path.roundTrip !== null && t('ms', { value: Math.round(own.path.roundTrip) })}
            </Line>
            <Flows coming={own} isOwn />
          </Details>
        )}
      </Person>
      {participants.map(({ memberId, name, reconnecting }) => {
        const coming = people.get(memberId);
        const quality = reconnecting ? 'reconnecting' : (coming?.quality ?? 'unknown');
        return (
          <Person key={memberId} name={name} words={t(`quality.${quality}`)}>
            {coming && (
              <Details>
                <Flows coming={coming} />
              </Details>
            )}
          </Person>
        );
      })}
    </ul>
  );
}

function Person({ name, words, children }: { name: string; words: string; children: ReactNode }) {
  return (
    <li>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
        <span>{words}</span>
      </p>
      {children}
    </li>
  );
}

function Details({ children }: { children: ReactNode }) {
  const { t } = useTranslation('connectionSheet');
  return (
    <details>
      <summary>{t('figures')}</summary>
      <dl>{children}</dl>
    </details>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    children && (
      <div>
        <dt>{name}</dt>
        <dd>{children}</dd>
      </div>
    )
  );
}

const percent = (share: number) => (share * 100).toFixed(1);
const kbits = (bitrate: number) => Math.round(bitrate / 1_000);

function Flows({ coming: { sound, picture, screen }, isOwn = false }: { coming: Coming; isOwn?: boolean }) {
  const { t } = useTranslation('connectionSheet');
  const sent = ({ bitrate, loss }: Figures) => t('sent', { bitrate: kbits(bitrate), loss: percent(loss) });
  const seen = (figures: Figures) => {
    const { width, height, framesPerSecond, codec } = figures;
    const size = height > 0 && t('size', { width, height, rate: Math.round(framesPerSecond) });
    return [size, sent(figures), codec].filter(Boolean).join(', ');
  };
  const heard = (figures: Figures) => {
    const { bitrate, loss, concealed } = figures;
    const whole = { bitrate: kbits(bitrate), loss: percent(loss), concealed: percent(concealed) };
    return isOwn ? sent(figures) : t('heard', whole);
  };
  return (
    <>
      <Line name={t('sound')}>{sound && heard(sound)}</Line>
      <Line name={t('picture')}>{picture && seen(picture)}</Line>
      <Line name={t('screen')}>{screen && seen(screen)}</Line>
    </>
  );
}
