import { useId } from 'react';
import { useTranslation } from 'react-i18next';

const kinds = { microphone: 'audioinput', camera: 'videoinput', speaker: 'audiooutput' } as const;

interface DeviceChoiceProps {
  kind: keyof typeof kinds;
  devices: readonly MediaDeviceInfo[];
  chosen: string | null;
  onChoose: (deviceId: string) => void;
}

/** Which microphone, camera or speaker. Shown only where there is something to choose. */
export function DeviceChoice({ kind, devices, chosen, onChoose }: DeviceChoiceProps) {
  const { t } = useTranslation('call');
  const id = useId();
  // Without leave to use a device the browser lists it without a name or an id.
  const choices = devices.filter((device) => device.kind === kinds[kind] && device.deviceId !== '');
  if (choices.length < 2) return null;
  const name = t(`preview.${kind}`);
  return (
    <div className="call-device">
      <label htmlFor={id}>{name}</label>
      <select id={id} value={chosen ?? choices[0]?.deviceId} onChange={(event) => onChoose(event.target.value)}>
        {choices.map(({ deviceId, label }, at) => (
          <option key={deviceId} value={deviceId}>
            {label || t('preview.unnamed', { kind: name, number: at + 1 })}
          </option>
        ))}
      </select>
    </div>
  );
}
