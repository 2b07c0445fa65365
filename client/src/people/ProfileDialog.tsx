import './en.ts';
import './people.css';
import { asPageLanguage, type Member } from '@ajar/shared';
import { type SubmitEvent, Suspense, useRef } from 'react';
import { Heading } from 'react-aria-components/Heading';
import { useTranslation } from 'react-i18next';
import { Blocks, useContact, useSaveContact } from '../after/index.ts';
import { useParticulars, useSetParticulars, useSetProfile } from '../api/index.ts';
import { Button } from '../design/index.ts';
import { DialogBox } from '../dialog/index.ts';
import { LanguageField, useSaveLanguage } from '../language-menu/index.ts';
import { ParticularsFields } from './ParticularsFields.tsx';
import { particularsFrom } from './particulars-form.ts';
import { TextField } from './TextField.tsx';

/** What one's own name plate says, to change it. */
export function ProfileDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t, i18n } = useTranslation('people');
  const then = useRef(onClose);
  const saving = useSetProfile(() => then.current());
  const savingLanguage = useSaveLanguage();
  const contact = useContact();
  const savingContact = useSaveContact();
  const { data: said } = useParticulars();
  const savingParticulars = useSetParticulars();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    if (contact !== undefined && text('contact') !== contact) savingContact.mutate(text('contact'));
    if (said) savingParticulars.mutate(particularsFrom(form, said));
    const plate = {
      name: text('name'),
      place: text('place'),
      talksAbout: text('talksAbout'),
      firstTimeFine: form.get('firstTimeFine') === 'on',
    };
    const language = asPageLanguage(form.get('language'));
    if (!language || language === i18n.language) return saving.mutate(plate);
    // The words of another language come with the next load of the page.
    then.current = () => window.location.reload();
    savingLanguage.mutate(language, { onSuccess: () => saving.mutate(plate) });
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
        <LanguageField />
        {said && <ParticularsFields said={said} t={t} />}
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
