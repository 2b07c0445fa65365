// First of all: it declares the order of the style layers.
import './design/index.ts';

import { createRoot } from 'react-dom/client';
import { App, hurryToCall } from './app/index.ts';
import { wordsOfPage } from './languages/index.ts';
import { live } from './live/index.ts';
import { i18n } from './words/index.ts';

// React Aria would go by the browser's language instead.
Object.assign(window, { [Symbol.for('react-aria.i18n.locale')]: i18n.language });

live.prepare();
hurryToCall(window.location.pathname);

const root = document.querySelector('#ajar');
if (root) void wordsOfPage().then(() => createRoot(root).render(<App />));
