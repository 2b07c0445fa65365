import { useTranslation } from 'react-i18next';
import type { LocalMedia } from '../media-client/index.ts';
import { Video } from '../stage/Video.tsx';
import { useStore } from '../use-store.ts';

/** How one is seen, as in a mirror. */
export function OwnPicture({ local }: { local: LocalMedia }) {
  const { t } = useTranslation('call');
  const { tracks, camera } = useStore(local.state);
  return (
    <div className="call-mirror">
      <Video track={tracks.camera ?? null} mirrored />
      {!tracks.camera && (
        <p className="call-mirror-off">
          {t(camera === 'asking' || camera === 'ready' ? 'preview.cameraStarts' : 'preview.cameraIsOff')}
        </p>
      )}
    </div>
  );
}
