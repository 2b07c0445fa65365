import type { PageLanguage } from '@ajar/shared';
import type { OutboxMail } from '../mail/index.ts';
import { type Html, html, page } from '../pages/index.ts';
import { inLanguage } from '../words/index.ts';
import { accountWords } from './words.ts';

/** The page the first owner of a programme comes in by. */
export function welcomePage(
  given: { token: string; programName: string; name?: string; email?: string },
  language: PageLanguage,
  complaint?: string,
) {
  const words = inLanguage(accountWords, language).welcome;
  return page(
    words.title,
    html`<h1>${words.heading}</h1>
      <p>${words.under}</p>
      ${complaint && html`<p role="alert">${complaint}</p>`}
      <form method="post" action="/welcome">
        <input type="hidden" name="token" value="${given.token}">
        <label>${words.name}
          <input name="name" autocomplete="name" required maxlength="80" value="${given.name}"></label>
        <label>${words.email}
          <input name="email" type="email" autocomplete="email" required value="${given.email}"></label>
        <label>${words.programName}
          <input name="programName" required maxlength="80" value="${given.programName}"></label>
        <button>${words.press}</button>
      </form>`,
    language,
  );
}

/**
 * The step between a mail and the session, for a browser that did not ask for the link: mail filters open every link
 * they see, and a link that works once would be used up before its person presses it.
 */
export function linkPage({ token, callbackURL, errorCallbackURL }: SignInLink, language: PageLanguage) {
  const words = inLanguage(accountWords, language).link;
  return page(
    words.title,
    html`<h1>${words.heading}</h1>
      <p>${words.under}</p>
      <form method="get" action="/api/auth/magic-link/verify">
        <input type="hidden" name="token" value="${token}">
        <input type="hidden" name="callbackURL" value="${callbackURL}">
        <input type="hidden" name="errorCallbackURL" value="${errorCallbackURL}">
        <button>${words.press}</button>
      </form>`,
    language,
  );
}

export type SignInLink = { token: string; callbackURL: string; errorCallbackURL: string };

export function troublePage(message: string, language: PageLanguage) {
  const { title, heading, corridor } = inLanguage(accountWords, language).trouble;
  return page(title, html`<h1>${heading}</h1><p>${message}</p><p><a href="/">${corridor}</a></p>`, language);
}

/** Mail that had nowhere to go, for whoever sits at this machine. */
export function outboxPage(mails: readonly OutboxMail[]) {
  return page(
    'Outbox',
    html`<h1>Outbox</h1>
      <p class="soft">
        No mail server is set (<code>SMTP_URL</code>), so mail lands here, newest first. Only this machine can see this
        page. Mail older than a day is gone.
      </p>
      ${mails.length === 0 && html`<p>Nothing was sent yet.</p>`} ${mails.map(letter)}`,
  );
}

function letter({ to, subject, text, createdAt }: OutboxMail): Html {
  const at = createdAt.toISOString();
  return html`<article class="card">
    <h3>${subject}</h3>
    <p class="soft">To ${to}, <time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time></p>
    <pre>${text.split(/(https?:\/\/\S+)/).map((part, at) => (at % 2 ? html`<a href="${part}">${part}</a>` : part))}</pre>
  </article>`;
}
