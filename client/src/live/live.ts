import './en.ts';
import type {
  ChatMinutes,
  DoorId,
  DoorState,
  EncounterId,
  MemberId,
  Mine,
  OccurrenceId,
  OfferId,
  OwnRoom,
  PersonSeen,
  SittingDown,
  StarterPress,
  VisitId,
} from '@ajar/shared';
import { io } from 'socket.io-client';
import { navigate } from 'wouter/use-browser-location';
import { askWhatComesAfter, askWhoIsSignedIn } from '../api/index.ts';
import { tell } from '../notices/index.ts';
import { nextTask } from '../tasks/index.ts';
import { firstName, i18n } from '../words/index.ts';
import { admissions } from './admission-for.ts';
import { admittedWords, declinedWords, doorTitle, fuller, newcomers, newTurn, visitorWords } from './calling.ts';
import { Hub } from './hub.ts';
import { notify } from './notifications.ts';
import { pageTitle } from './page-title.ts';
import { Sounds } from './sounds.ts';
import { liveStore } from './store.ts';

const sounds = new Sounds();

const pathOfCall = (encounterId: EncounterId) => `/call/${encounterId}`;
const isAt = (path: string) => window.location.pathname === path;

let onTheWay: ((encounterId: EncounterId) => Promise<void>) | null = null;
let goingTo: EncounterId | null = null;

/** How long a call that begins has the page to itself, in ms. */
const callBegins = 1_500;

/**
 * Tells of a call this person is taken to, before its screen is drawn, which waits for the listener.
 * @returns what ends that.
 */
export function beforeCall(listener: (encounterId: EncounterId) => Promise<void>): () => void {
  onTheWay = listener;
  return () => {
    if (onTheWay === listener) onTheWay = null;
  };
}

/** For what is drawn to be heard too. */
export const play: Sounds['play'] = (sound) => sounds.play(sound);

async function goTo(encounterId: EncounterId): Promise<void> {
  if (goingTo === encounterId) return;
  goingTo = encounterId;
  hub.holdChanges(callBegins);
  // Whatever its beginning comes to, the screen says it.
  await onTheWay?.(encounterId).catch(reportError);
  nextTask(() => {
    if (goingTo !== encounterId) return;
    goingTo = null;
    navigate(pathOfCall(encounterId));
  });
}

const hub = new Hub({
  socket: io({ transports: ['websocket'], autoConnect: false, reconnectionDelayMax: 3_000 }),
  store: liveStore,
  admissions,
  events: {
    goTo: (encounterId) => {
      if (!isAt(pathOfCall(encounterId))) void goTo(encounterId);
    },
    admitted: ({ admission, why }) => {
      sounds.play('come-in');
      callBack(admittedWords(why, admission.with));
    },
    declined: (declined) => tell('info', declinedWords(declined)),
    tableCalls: () => {
      sounds.play('come-in');
      tell('info', i18n.t('live:tableCalls'));
    },
    after: () => void askWhatComesAfter(),
    mine: seeMine,
    refused: ({ category }) => {
      if (category === 'not-signed-in') tell('info', i18n.t('live:signedOut'));
      void askWhoIsSignedIn();
    },
    notUnderstood: () => tell('error', i18n.t('live:notUnderstood')),
  },
});

function seeMine(before: Mine | null, after: Mine): void {
  pageTitle.calling(doorTitle(after.visitors));
  // An encounter that is over is one that may be asked about.
  if (before?.encounter && before.encounter.encounterId !== after.encounter?.encounterId) void askWhatComesAfter();
  const { offer } = after.passing;
  if (offer && offer.offerId !== before?.passing.offer?.offerId) {
    callBack(i18n.t('live:passing', { name: offer.person.name }));
  }
  const turn = newTurn(before, after);
  if (turn) {
    const words = i18n.t('live:admitted.your-turn', { names: firstName(turn.mentorName), count: 1 });
    sounds.play('come-in');
    callBack(words);
    // The corridor says it, and so does a lounge.
    if (!isAt('/') && after.encounter?.kind !== 'lounge') tell('info', words);
  }
  const desk = fuller(before, after);
  if (desk) {
    sounds.play('knock');
    notify(i18n.t('live:atDesk', { title: desk.title }));
  }
  const [newcomer] = newcomers(before, after);
  if (!newcomer) return;
  sounds.play('knock');
  notify(visitorWords(newcomer));
  // The corridor says it, and so does the line beside the tiles of a visit.
  const { encounter } = after;
  const seesLine = isAt('/') || (encounter?.atMyDoor && isAt(pathOfCall(encounter.encounterId)));
  if (!seesLine) tell('info', visitorWords(newcomer));
}

/** Calls somebody who looks elsewhere back to this page, until they look. */
function callBack(words: string): void {
  if (!document.hidden) return;
  notify(words);
  pageTitle.calling(words);
  document.addEventListener('visibilitychange', () => pageTitle.calling(null), { once: true });
}

/** Once, before anything is drawn. */
export function prepare(): void {
  sounds.unlockOnFirstGesture(document);
  window.addEventListener('online', () => hub.hurry());
}

/** Connects; a second call changes nothing. */
export const open = (): void => hub.open();

export function close(): void {
  hub.close();
  pageTitle.calling(null);
}

/** The person opened this encounter's address: it is not gone to again by itself. */
export const isAtCall = (encounterId: EncounterId): void => hub.isAt(encounterId);

/** The person went on with this call in another window. */
export const stepAside = (): void => hub.stepAside();

/* What one may ask of the hub. Each throws the AjarError it was answered. */

export const setDoor = async (state: DoorState): Promise<void> => void (await hub.ask('setDoor', { state }));
export const walkIn = async (doorId: DoorId, listening = false): Promise<void> =>
  hub.enter(await hub.ask('walkIn', { doorId, listening }));
export const knock = async (doorId: DoorId): Promise<void> => void (await hub.ask('knock', { doorId }));
export const waitInLine = async (doorId: DoorId): Promise<void> => void (await hub.ask('waitInLine', { doorId }));
export const leaveLine = async (visitId: VisitId): Promise<void> => void (await hub.ask('leaveLine', { visitId }));
export const letIn = async (visitId: VisitId): Promise<void> => hub.enter(await hub.ask('letIn', { visitId }));
export const comeIn = async (visitId: VisitId): Promise<void> => hub.enter(await hub.ask('comeIn', { visitId }));
export const backInLine = async (): Promise<void> => void (await hub.ask('backInLine', {}));
export const goIn = async (): Promise<void> => hub.enter(await hub.ask('goIn', {}));
export const takeNext = async (doorId: DoorId): Promise<void> => hub.enter(await hub.ask('takeNext', { doorId }));
export const waitTogether = async (visitId: VisitId): Promise<void> =>
  hub.enter(await hub.ask('waitTogether', { visitId }));
export const whomToBring = async (visitId: VisitId): Promise<PersonSeen[]> =>
  (await hub.ask('whomToBring', { visitId })).people;
export const bringSomeone = async (visitId: VisitId, memberId: MemberId): Promise<void> =>
  void (await hub.ask('bringSomeone', { visitId, memberId }));
export const answerBringing = async (visitId: VisitId, yes: boolean): Promise<void> =>
  void (await hub.ask('answerBringing', { visitId, yes }));
export const follow = async (visitId: VisitId): Promise<void> => hub.enter(await hub.ask('follow', { visitId }));
export const setRoom = async (kind: OwnRoom['kind'], seats: number): Promise<void> =>
  void (await hub.ask('setRoom', { kind, seats }));
export const setDuty = async (doorId: DoorId, onDuty: boolean): Promise<void> =>
  void (await hub.ask('setDuty', { doorId, onDuty }));
export const notNow = async (visitId: VisitId): Promise<void> => void (await hub.ask('notNow', { visitId }));
export const sitDown = async (wish: SittingDown): Promise<void> => void (await hub.ask('sitDown', wish));
/** This page is at the call of a coffee. A failure only means that one is waited for less long. */
export const atCoffee = (encounterId: EncounterId): void =>
  void hub.ask('atCoffee', { encounterId }).catch(() => undefined);
export const pressStarter = async (press: StarterPress): Promise<void> => void (await hub.ask('starter', press));
export const stayLonger = async (encounterId: EncounterId): Promise<void> =>
  void (await hub.ask('stayLonger', { encounterId }));
export const showWhatIDo = async (encounterId: EncounterId): Promise<void> =>
  void (await hub.ask('showWhatIDo', { encounterId }));
/** The soft bell of a coffee or a round. */
export const ringBell = (): void => sounds.play('bell');
export const leaveTable = async (): Promise<void> => void (await hub.ask('leaveTable', {}));
export const beHere = async (occurrenceId: OccurrenceId, here: boolean): Promise<void> =>
  void (await hub.ask('here', { occurrenceId, here }));
export const joinPair = async (occurrenceId: OccurrenceId): Promise<void> =>
  void (await hub.ask('joinPair', { occurrenceId }));
export const letJoin = async (occurrenceId: OccurrenceId, memberId: MemberId, yes: boolean): Promise<void> =>
  void (await hub.ask('letJoin', { occurrenceId, memberId, yes }));
export const upForChat = async (minutes: ChatMinutes | null): Promise<void> =>
  void (await hub.ask('upForChat', { minutes }));
export const setOffersADay = async (offersADay: number): Promise<void> =>
  void (await hub.ask('setOffersADay', { offersADay }));
export const answerOffer = async (offerId: OfferId, yes: boolean): Promise<void> =>
  void (await hub.ask('answerOffer', { offerId, yes }));
/** Nobody is called to one's own door for five minutes; or one is back before. */
export const pauseDoor = async (on: boolean): Promise<void> => void (await hub.ask('pauseDoor', { on }));
export const closeAfter = async (on: boolean): Promise<void> => void (await hub.ask('closeAfter', { on }));
export const moveOn = async (encounterId: EncounterId): Promise<void> =>
  void (await hub.ask('moveOn', { encounterId }));
/** My door is at this window from now on. */
export const carryDoor = async (): Promise<void> => void (await hub.ask('carryDoor', {}));
