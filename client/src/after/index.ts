export { AboutPerson, preloadReportOrBlock, ReportOrBlockHere } from './AboutPerson.tsx';
export { useContact, useSaveContact } from './contact.ts';
export { AfterNotes, Blocks, preloadAfter, ReportsPage, SparkPage, SparksPage } from './screens.ts';
export { reportOrBlock } from './subject.ts';
