import './en.ts';
import { tell } from '../../notices/index.ts';
import { i18n } from '../../words/index.ts';
import type { DeviceKind } from '../media-client/index.ts';

/** Tells the person that a device is gone and which one is in use now. @param label `''`: not known. */
export function sayReplaced(kind: DeviceKind, label: string): void {
  const gone = i18n.t(`devices:replaced.${kind}`);
  tell('info', label ? `${gone} ${i18n.t('devices:replaced.by', { name: label })}` : gone);
}
