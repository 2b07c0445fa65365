import './en.ts';
import { Check } from 'lucide-react';
import type { RefObject } from 'react';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { canStandApart } from '../apart/index.ts';
import type { Call, ViewState } from '../media-client/index.ts';
import { menuLook } from '../menu/index.ts';
import { useStore } from '../use-store.ts';

interface ViewMenuProps {
  call: Call;
  /** The press that opened it, to which the focus goes back. */
  press: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

const layouts: readonly ViewState['layout'][] = ['grid', 'speaker'];

/** How one looks at the call: for oneself alone. */
export function ViewMenu({ call, press, onClose }: ViewMenuProps) {
  const { t } = useTranslation('view');
  const { layout, ...view } = useStore(call.view.state);
  const choices = (['talkingTime', 'apart'] as const).filter((each) => each !== 'apart' || canStandApart());
  return (
    <Popover
      className={menuLook}
      aria-label={t('title')}
      placement="bottom end"
      triggerRef={press}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <Menu aria-label={t('title')} autoFocus="first" onClose={onClose}>
        <MenuSection
          aria-label={t('layout')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[layout]}
          onSelectionChange={(keys) => {
            const chosen = layouts.find((each) => keys !== 'all' && keys.has(each));
            if (chosen) call.view.setLayout(chosen);
          }}
        >
          {layouts.map((each) => (
            <MenuItem key={each} id={each}>
              <Check aria-hidden="true" />
              {t(each)}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection
          aria-label={t('besides')}
          selectionMode="multiple"
          selectedKeys={choices.filter((each) => view[each])}
          onSelectionChange={(keys) => {
            const has = (each: string) => keys === 'all' || keys.has(each);
            if (has('talkingTime') !== view.talkingTime) call.view.setTalkingTime(!view.talkingTime);
            if (has('apart') !== view.apart) call.view.setApart(!view.apart);
          }}
        >
          {choices.map((each) => (
            <MenuItem key={each} id={each}>
              <Check aria-hidden="true" />
              {t(each)}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </Popover>
  );
}
