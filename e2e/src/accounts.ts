import type { Page } from '@playwright/test';
import { expectCorridor, press } from './call.ts';

/** Signs in by a link in the mail, read in the local outbox. */
export async function signInByMail(page: Page, email: string): Promise<void> {
  await page.getByLabel('Your email address').fill(email);
  await press(page, 'Send me a link').click();
  await page.getByRole('link', { name: 'read it in the local outbox' }).click();
  await page
    .getByRole('article')
    .filter({ hasText: email })
    .getByRole('link', { name: '/sign-in/link' })
    .first()
    .click();
  await expectCorridor(page);
}

/** Comes in by the one-time link of the first owner. */
export async function claim(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByLabel('Name of the programme').fill('Faculty of Medicine mentoring');
  await press(page, 'Open the corridor').click();
  await expectCorridor(page);
}
