import { lazy } from 'react';

/** Loaded when it is opened for the first time. */
export const PictureInPicture = lazy(() =>
  import('./PictureInPicture.tsx').then((part) => ({ default: part.PictureInPicture })),
);

/** Whether this browser can show a picture in a window of its own above all others. */
export function canStandApart(): boolean {
  return 'documentPictureInPicture' in window || document.pictureInPictureEnabled === true;
}
