import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/*/tables.ts',
  // The check of the migrations lets them be made elsewhere, to compare.
  out: process.env['AJAR_MIGRATIONS_OUT'] ?? './migrations',
  casing: 'snake_case',
});
