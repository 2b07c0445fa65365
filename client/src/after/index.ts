export { AboutPerson, Blocks, preloadReportOrBlock, ReportOrBlockHere } from './AboutPerson.tsx';
export { reportOrBlock } from './subject.ts';
