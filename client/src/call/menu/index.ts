import './menu.css';

/** How a menu of the call looks: the class of its popover. */
export const menuLook = 'call-menu';
