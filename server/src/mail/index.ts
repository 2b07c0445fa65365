export { createMailer, type Mail, type Mailer, type OutboxMail, readOutbox, sendOnce } from './mail.ts';
