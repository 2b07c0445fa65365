/** How one kind of device stands. Everything but `ready` and `off` has words of its own on screen. */
export type DeviceState = 'off' | 'asking' | 'ready' | 'denied' | 'absent' | 'busy' | 'insecure';

export type DeviceKind = 'microphone' | 'camera';

export const deviceKinds: readonly DeviceKind[] = ['microphone', 'camera'];

/** Whether a device that was missing may be had now. */
export function isBack(
  kind: DeviceKind,
  state: DeviceState,
  devices: readonly Pick<MediaDeviceInfo, 'kind'>[],
): boolean {
  const named = kind === 'microphone' ? 'audioinput' : 'videoinput';
  return state === 'absent' && devices.some((device) => device.kind === named);
}

/** Which devices to ask for; `null`: the browser's own choice. `noise`: the browser takes noise out of the voice. */
export interface Asked {
  microphone?: Wish;
  camera?: Wish;
}

interface Wish {
  deviceId: string | null;
  noise: boolean;
}

export interface Acquired {
  track: MediaStreamTrack | null;
  state: DeviceState;
}

const constraintsOf = {
  microphone: ({ deviceId, noise }: Wish): MediaStreamConstraints => ({
    audio: { ...device(deviceId), echoCancellation: true, noiseSuppression: noise, autoGainControl: true },
  }),
  camera: ({ deviceId }: Wish): MediaStreamConstraints => ({
    video: {
      ...device(deviceId),
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30 },
      ...(deviceId ? {} : { facingMode: 'user' }),
    },
  }),
};

/** `ideal`, so that a device unplugged since last time means another one, not none. */
function device(deviceId: string | null): MediaTrackConstraints {
  return deviceId ? { deviceId: { ideal: deviceId } } : {};
}

/**
 * Asks for the devices: all in one question, and when that fails each alone, so that a denied or missing camera never
 * takes the microphone with it. Never throws; the state of each says what came of it.
 */
export async function acquire(asked: Asked): Promise<Partial<Record<DeviceKind, Acquired>>> {
  const kinds = deviceKinds.filter((kind) => asked[kind]);
  if (!navigator.mediaDevices) {
    return Object.fromEntries(kinds.map((kind) => [kind, { track: null, state: 'insecure' }]));
  }
  const constraints = kinds.map((kind) => constraintsOf[kind](asked[kind] ?? { deviceId: null, noise: true }));
  if (kinds.length === 2) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(Object.assign({}, ...constraints));
      return Object.fromEntries(kinds.map((kind) => [kind, taken(stream, kind)]));
    } catch {
      // Which of the two failed is found out by asking for each alone.
    }
  }
  const alone = await Promise.all(kinds.map((kind, at) => acquireOne(kind, constraints[at] ?? {})));
  return Object.fromEntries(kinds.map((kind, at) => [kind, alone[at]]));
}

async function acquireOne(kind: DeviceKind, constraints: MediaStreamConstraints): Promise<Acquired> {
  try {
    return taken(await navigator.mediaDevices.getUserMedia(constraints), kind);
  } catch (error) {
    return { track: null, state: stateAfter(error) };
  }
}

function taken(stream: MediaStream, kind: DeviceKind): Acquired {
  const [track] = kind === 'microphone' ? stream.getAudioTracks() : stream.getVideoTracks();
  return track ? { track, state: 'ready' } : { track: null, state: 'absent' };
}

/** What a failed getUserMedia says about the device (W3C Media Capture and Streams, section 10.2). */
export function stateAfter(error: unknown): DeviceState {
  const name = error instanceof Error ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
      return 'denied';
    case 'SecurityError':
      return 'insecure';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'absent';
    default:
      return 'busy';
  }
}
