/** What TypeScript does not know yet (WICG Document Picture-in-Picture). */
interface DocumentPictureInPicture {
  requestWindow: (options: { width: number; height: number }) => Promise<Window>;
}

/** The size of the small window, in CSS pixels; whoever uses it may change it. */
const size = { width: 340, height: 300 };

/** A small window above all others that looks as this page does; `null` where the browser has none. Needs a press. */
export async function smallWindow(): Promise<Window | null> {
  const { documentPictureInPicture } = window as { documentPictureInPicture?: DocumentPictureInPicture };
  if (!documentPictureInPicture) return null;
  const small = await documentPictureInPicture.requestWindow(size);
  const { lang, dir } = document.documentElement;
  Object.assign(small.document.documentElement, { lang, dir });
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style')) {
    small.document.head.append(sheet.cloneNode(true));
  }
  return small;
}

type Action = MediaSessionAction | 'enterpictureinpicture' | 'hangup' | 'togglemicrophone';

/** Lets the browser's own presses do this. @returns what takes it back. */
export function onAction(action: Action, act: () => void): () => void {
  const set = (handler: (() => void) | null) => {
    try {
      navigator.mediaSession?.setActionHandler(action as MediaSessionAction, handler);
    } catch {
      // A browser that does not know this action has no press for it.
    }
  };
  set(act);
  return () => set(null);
}
