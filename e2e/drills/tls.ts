import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { createServer } from 'node:tls';

// `node tls.ts KEY CERTIFICATE PORT`: takes https on port 443 and hands it on to that port of this machine, as a proxy in
// front of Ajar does.
const [key = '', certificate = '', port = ''] = process.argv.slice(2);

const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (client) => {
  const behind = connect(Number(port), '127.0.0.1');
  client.pipe(behind).pipe(client);
  for (const socket of [client, behind]) {
    // Either end may be torn off at any time: the other one then ends too.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => [client, behind].map((other) => other.destroy()));
  }
});
server.listen(443, '0.0.0.0', () => process.stdout.write('ready\n'));
