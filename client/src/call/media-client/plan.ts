import type { MediaSource } from '@ajar/shared';
import type { Shows } from './sources.ts';

/** What should be sent from one source right now. */
export interface Wanted<T> {
  track: T;
  paused: boolean;
  /** Of a screen alone. */
  shows?: Shows | undefined;
}

/** What is being sent from it. `refused`: the node or the browser would not take this track. */
export interface Sent<T> {
  track: T;
  paused: boolean;
  shows?: Shows | undefined;
  refused: boolean;
  /** It goes out in a way that not everybody can receive: it begins anew. */
  outdated?: boolean;
}

export type Step<T> =
  | { do: 'produce'; source: MediaSource; track: T; paused: boolean; shows?: Shows | undefined }
  | { do: 'show'; source: MediaSource; shows: Shows }
  | { do: 'replace'; source: MediaSource; track: T }
  | { do: 'set-paused'; source: MediaSource; paused: boolean }
  | { do: 'close'; source: MediaSource };

export type BySource<T> = Readonly<Partial<Record<MediaSource, T>>>;

/** With the camera resting, if it rests: it is kept, and sends nothing. */
export function atRest<T>({ camera, ...wanted }: BySource<Wanted<T>>, rests: boolean): BySource<Wanted<T>> {
  return camera ? { ...wanted, camera: { ...camera, paused: camera.paused || rests } } : wanted;
}

/** Sound before picture, so that the first thing to flow is the voice. */
const order: readonly MediaSource[] = ['microphone', 'camera', 'screen', 'screen-audio'];

/**
 * The steps from what is sent to what is wanted; none when they agree. Tracks are compared by identity. A muted source
 * is produced paused, never produced and then paused. A refused track is left alone until another one is wanted.
 */
export function plan<T>(wanted: BySource<Wanted<T>>, sent: BySource<Sent<T>>): Step<T>[] {
  return order.flatMap((source) => planSource(source, wanted[source], sent[source]));
}

function planSource<T>(source: MediaSource, wanted: Wanted<T> | undefined, sent: Sent<T> | undefined): Step<T>[] {
  if (!wanted) return sent ? [{ do: 'close', source }] : [];
  if (!sent) return [{ do: 'produce', source, ...wanted }];
  if (sent.outdated) return [{ do: 'close', source }];
  if (sent.refused) return sent.track === wanted.track ? [] : [{ do: 'close', source }];
  const steps: Step<T>[] = [];
  if (wanted.paused && !sent.paused) steps.push({ do: 'set-paused', source, paused: true });
  if (wanted.track !== sent.track) steps.push({ do: 'replace', source, track: wanted.track });
  if (wanted.shows && wanted.shows !== sent.shows) steps.push({ do: 'show', source, shows: wanted.shows });
  if (!wanted.paused && sent.paused) steps.push({ do: 'set-paused', source, paused: false });
  return steps;
}
