import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linked } from './links.ts';

const hrefs = (message: string) => linked(message).flatMap(({ href }) => href ?? []);

describe('linked', () => {
  it.each([
    ['see https://example.org/a?b=c#d.', ['https://example.org/a?b=c#d']],
    ['(https://example.org/a)', ['https://example.org/a']],
    ['https://en.wikipedia.org/wiki/Door_(film)', ['https://en.wikipedia.org/wiki/Door_(film)']],
    ['write to mailto:bea@example.org, please', ['mailto:bea@example.org']],
    ['http://a.example and http://b.example', ['http://a.example/', 'http://b.example/']],
    ['javascript:alert(1)', []],
    ['data:text/html,<b>x</b> file:///etc/passwd', []],
    ['https://', []],
    ['no link at all', []],
  ])('%s', (message, expected) => {
    expect(hrefs(message)).toEqual(expected);
  });

  it('keeps every word, and makes links of nothing but http, https and mailto', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.constantFrom('javascript:', 'https://', 'mailto:', '<', '"', ')', ' ', 'data:text/html,', 'vbscript:x'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const message = pieces.join('');
        const parts = linked(message);
        expect(parts.map(({ text }) => text).join('')).toBe(message);
        for (const href of hrefs(message)) expect(href).toMatch(/^(https?|mailto):/);
      }),
    );
  });
});
