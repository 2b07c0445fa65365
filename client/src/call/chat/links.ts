/** A stretch of a message: plain words, or a link to follow. */
export interface Part {
  text: string;
  /** Only ever http, https or mailto. */
  href?: string;
}

const candidate = /(?:https?:\/\/|mailto:)[^\s<>"]+/giu;
const safe: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Cuts a message at its links; the texts of all parts together are the message. */
export function linked(message: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: found, index } of message.matchAll(candidate)) {
    const text = withoutTail(found);
    const url = URL.parse(text);
    if (!url || !safe.has(url.protocol)) continue;
    if (index > end) parts.push({ text: message.slice(end, index) });
    parts.push({ text, href: url.href });
    end = index + text.length;
  }
  if (end < message.length) parts.push({ text: message.slice(end) });
  return parts;
}

/** Without what belongs to the sentence around it: a full stop, a bracket that was opened before it. */
function withoutTail(link: string): string {
  const text = link.replace(/[.,;:!?'’”»]+$/u, '');
  if (text.endsWith(')') && !text.includes('(')) return withoutTail(text.slice(0, -1));
  return text;
}
