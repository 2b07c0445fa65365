import { useEffect } from 'react';

/** What the browser's tab says: something that wants the person first, else the page. */
export class PageTitle {
  #page = 'Ajar';
  #calling: string | null = null;
  readonly #show: (title: string) => void;

  constructor(show: (title: string) => void) {
    this.#show = show;
  }

  page(title: string): void {
    this.#page = title;
    this.#update();
  }

  /** Words that stand before the page's own until they are taken away with `null`. */
  calling(words: string | null): void {
    this.#calling = words;
    this.#update();
  }

  #update(): void {
    this.#show(`${this.#calling ?? this.#page}${(this.#calling ?? this.#page) === 'Ajar' ? '' : ' · Ajar'}`);
  }
}

export const pageTitle = new PageTitle((title) => {
  if (typeof document !== 'undefined') document.title = title;
});

/** Names the page in the browser's tab, without the product's name, which is added. */
export function usePageTitle(title: string): void {
  useEffect(() => pageTitle.page(title), [title]);
}
