import type { PageLanguage } from '@ajar/shared';

/** Text that is already HTML. Anything else that goes into a page is escaped. */
export type Html = { readonly html: string };
type Piece = string | number | Html | readonly Piece[] | null | undefined | false;

/** HTML with its values escaped: `html`<p>${name}</p>``. Lists are joined; `null`, `undefined` and `false` are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return { html: String.raw({ raw: strings }, ...values.map(rendered)) };
}

/** Marks text as HTML that we wrote ourselves. Never for anything that came from outside. */
function raw(text: string): Html {
  return { html: text };
}

/** A whole page of the server's own: for the few screens that must work before the client is there, or without it. */
export function page(title: string, body: Html, language: PageLanguage = 'en'): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Ajar</title>
<style>${raw(style)}</style>
</head>
<body><main>${body}</main></body>
</html>
`.html;
}

function rendered(value: Piece): string {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map(rendered).join('');
  if (typeof value === 'object' && 'html' in value) return value.html;
  return escaped(String(value));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const style = `
:root{--paper:#f7f2e8;--plate:#fffdf8;--ink:#24211b;--soft:#655e50;--rule:#d8ccb6;--accent:#2f5d50;--accent-ink:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#15181b;--plate:#22282d;--ink:#f1eadc;--soft:#aaa28f;--rule:#3a434a;--accent:#8fc7b1;--accent-ink:#10201a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 17px/1.55 "Source Sans 3 Variable","Source Sans 3","Segoe UI",system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:3.5rem 1.25rem 5rem}
h1,h2,h3{font-family:"Fraunces Variable",Fraunces,"Iowan Old Style",Palatino,Georgia,serif;font-weight:560;line-height:1.2;letter-spacing:-.01em}
h1{font-size:2.4rem;margin:0 0 .6rem}
h2{font-size:1.5rem;margin:3rem 0 .6rem}
h3{font-size:1.1rem;margin:0 0 .5rem}
p{margin:.4rem 0 1rem}
a{color:var(--accent);text-underline-offset:3px}
code,pre{font:400 .86rem/1.55 ui-monospace,"SF Mono",Menlo,Consolas,monospace}
pre{background:var(--plate);border:1px solid var(--rule);border-radius:6px;padding:.7rem .9rem;overflow-x:auto;margin:.3rem 0 .9rem;white-space:pre-wrap;overflow-wrap:anywhere}
.soft{color:var(--soft)}
.card{background:var(--plate);border:1px solid var(--rule);border-radius:8px;padding:1.1rem 1.3rem;margin:1.2rem 0}
.method{font:600 .78rem/1 ui-monospace,Menlo,Consolas,monospace;text-transform:uppercase;color:var(--accent-ink);background:var(--accent);border-radius:4px;padding:.25rem .45rem;margin-right:.5rem}
form{display:grid;gap:1.1rem;margin-top:1.6rem;max-width:26rem}
label{display:grid;gap:.3rem;font-weight:600}
input{font:inherit;font-weight:400;color:inherit;background:var(--plate);border:1.5px solid var(--soft);border-radius:8px;padding:.6rem .75rem}
button{font:inherit;font-weight:600;line-height:1;color:var(--accent-ink);background:var(--accent);border:0;border-radius:8px;padding:.85rem 1.2rem;justify-self:start;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
[role=alert]{border-left:4px solid #b5654a;padding-left:.8rem;margin:1.2rem 0}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
`;
