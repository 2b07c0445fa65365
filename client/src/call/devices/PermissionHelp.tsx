import './en.ts';
import './devices.css';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/index.ts';
import type { LocalMedia } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';
import { browserAtHand } from './browser-at-hand.ts';

/** Where this browser keeps the permission it denies, step by step. Nothing while nothing is denied. */
export function PermissionHelp({ local }: { local: LocalMedia }) {
  const { t } = useTranslation('devices');
  const { microphone, camera, cameraWanted } = useStore(local.state);
  const denied = { microphone: microphone === 'denied', camera: camera === 'denied' && cameraWanted };
  if (!denied.microphone && !denied.camera) return null;
  const hand = browserAtHand(navigator.userAgent, navigator.maxTouchPoints);
  const place =
    hand.browser === 'safari' ? (`safari.${hand.machine}` as const) : (`${hand.browser}.${hand.machine}` as const);
  // On iOS other browsers are apps with switches in its settings, and iOS starts them anew after a change.
  const isApp = hand.machine === 'ios' && hand.browser !== 'safari';
  const both = denied.microphone && denied.camera;
  const what = both ? 'both' : denied.microphone ? 'microphone' : 'camera';
  return (
    <section className="devices-help" aria-label={t(`help.${what}`)}>
      <h2>{t(`help.${what}`)}</h2>
      <ol>
        <li>{t(`help.${place}.where`)}</li>
        <li>{t(`help.${place}.allow`)}</li>
        <li>{t(isApp ? 'help.reload' : 'help.back')}</li>
      </ol>
      <p>{t(`help.machine.${hand.machine}`)}</p>
      <Button onPress={() => void local.start()}>{t('tryAgain')}</Button>
    </section>
  );
}
