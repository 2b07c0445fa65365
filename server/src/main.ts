import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// The second start reads what the first one compiled.
enableCompileCache();
const { run } = await import('./app/index.ts');
await run(fileURLToPath(new URL('../../client/dist', import.meta.url)));
