import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf, type Press } from './shortcuts.ts';

interface BarPressProps {
  /** What its key does. Default: it has none. */
  press?: Press;
  icon: LucideIcon;
  off?: boolean;
  look?: 'leave' | 'leave-next';
  /** Its words go first where the bar is narrow. */
  minor?: boolean;
  /** Whether what it opens is open. Default: it opens nothing. */
  expanded?: boolean;
  /** A number worth seeing. Default 0: none. */
  badge?: number;
  /** Said besides its name. */
  description?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
  onPress: () => void;
  children: string;
}

/** One press of the bar. Its name is its words alone. */
export function BarPress(props: BarPressProps) {
  const { press, icon: Icon, off = false, look, minor = false, expanded, badge = 0, description, ref } = props;
  const { onPress, children } = props;
  const { t } = useTranslation('call');
  const key = press && keyOf[press];
  return (
    <button
      ref={ref}
      type="button"
      className="call-press"
      aria-label={children}
      aria-keyshortcuts={key}
      aria-expanded={expanded}
      aria-description={description}
      title={key && t('shortcut', { key })}
      data-off={off || undefined}
      data-look={look}
      data-minor={minor || undefined}
      onClick={onPress}
    >
      <Icon aria-hidden="true" />
      <span className="call-press-words">{children}</span>
      {key && <span className="call-key" data-key={key} />}
      {badge > 0 && (
        <span className="call-badge" aria-hidden="true">
          {badge > 99 ? '99+' : badge}
        </span>
      )}
    </button>
  );
}
