import type { Admission } from '@ajar/shared';
import { firstName, i18n, listOfNames } from '../words/index.ts';
import type { CallState, Ending, FloorState, LocalState } from './media-client/index.ts';
import './en.ts';

function firstNames(people: readonly { name: string }[]): string {
  return listOfNames(people.map(({ name }) => firstName(name)));
}

/** What kind of meeting this is, as its heading says it. */
export function heading({ kind, with: people }: Pick<Admission, 'kind' | 'with'>): string {
  if (kind === 'coffee' || kind === 'round') return i18n.t('call:kind.coffee');
  if (kind === 'lounge') return i18n.t('call:kind.lounge');
  if (kind === 'passing' && people.length > 0) return i18n.t('call:kind.passing', { names: firstNames(people) });
  return people.length > 0 ? i18n.t('call:kind.door', { names: firstNames(people) }) : i18n.t('call:kind.doorAlone');
}

/** The same with the names of those one meets. */
export function meeting(admission: Pick<Admission, 'kind' | 'with'>): string {
  if ((admission.kind === 'coffee' || admission.kind === 'round') && admission.with.length > 0) {
    return i18n.t('call:coffeeWith', { names: firstNames(admission.with) });
  }
  return heading(admission);
}

/** Everybody who was here has left. */
export function isLeftAlone({
  phase,
  participants,
  gone,
}: Pick<CallState, 'phase' | 'participants' | 'gone'>): boolean {
  return phase !== 'joining' && participants.length === 0 && gone.length > 0;
}

/** The one sentence that says how the call stands; null when there is nothing to say but to talk. */
export function status(call: CallState, expected: Admission['with']): string | null {
  if (call.trouble) return i18n.t(`call:trouble.${call.trouble}`);
  if (call.knocking) return i18n.t('call:status.knocking', { names: firstNames(expected), count: expected.length });
  if (call.phase === 'idle' || call.phase === 'joining') return i18n.t('call:status.joining');
  if (call.participants.length > 0) return null;
  if (isLeftAlone(call)) {
    const people = call.gone.map((name) => ({ name }));
    return i18n.t('call:status.gone', { names: firstNames(people), count: people.length });
  }
  if (expected.length === 0) return i18n.t('call:status.alone');
  return i18n.t('call:status.waiting', { names: firstNames(expected) });
}

/** What a person must know of their own devices: the microphone first, and of one of them only. */
export function deviceTrouble(
  local: Pick<LocalState, 'microphone' | 'camera' | 'cameraWanted' | 'screen'>,
): string | null {
  for (const kind of ['microphone', 'camera'] as const) {
    const state = local[kind];
    if (kind === 'camera' && !local.cameraWanted) continue;
    if (state !== 'off' && state !== 'asking' && state !== 'ready') return i18n.t(`call:device.${kind}.${state}`);
  }
  return local.screen === 'failed' ? i18n.t('call:device.screen.failed') : null;
}

export interface EndWords {
  title: string;
  text: string;
  /** The press that may bring the call back, if one can. */
  again: string | null;
}

/** What the last screen of a call says: what happened, and what to do next. */
export function endWords(ending: Ending, phase: CallState['phase'], timeIsUp = false): EndWords {
  if (ending.reason !== 'error') {
    if (ending.reason === 'shown-out' || ending.reason === 'barred' || ending.reason === 'not-now')
      return endedBy(ending);
    const how = ending.reason === 'room-closed' && timeIsUp ? 'time-is-up' : ending.reason;
    return {
      title: i18n.t(`call:ended.${how}.title`),
      text: i18n.t(`call:ended.${how}.text`),
      again: ending.reason === 'elsewhere' ? i18n.t('call:press.joinHere') : null,
    };
  }
  const { code, category, message } = ending.error;
  return {
    title: i18n.t(phase === 'over' ? 'call:ended.over.title' : 'call:ended.failed.title'),
    text: code === 'media-unreachable' ? i18n.t('call:ended.media-unreachable') : message,
    again: category === 'unavailable' || category === 'internal' ? i18n.t('call:press.tryAgain') : null,
  };
}

/** Whoever decides in the room ended it, or nobody let one in. */
function endedBy({ reason, by }: Extract<Ending, { by?: unknown }>): EndWords {
  const name = by === undefined ? null : firstName(by);
  const how = reason === 'not-now' && !name ? 'nobody-there' : reason;
  const text = i18n.t(`call:ended.${how}.text`);
  return { title: i18n.t(`call:ended.${how}.title`, { name: name ?? '' }), text, again: null };
}

/** What whoever decides in the room has just done to oneself, said kindly. */
export function newsWords(news: FloorState['news']): string | null {
  return news && i18n.t(`call:news.${news.act}`, { name: firstName(news.by) });
}

/** Up to two letters that stand for a face. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const [first = name, last = ''] = words.length > 1 ? [words[0], words.at(-1)] : words;
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase();
}
