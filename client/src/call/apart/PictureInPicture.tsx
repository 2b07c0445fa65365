import './en.ts';
import './apart.css';
import { LogOut, Mic, MicOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { tell } from '../../notices/index.ts';
import { firstName } from '../../words/index.ts';
import type { Call, LocalMedia, Participant } from '../media-client/index.ts';
import { initials } from '../messages.ts';
import { useToggles } from '../stage/ControlBar.tsx';
import { useSight } from '../stage/use-sight.ts';
import { Video } from '../stage/Video.tsx';
import { useStore } from '../use-store.ts';
import { onAction, smallWindow } from './windows.ts';

interface PictureInPictureProps {
  call: Call;
  local: LocalMedia;
  onLeave: () => void;
}

/**
 * Whoever speaks, in a small window above all others: with mute and leave in it where the browser lets a page draw there,
 * and in its own window for a picture, with its own presses, elsewhere. Closes with the call.
 */
export function PictureInPicture(props: PictureInPictureProps) {
  const { call, local, onLeave } = props;
  const { t } = useTranslation('apart');
  const apart = useStore(call.view.state, (view) => view.apart);
  const [small, setSmall] = useState<Window | null>(null);
  const { toggleMicrophone } = useToggles(local);
  useEffect(() => onAction('enterpictureinpicture', () => call.view.setApart(true)), [call]);
  useEffect(() => (apart ? onAction('togglemicrophone', toggleMicrophone) : undefined));
  useEffect(() => (apart ? onAction('hangup', onLeave) : undefined));
  useEffect(() => {
    if (!apart) return;
    let opened: Window | null = null;
    let wanted = true;
    smallWindow().then(
      (made) => {
        opened = made;
        if (!wanted) return made?.close();
        made?.addEventListener('pagehide', () => call.view.setApart(false));
        setSmall(made);
      },
      () => {
        tell('info', t('refused'));
        call.view.setApart(false);
      },
    );
    return () => {
      wanted = false;
      opened?.close();
      setSmall(null);
    };
  }, [apart, call, t]);
  if (!apart) return null;
  if (small) return createPortal(<Apart {...props} />, small.document.body);
  return 'documentPictureInPicture' in window ? null : <InPictureOnly call={call} />;
}

function useFeatured(call: Call): Participant | undefined {
  const participants = useStore(call.state, (state) => state.participants);
  const featured = useStore(call.view.state, (view) => view.featured);
  return participants.find(({ memberId }) => memberId === featured) ?? participants[0];
}

function Apart({ call, local, onLeave }: PictureInPictureProps) {
  const { t } = useTranslation('call');
  const own = useTranslation('apart').t;
  const person = useFeatured(call);
  const { silent, toggleMicrophone } = useToggles(local);
  const Icon = silent ? MicOff : Mic;
  return (
    <main className="call apart" aria-label={own('title')}>
      {person ? <Face key={person.memberId} call={call} person={person} /> : <p>{own('nobody')}</p>}
      <div className="apart-presses">
        <button
          type="button"
          className="call-press"
          aria-label={t(silent ? 'press.unmute' : 'press.mute')}
          data-off={silent || undefined}
          onClick={toggleMicrophone}
        >
          <Icon aria-hidden="true" />
        </button>
        <button type="button" className="call-press" data-look="leave" onClick={onLeave}>
          <LogOut aria-hidden="true" />
          {t('press.leave')}
        </button>
      </div>
    </main>
  );
}

function Face({ call, person: { memberId, name, tracks } }: { call: Call; person: Participant }) {
  const { camera } = tracks;
  const picture = camera && !camera.paused ? camera.track : null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; this groups a person's picture and name
    <div ref={useSight(call, memberId, 'camera')} className="apart-face" role="group" aria-label={name}>
      <Video track={picture} />
      {!picture && (
        <span className="call-initials serif" aria-hidden="true">
          {initials(name)}
        </span>
      )}
      <p className="call-name">
        <b>{firstName(name)}</b>
      </p>
    </div>
  );
}

/** The browser's own window for one picture. */
function InPictureOnly({ call }: { call: Call }) {
  const { t } = useTranslation('apart');
  const element = useRef<HTMLVideoElement>(null);
  const track = useFeatured(call)?.tracks.camera?.track;
  useEffect(() => {
    if (element.current) element.current.srcObject = track ? new MediaStream([track]) : null;
  }, [track]);
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    const lifetime = new AbortController();
    const { signal } = lifetime;
    const refused = () => {
      if (signal.aborted) return;
      tell('info', t('refused'));
      call.view.setApart(false);
    };
    video.addEventListener('leavepictureinpicture', () => call.view.setApart(false), { signal });
    const open = () => video.requestPictureInPicture().catch(refused);
    if (video.readyState > 0) void open();
    else video.addEventListener('loadedmetadata', () => void open(), { signal, once: true });
    return () => {
      lifetime.abort();
      if (document.pictureInPictureElement === video) document.exitPictureInPicture().catch(() => undefined);
    };
  }, [call, t]);
  return <video ref={element} className="call-unseen" autoPlay playsInline muted />;
}
