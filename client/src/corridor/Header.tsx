import type { Me } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Wordmark } from '../design/index.ts';
import { NameMenu } from './NameMenu.tsx';

export type Membership = NonNullable<Me['membership']>;

/** The bar at the top: whose corridor this is, how many are here, and one's own menu. */
export function Header({ membership, around }: { membership: Membership; around: number | null }) {
  const { t } = useTranslation('corridor');
  return (
    <header className="bar">
      <Link href="/" className="bar-home">
        <Wordmark />
      </Link>
      <p className="bar-program">
        <bdi>{membership.program.name}</bdi>
        {around !== null && <span> · {t('around', { count: around })}</span>}
      </p>
      <NameMenu member={membership.member} />
    </header>
  );
}
