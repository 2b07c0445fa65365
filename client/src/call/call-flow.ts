import { type Admission, type AjarError, type EncounterId, toAjarError } from '@ajar/shared';
import { createStore } from 'zustand/vanilla';
import { DeviceMemory, firstTime } from './device-memory.ts';
import { Effects } from './effects/effects.ts';
import type { ListeningMemory } from './listening.ts';
import {
  Call,
  type DeviceKind,
  LocalMedia,
  type ReadonlyStore,
  rememberCapabilities,
  Timers,
} from './media-client/index.ts';

export interface CallFlowState {
  encounterId: EncounterId | null;
  /** Known as soon as the server has answered. */
  admission: Admission | null;
  /** `null` while the person still looks at the preview. */
  call: Call | null;
  /** There is no way in. */
  error: AjarError | null;
  speakerId: string | null;
  /** How the chosen devices are called. */
  labels: Partial<Record<DeviceKind | 'speaker', string | undefined>>;
}

export interface CallFlowOptions {
  admissionFor: (encounterId: EncounterId) => Promise<Admission>;
  freshAdmission: (encounterId: EncounterId) => Promise<Admission>;
  /** Tells the server that this person has left. Default: nobody is told. */
  tellLeft?: (encounterId: EncounterId) => void;
  /** What this machine keeps between calls. */
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** What this window keeps of listening. Default: nothing. */
  listening?: Pick<ListeningMemory, 'read' | 'write'>;
  /** The first call begins with microphone and camera off. Default: false. */
  listens?: boolean;
}

/** Says that another device has taken the place of one that was pulled out. Without the words the call goes on all the same. */
function tellReplaced(kind: DeviceKind, label: string): void {
  import('./devices/replaced.ts').then(
    ({ sayReplaced }) => sayReplaced(kind, label),
    () => undefined,
  );
}

/** How one comes just to listen. */
const silent = { muted: true, cameraWanted: false, quiet: true };

/** How long one's own picture waits at most for the first of somebody else, in ms. */
const ownPictureAfter = 1_200;

/** How long it leaves the page to that one, in ms. */
const ownPictureSoon = 200;

/**
 * The call screen from its opening to its closing: preview on the first visit, then one call after the other on the same
 * local tracks. Owns the tracks and the current call.
 */
export class CallFlow {
  readonly local: LocalMedia;
  readonly effects: Effects;
  readonly #options: CallFlowOptions;
  readonly #memory: DeviceMemory;
  readonly #store;
  readonly #unsubscribe: () => void;
  readonly #timers = new Timers<'show'>();
  /** In this call just to listen. */
  #listens: boolean;
  /** It began so: what is off in it says nothing of the next one. */
  #beganSilent: boolean;
  #known: boolean;
  #microphoneId: string | null;
  #cameraId: string | null;

  constructor(options: CallFlowOptions) {
    this.#options = options;
    this.#memory = new DeviceMemory(options.storage);
    const remembered = this.#memory.read();
    const choice = remembered ?? firstTime;
    this.#known = remembered !== null;
    this.#microphoneId = choice.microphoneId;
    this.#cameraId = choice.cameraId;
    this.#store = createStore<CallFlowState>(() => ({
      encounterId: null,
      admission: null,
      call: null,
      error: null,
      speakerId: choice.speakerId,
      labels: choice.labels ?? {},
    }));
    this.#listens = options.listens ?? false;
    this.#beganSilent = this.#listens;
    const devices = {
      ...choice,
      labels: choice.labels ?? {},
      browserNoise: (choice.noise ?? 'browser') === 'browser',
      onReplaced: tellReplaced,
    };
    this.local = new LocalMedia(options.listens ? { ...devices, ...silent } : devices);
    this.effects = new Effects({ local: this.local, ...choice, onChosen: () => this.#remember() });
    this.#unsubscribe = this.local.state.subscribe((now, before) => {
      if (!now.muted && before.muted) this.#speaks();
      if (now.muted !== before.muted || now.cameraWanted !== before.cameraWanted) this.#remember();
      if (now.saving !== before.saving) this.#rememberSaving(now.saving);
    });
    void this.local.start();
  }

  get state(): ReadonlyStore<CallFlowState> {
    return this.#store;
  }

  /** Goes to this encounter, leaving the one before. */
  enter(encounterId: EncounterId): void {
    if (this.#store.getState().encounterId === encounterId) return;
    this.#store.getState().call?.leave();
    this.#store.setState({ encounterId, admission: null, call: null, error: null });
    const admission = this.#options.admissionFor(encounterId);
    admission.then(
      (known) => {
        rememberCapabilities(known, this.#options.storage);
        if (known.listening) this.#listen(encounterId);
        this.#about(encounterId, { admission: known });
      },
      (thrown: unknown) => this.#about(encounterId, { error: toAjarError(thrown) }),
    );
    if (this.#known) this.#begin(encounterId, admission);
    else this.local.show();
  }

  /** The one press of the preview. */
  join(): void {
    const { encounterId, call } = this.#store.getState();
    if (!encounterId || call) return;
    this.#known = true;
    this.#remember();
    this.#begin(encounterId, this.#options.admissionFor(encounterId));
  }

  /** The other press of the preview: with neither microphone nor camera, until they are turned on. */
  joinToListen(): void {
    this.#beganSilent = true;
    this.local.hush();
    this.join();
  }

  /** Asks no more on this machine: these devices are the ones. */
  keepChoice(): void {
    this.#known = true;
    this.#remember();
  }

  /** Tries again after a call that failed, or takes it back from another window. */
  again(): void {
    const { encounterId } = this.#store.getState();
    if (!encounterId) return;
    this.#store.setState({ error: null });
    this.#begin(encounterId, this.#options.freshAdmission(encounterId));
  }

  choose(kind: DeviceKind | 'speaker', deviceId: string): void {
    if (kind === 'speaker') this.#store.setState({ speakerId: deviceId });
    else this.local.choose(kind, deviceId);
    const label = this.local.state.getState().devices.find((device) => device.deviceId === deviceId)?.label;
    this.#store.setState(({ labels }) => ({ labels: { ...labels, [kind]: label || undefined } }));
    if (kind === 'microphone') this.#microphoneId = deviceId;
    if (kind === 'camera') this.#cameraId = deviceId;
    this.#remember();
  }

  /** Leaves the call and lets go of every device. */
  async close(): Promise<void> {
    this.#unsubscribe();
    this.effects.close();
    this.#timers.clear();
    this.#store.getState().call?.leave();
    await this.local.close();
  }

  /** Comes just to listen, unless they have turned the microphone on since. */
  #listen(encounterId: EncounterId): void {
    const known = this.#options.listening?.read(encounterId);
    if (known === false || this.#store.getState().encounterId !== encounterId) return;
    this.#options.listening?.write(encounterId, true);
    if (this.#listens) return;
    this.#listens = true;
    this.#beganSilent = true;
    this.local.hush();
  }

  #speaks(): void {
    const { encounterId } = this.#store.getState();
    if (!this.#listens || !encounterId) return;
    this.#options.listening?.write(encounterId, false);
    this.#listens = false;
  }

  #begin(encounterId: EncounterId, admission: Promise<Admission>): void {
    const call: Call = new Call({
      admission,
      renew: () => this.#options.freshAdmission(encounterId),
      onLeftUnheard: () => this.#leftUnheard(encounterId, call),
      local: this.local,
    });
    // Others first: until the first of them is seen, or is late, drawing oneself would only hold them up.
    this.#timers.set('show', ownPictureAfter, () => this.local.show());
    call.state.subscribe(({ ending, seen }, before) => {
      if (seen && !before.seen) this.#timers.set('show', ownPictureSoon, () => this.local.show());
      // A call that ended by itself needs no camera; one that was left may have the next one right behind it.
      if (ending && ending.reason !== 'left' && this.#store.getState().call === call) this.local.rest();
    });
    this.#store.setState({ call });
    void this.local.start();
    call.start();
  }

  /** Whoever has come back meanwhile is not sent away again. */
  #leftUnheard(encounterId: EncounterId, left: Call): void {
    const now = this.#store.getState();
    if (now.encounterId !== encounterId || now.call === left) this.#options.tellLeft?.(encounterId);
  }

  #about(encounterId: EncounterId, news: Partial<CallFlowState>): void {
    if (this.#store.getState().encounterId === encounterId) this.#store.setState(news);
  }

  /** It is about this machine's network, however this call began. */
  #rememberSaving(saving: boolean): void {
    if (this.#known) this.#memory.write({ ...(this.#memory.read() ?? firstTime), saving });
  }

  #remember(): void {
    if (!this.#known || this.#beganSilent) return;
    const { muted, cameraWanted, saving } = this.local.state.getState();
    const { speakerId, labels } = this.#store.getState();
    const { noise, background } = this.effects.state.getState();
    this.#memory.write({
      muted,
      cameraWanted,
      saving,
      microphoneId: this.#microphoneId,
      cameraId: this.#cameraId,
      speakerId,
      labels,
      noise,
      background,
    });
  }
}
