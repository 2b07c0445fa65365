// First of all: it declares the order of the style layers.
import './design/index.ts';

import { createRoot } from 'react-dom/client';
import { App, hurryToCall } from './app/index.ts';
import { live } from './live/index.ts';
import { i18n } from './words/index.ts';

document.documentElement.lang = i18n.language;
document.documentElement.dir = i18n.dir();

live.prepare();
hurryToCall(window.location.pathname);

const root = document.querySelector('#ajar');
if (root) createRoot(root).render(<App />);
