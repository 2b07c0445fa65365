export { answerMentor, askMentor, mentorshipsWith } from './mentorships.ts';
