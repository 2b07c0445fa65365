export { createMailer, type Mail, type Mailer, type OutboxMail, readOutbox } from './mail.ts';
