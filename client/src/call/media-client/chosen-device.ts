/** As much of a device as is compared. */
export type Listed = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>;

/**
 * Which of these is the device that was chosen: by its id, and where browsers have changed ids since (after clearing
 * data, or in Safari with every visit), by its name. `null`: it is not there.
 */
export function findChosen(
  kind: MediaDeviceKind,
  chosen: { id: string | null; label?: string | undefined },
  devices: readonly Listed[],
): string | null {
  const own = devices.filter((device) => device.kind === kind && device.deviceId !== '');
  const found =
    own.find(({ deviceId }) => deviceId === chosen.id) ??
    (chosen.label ? own.find(({ label }) => label === chosen.label) : undefined);
  return found?.deviceId ?? null;
}

/** The microphone or camera a person has chosen, over its absences: another one stands in until it is back. */
export class ChosenDevice {
  readonly #kind: MediaDeviceKind;
  #id: string | null;
  #label: string | undefined;
  /** Asked for since it is there: a device that another program holds is not asked for again and again. */
  #tried = false;

  /** @param id `null`: the browser's own choice. */
  constructor(kind: MediaDeviceKind, id: string | null, label?: string) {
    this.#kind = kind;
    this.#id = id;
    this.#label = label;
  }

  get id(): string | null {
    return this.#id;
  }

  choose(id: string): void {
    this.#id = id;
    this.#label = undefined;
    this.#tried = true;
  }

  /** Whether the device that was chosen is there now while another one stands in: worth asking for it, once. */
  isBack(inUse: string | undefined, devices: readonly Listed[]): boolean {
    if (this.#id === null || inUse === undefined) return false;
    const found = findChosen(this.#kind, { id: this.#id, label: this.#label }, devices);
    if (found === null) this.#tried = false;
    if (found === null || found === inUse || this.#tried) return false;
    this.#tried = true;
    this.#id = found;
    return true;
  }
}
