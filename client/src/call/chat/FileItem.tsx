import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/index.ts';
import { inTheirLanguage } from '../../refusals/index.ts';
import { i18n } from '../../words/index.ts';
import type { Call, CallFile } from '../media-client/index.ts';

/** A file on offer: nothing of it comes before it is taken. */
export function FileItem({ call, file }: { call: Call; file: CallFile }) {
  const { t } = useTranslation('chat');
  const { mutate } = useMutation({ mutationFn: () => inTheirLanguage(call.files.take(file.fileId)) });
  const { file: name, state, url } = file;
  return (
    <div className="chat-file">
      <p className="chat-words">
        <bdi>
          <b>{name}</b>
        </bdi>{' '}
        <span>{sizeOf(file.size)}</span>
      </p>
      {file.mine && state === 'offered' && <p>{t('file.mine')}</p>}
      {!file.mine && state === 'offered' && <Button onPress={() => mutate()}>{t('file.take', { name })}</Button>}
      {state === 'taking' && (
        <>
          <progress aria-label={t('file.coming', { name })} max={file.size} value={file.have} />
          <Button onPress={() => call.files.cancel(file.fileId)}>{t('file.cancel')}</Button>
        </>
      )}
      {state === 'taken' && url && (
        <a className="button" data-variant="primary" href={url} download={name}>
          {t('file.save', { name })}
        </a>
      )}
      {state === 'failed' && (
        <>
          <p>{t('file.failed')}</p>
          <Button onPress={() => mutate()}>{t('file.again', { name })}</Button>
        </>
      )}
      {state === 'gone' && <p>{t('file.gone')}</p>}
    </div>
  );
}

function sizeOf(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(bytes / 1_000, 1), 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const options = { style: 'unit', unit, maximumFractionDigits: bytes < 1_000_000 ? 0 : 1 } as const;
  return new Intl.NumberFormat(i18n.language, options).format(value);
}
