import './dialog.css';
import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

/** A box over the page, for one thing at a time. Escape and a press beside it close it. For lazily loaded screens: it is large. */
export function DialogBox({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <ModalOverlay className="dialog-overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="dialog">
        <Dialog>{children}</Dialog>
      </Modal>
    </ModalOverlay>
  );
}
