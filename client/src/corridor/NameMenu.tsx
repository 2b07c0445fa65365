import type { Member } from '@ajar/shared';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button } from '../design/index.ts';
import { ProfileDialog } from '../people/index.ts';
import { PushItem } from '../push/index.ts';
import { addPasskey, signOut } from '../sign-in/index.ts';
import { usePress } from './presses.ts';

/** One's own menu: a list of presses in a native popover, which closes itself on Escape and on a press elsewhere. */
export function NameMenu({ member }: { member: Member }) {
  const { t } = useTranslation('corridor');
  const [profileOpen, setProfileOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const leaving = usePress(signOut);
  const passkey = usePress(addPasskey);
  return (
    <>
      <button type="button" className="button name-menu-button" popoverTarget="name-menu">
        {member.name}
      </button>
      <div id="name-menu" popover="auto" className="name-menu" onToggle={() => setOpened(true)}>
        <ul>
          <li>
            <button type="button" popoverTarget="name-menu" onClick={() => setProfileOpen(true)}>
              {t('menu.profile')}
            </button>
          </li>
          <li>
            <Link href="/sparks">{t('menu.sparks')}</Link>
          </li>
          <li>
            <Link href="/rounds">{t('menu.rounds')}</Link>
          </li>
          <li>
            <Link href="/room">{t('menu.empty')}</Link>
          </li>
          <li>
            <Link href="/hours">{t('menu.hours')}</Link>
          </li>
          <li>
            <Link href="/following">{t('menu.following')}</Link>
          </li>
          {member.staff && (
            <>
              <li>
                <Link href="/people">{t('menu.people')}</Link>
              </li>
              <li>
                <Link href="/coffee">{t('menu.coffee')}</Link>
              </li>
              <li>
                <Link href="/help-desks">{t('menu.desks')}</Link>
              </li>
              <li>
                <Link href="/reports">{t('menu.reports')}</Link>
              </li>
              <li>
                <Link href="/figures">{t('menu.figures')}</Link>
              </li>
            </>
          )}
          {opened && (
            <li>
              <Suspense>
                <PushItem />
              </Suspense>
            </li>
          )}
          <li>
            <Button isPending={passkey.isPending} onPress={passkey.press}>
              {t('menu.passkey')}
            </Button>
          </li>
          <li>
            <Button isPending={leaving.isPending} onPress={leaving.press}>
              {t('menu.signOut')}
            </Button>
          </li>
        </ul>
      </div>
      {profileOpen && (
        <Suspense>
          <ProfileDialog member={member} onClose={() => setProfileOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
