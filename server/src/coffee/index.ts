export { coffeeHandlers } from './handlers.ts';
export { CoffeeTable, seatOf, tableOf } from './table.ts';
