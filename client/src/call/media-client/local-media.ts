import type { MediaSource } from '@ajar/shared';
import { createStore } from 'zustand/vanilla';
import { type Acquired, acquire, type DeviceKind, type DeviceState, deviceKinds, isBack } from './acquire.ts';
import { ChosenDevice } from './chosen-device.ts';
import { LevelMeter } from './level-meter.ts';
import type { LocalState } from './local-state.ts';
import type { BySource, Wanted } from './plan.ts';
import { type Shaper, Shaping } from './shaping.ts';
import { mayShare, Sharing } from './sharing.ts';
import { type Shows, sending } from './sources.ts';
import type { ReadonlyStore } from './state.ts';

export interface LocalMediaOptions {
  muted: boolean;
  cameraWanted: boolean;
  /** Device ids chosen last time; `null`: the browser's own choice. */
  microphoneId: string | null;
  cameraId: string | null;
  saving: boolean;
  /** How these devices were called. Default: not known. */
  labels?: Partial<Record<DeviceKind, string | undefined>>;
  /** No device is asked for before the person turns one on. Default: false. */
  quiet?: boolean;
  /** Whether the browser takes noise out of the voice. Default: true. */
  browserNoise?: boolean;
  /** A device in use was pulled out, and this one has taken its place. `''`: the browser does not say how it is called. */
  onReplaced?: (kind: DeviceKind, label: string) => void;
}

/**
 * The person's own microphone, camera and screen. Owns every local track and is alone in switching `enabled`; outlives
 * a call, so that the next one starts with the same tracks.
 */
export class LocalMedia {
  readonly meter = new LevelMeter();
  readonly #store;
  readonly #chosen: Record<DeviceKind, ChosenDevice>;
  readonly #shaping: Readonly<Record<DeviceKind, Shaping>>;
  readonly #sharing: Sharing;
  readonly #lifetime = new AbortController();
  /** The latest question for each kind: an answer to an older one is dropped. */
  readonly #asked: Record<DeviceKind, number> = { microphone: 0, camera: 0 };

  readonly #onReplaced: LocalMediaOptions['onReplaced'];
  #quiet: boolean;
  #browserNoise: boolean;

  constructor(options: LocalMediaOptions) {
    this.#onReplaced = options.onReplaced;
    const { muted, cameraWanted, microphoneId, cameraId, saving, labels = {} } = options;
    const { quiet = false, browserNoise = true } = options;
    this.#quiet = quiet;
    this.#browserNoise = browserNoise;
    this.#shaping = {
      microphone: new Shaping((track) => this.#sends('microphone', track)),
      camera: new Shaping((track) => this.#sends('camera', track)),
    };
    this.#chosen = {
      microphone: new ChosenDevice('audioinput', microphoneId, labels.microphone),
      camera: new ChosenDevice('videoinput', cameraId, labels.camera),
    };
    this.#store = createStore<LocalState>(() => ({
      microphone: 'off',
      camera: 'off',
      muted,
      cameraWanted,
      saving,
      screen: mayShare() ? 'off' : 'unsupported',
      shows: 'text',
      tracks: {},
      inUse: {},
      shown: false,
      devices: [],
    }));
    const { signal } = this.#lifetime;
    this.#sharing = new Sharing({ store: this.#store, put: (source, track) => this.#put(source, track), signal });
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.#devicesChanged(), { signal });
  }

  get state(): ReadonlyStore<LocalState> {
    return this.#store;
  }

  /** What a call should be sending now. */
  get wanted(): BySource<Wanted<MediaStreamTrack>> {
    const { tracks, shows } = this.#store.getState();
    return Object.fromEntries(
      Object.entries(tracks).map(([source, track]) => [
        source,
        { track, paused: !track.enabled, ...(source === 'screen' ? { shows } : {}) },
      ]),
    );
  }

  /** Devices that the browser is being asked for. */
  get awaited(): MediaSource[] {
    const states = this.#store.getState();
    return (['microphone', 'camera'] as const).filter((kind) => states[kind] === 'asking' && !states.tracks[kind]);
  }

  /**
   * Asks for the microphone, and for the camera when it is wanted, where there is none yet. Never throws: `state` says
   * what came of it.
   */
  async start(): Promise<void> {
    const { tracks, cameraWanted, saving, ...states } = this.#store.getState();
    const microphone: readonly DeviceKind[] = this.#quiet ? [] : ['microphone'];
    const kinds: readonly DeviceKind[] = cameraWanted && !saving ? [...microphone, 'camera'] : microphone;
    await this.#ask(kinds.filter((kind) => !tracks[kind] && states[kind] !== 'asking'));
  }

  /** From now on one's own picture is drawn and one's own voice measured. */
  show(): void {
    const { shown, tracks } = this.#store.getState();
    if (shown) return;
    this.#store.setState({ shown: true });
    if (tracks.microphone) void this.meter.listenTo(tracks.microphone);
  }

  /** Lets go of microphone and camera until the person turns them on themselves. */
  hush(): void {
    this.#quiet = true;
    this.setMuted(true);
    this.#end('microphone', 'off');
    this.setCamera(false);
  }

  /** Lets go of every device until the next `start`; the person's choices stay. */
  rest(): void {
    this.stopSharing();
    this.#end('microphone', 'off');
    this.#end('camera', 'off');
    void this.meter.listenTo(null);
  }

  /** Mutes or unmutes. Without a microphone, unmuting asks for it again. */
  setMuted(muted: boolean): void {
    const { tracks } = this.#store.getState();
    for (const track of [tracks.microphone, this.#shaping.microphone.raw]) if (track) track.enabled = !muted;
    this.#store.setState({ muted });
    if (!muted) this.#quiet = false;
    if (!muted && !tracks.microphone) void this.#ask(['microphone']);
  }

  /** Turns the camera on or off; off stops the device, and its light goes out. To turn it on is to save data no more. */
  setCamera(wanted: boolean): void {
    this.#store.setState({ cameraWanted: wanted, ...(wanted ? { saving: false } : {}) });
    if (wanted && !this.#store.getState().tracks.camera) void this.#ask(['camera']);
    if (!wanted) this.#end('camera', 'off');
  }

  /** Lets go of the camera, or takes it again; the person's choice to be seen stays. */
  saveData(saving: boolean): void {
    if (this.#store.getState().saving === saving) return;
    this.#store.setState({ saving });
    if (saving) this.#end('camera', 'off');
    else if (this.#store.getState().cameraWanted) void this.#ask(['camera']);
  }

  /** Takes another device from now on. */
  choose(kind: DeviceKind, deviceId: string): void {
    this.#chosen[kind].choose(deviceId);
    const { cameraWanted, saving } = this.#store.getState();
    if (kind === 'camera' && (!cameraWanted || saving)) return;
    void this.#ask([kind]);
  }

  /** Makes something else of what this device gives from now on; `null`: sends it as it is. */
  shape(kind: DeviceKind, shaper: Shaper | null): void {
    this.#shaping[kind].use(shaper);
  }

  /** Whether the browser takes noise out of the voice. */
  setBrowserNoise(on: boolean): void {
    if (this.#browserNoise === on) return;
    this.#browserNoise = on;
    // Browsers settle this when they open the microphone, so it is opened anew.
    if (this.#shaping.microphone.raw) void this.#ask(['microphone']);
  }

  /** Asks for a screen or window to share; must be called from a press. A person who changes their mind shares nothing. */
  async share(): Promise<void> {
    await this.#sharing.begin();
  }

  /** What is shared is for reading, or for watching; now, and the next time. */
  setShows(shows: Shows): void {
    this.#sharing.setShows(shows);
  }

  stopSharing(): void {
    this.#sharing.end();
  }

  /** Ends every track. */
  async close(): Promise<void> {
    this.#lifetime.abort();
    for (const shaping of Object.values(this.#shaping)) shaping.take(null);
    for (const track of Object.values(this.#store.getState().tracks)) track.stop();
    this.#store.setState({ tracks: {}, microphone: 'off', camera: 'off' });
    await this.meter.close();
  }

  async #ask(kinds: readonly DeviceKind[]): Promise<void> {
    if (kinds.length === 0) return;
    const question = new Map(kinds.map((kind) => [kind, ++this.#asked[kind]]));
    for (const kind of kinds) this.#store.setState({ [kind]: 'asking' });
    const noise = this.#browserNoise;
    const answer = await acquire(
      Object.fromEntries(kinds.map((kind) => [kind, { deviceId: this.#chosen[kind].id, noise }])),
    );
    for (const [kind, number] of question) this.#answered(kind, answer[kind], number);
    await this.#listDevices();
  }

  #answered(kind: DeviceKind, acquired: Acquired | undefined, question: number): void {
    const { muted, cameraWanted, saving } = this.#store.getState();
    const seen = cameraWanted && !saving;
    const unwanted = this.#lifetime.signal.aborted || question !== this.#asked[kind] || (kind === 'camera' && !seen);
    if (!acquired || unwanted) {
      acquired?.track?.stop();
      return;
    }
    const { track, state } = acquired;
    if (track && kind === 'microphone') track.enabled = !muted;
    track?.addEventListener('ended', () => this.#lost(kind, track), { signal: this.#lifetime.signal });
    this.#store.setState({ [kind]: state });
    this.#shaping[kind].take(track);
  }

  /** The track of a device, or what is made of it, is there or gone. */
  #sends(kind: DeviceKind, track: MediaStreamTrack | null): void {
    const { inUse, muted, shown } = this.#store.getState();
    const deviceId = this.#shaping[kind].raw?.getSettings().deviceId;
    const { [kind]: _before, ...others } = inUse;
    this.#store.setState({ inUse: deviceId ? { ...others, [kind]: deviceId } : others });
    if (track && kind === 'microphone') track.enabled = !muted;
    this.#put(kind, track);
    if (kind === 'microphone' && shown) void this.meter.listenTo(track);
  }

  /** The device was unplugged or taken away: another one may do. */
  #lost(kind: DeviceKind, track: MediaStreamTrack): void {
    if (this.#shaping[kind].raw !== track) return;
    this.#end(kind, 'absent');
    void this.#replace(kind);
  }

  async #replace(kind: DeviceKind): Promise<void> {
    await this.#ask([kind]);
    const { raw } = this.#shaping[kind];
    if (raw) this.#onReplaced?.(kind, raw.label);
  }

  #end(kind: DeviceKind, state: DeviceState): void {
    this.#asked[kind] += 1;
    this.#shaping[kind].take(null);
    this.#store.setState({ [kind]: state });
  }

  /** The one place where a track comes in or goes. Whoever owns the one before it ends it. */
  #put(source: MediaSource, track: MediaStreamTrack | null): void {
    const { [source]: old, ...rest } = this.#store.getState().tracks;
    if (old === track) return;
    if (track && 'contentHint' in track) track.contentHint = sending[source].contentHint;
    this.#store.setState({ tracks: track ? { ...rest, [source]: track } : rest });
  }

  /** What was missing may have been plugged in: nobody needs to ask for it again. */
  async #devicesChanged(): Promise<void> {
    await this.#listDevices();
    const { devices, cameraWanted, saving, ...states } = this.#store.getState();
    const wanted = { microphone: !this.#quiet, camera: cameraWanted && !saving };
    await this.#ask(deviceKinds.filter((kind) => wanted[kind] && isBack(kind, states[kind], devices)));
  }

  async #listDevices(): Promise<void> {
    const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    if (this.#lifetime.signal.aborted) return;
    this.#store.setState({ devices });
    const { inUse } = this.#store.getState();
    const back = deviceKinds.filter((kind) => this.#chosen[kind].isBack(inUse[kind], devices));
    await this.#ask(back);
  }
}
