import type { DeviceKind, DeviceState } from './acquire.ts';
import type { BySource } from './plan.ts';
import type { Shows } from './sources.ts';

/** What one gives a call, and could give. */
export interface LocalState {
  microphone: DeviceState;
  camera: DeviceState;
  /** The person's own choice, kept whatever the devices do. */
  muted: boolean;
  cameraWanted: boolean;
  /** No camera, neither one's own nor the others': sound and shared screens only. */
  saving: boolean;
  /** `failed`: the person chose one, and the browser could not have it. */
  screen: 'off' | 'asking' | 'on' | 'unsupported' | 'failed';
  /** What the screen that is shared, or the next one, is good for. */
  shows: Shows;
  tracks: BySource<MediaStreamTrack>;
  /** The ids of the devices that are in use. */
  inUse: Readonly<Partial<Record<DeviceKind, string>>>;
  /** One's own picture is drawn and one's own voice measured. Both take work that a call just begun needs elsewhere. */
  shown: boolean;
  /** What could be chosen; without labels until the browser has given leave. */
  devices: readonly MediaDeviceInfo[];
}
