import './en.ts';
import './people.css';
import type { Me } from '@ajar/shared';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddMember, useMembers } from '../api/index.ts';
import { Button } from '../design/index.ts';
import { usePageTitle } from '../live/index.ts';
import { Failed, Page } from '../page/index.ts';

/** Everybody in the programme, for its staff, and a way to add somebody. */
export function PeoplePage({ membership }: { membership: NonNullable<Me['membership']> }) {
  const { t } = useTranslation('people');
  usePageTitle(t('title'));
  return (
    <Page title={t('title')} back={{ href: '/', words: t('back') }} wide>
      {membership.member.staff ? (
        <>
          <p>{t('under', { program: membership.program.name })}</p>
          <AddPerson />
          <PeopleList />
        </>
      ) : (
        <p>{t('notStaff')}</p>
      )}
    </Page>
  );
}

function AddPerson() {
  const { t } = useTranslation('people');
  const adding = useAddMember(() => undefined);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    adding.mutate(
      {
        name: String(data.get('name') ?? ''),
        email: String(data.get('email') ?? ''),
        staff: data.get('staff') === 'on',
      },
      { onSuccess: () => form.reset() },
    );
  };
  return (
    <section className="add-person" aria-labelledby="add-title">
      <h2 id="add-title">{t('add')}</h2>
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor="add-name">{t('name')}</label>
          <input id="add-name" name="name" maxLength={80} required autoComplete="off" />
        </div>
        <div className="field">
          <label htmlFor="add-email">{t('email')}</label>
          <input id="add-email" name="email" type="email" required autoComplete="off" />
        </div>
        <label className="tick">
          <input type="checkbox" name="staff" />
          {t('staff')}
        </label>
        <Button type="submit" variant="primary" isPending={adding.isPending}>
          {t('adding')}
        </Button>
      </form>
    </section>
  );
}

function PeopleList() {
  const { t } = useTranslation('people');
  const { data, error, refetch } = useMembers();
  if (error) return <Failed error={error} again={refetch} />;
  if (!data) return null;
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">
        {t('list')} <small>{t('count', { count: data.members.length })}</small>
      </h2>
      <ul className="people-list">
        {data.members.map((member) => (
          <li key={member.memberId}>
            <h3>{member.name}</h3>
            <p>{member.email}</p>
            <p>{[member.staff ? t('staff') : '', member.place].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
