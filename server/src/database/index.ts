export {
  type Database,
  type DatabaseOptions,
  type Db,
  openDatabase,
  type Queryable,
  type Transaction,
} from './database.ts';
