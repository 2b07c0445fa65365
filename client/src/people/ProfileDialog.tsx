import './en.ts';
import './people.css';
import type { Member } from '@ajar/shared';
import { type SubmitEvent, Suspense } from 'react';
import { Heading } from 'react-aria-components/Heading';
import { useTranslation } from 'react-i18next';
import { Blocks, useContact, useSaveContact } from '../after/index.ts';
import { useSetProfile } from '../api/index.ts';
import { Button } from '../design/index.ts';
import { DialogBox } from '../dialog/index.ts';

/** What one's own name plate says, to change it. */
export function ProfileDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation('people');
  const saving = useSetProfile(onClose);
  const contact = useContact();
  const savingContact = useSaveContact();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    if (contact !== undefined && text('contact') !== contact) savingContact.mutate(text('contact'));
    saving.mutate({
      name: text('name'),
      place: text('place'),
      talksAbout: text('talksAbout'),
      firstTimeFine: form.get('firstTimeFine') === 'on',
    });
  };
  return (
    <DialogBox onClose={onClose}>
      <form onSubmit={submit} className="dialog-form">
        <Heading slot="title" level={2}>
          {t('plate.title')}
        </Heading>
        <p>{t('plate.under')}</p>
        <TextField name="name" label={t('plate.name')} value={member.name} most={80} required />
        <TextField name="place" label={t('plate.place')} hint={t('plate.placeHint')} value={member.place} most={80} />
        <TextField
          name="talksAbout"
          label={t('plate.talksAbout')}
          hint={t('plate.talksAboutHint')}
          value={member.talksAbout}
          most={120}
        />
        {contact !== undefined && (
          <TextField
            name="contact"
            label={t('plate.contact')}
            hint={t('plate.contactHint')}
            value={contact}
            most={200}
          />
        )}
        <label className="tick">
          <input type="checkbox" name="firstTimeFine" defaultChecked={member.firstTimeFine} />
          {t('plate.firstTimeFine')}
        </label>
        <div className="dialog-presses">
          <Button type="submit" variant="primary" isPending={saving.isPending}>
            {t('plate.save')}
          </Button>
          <Button onPress={onClose}>{t('plate.cancel')}</Button>
        </div>
      </form>
      <Suspense>
        <Blocks />
      </Suspense>
    </DialogBox>
  );
}

interface TextFieldProps {
  name: string;
  label: string;
  hint?: string;
  value: string;
  /** in characters */
  most: number;
  required?: boolean;
}

function TextField({ name, label, hint, value, most, required = false }: TextFieldProps) {
  return (
    <div className="field">
      <label htmlFor={`plate-${name}`}>{label}</label>
      <input
        id={`plate-${name}`}
        name={name}
        defaultValue={value}
        maxLength={most}
        required={required}
        {...(hint ? { 'aria-describedby': `plate-${name}-hint` } : {})}
      />
      {hint && (
        <span className="hint" id={`plate-${name}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
