import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Files of one server's certificate. */
export interface Certificate {
  key: string;
  certificate: string;
}

/**
 * A certificate authority of one test, which the browsers of one home trust: Chromium asks the NSS database there, also for
 * TURN over TLS, where no flag makes it take a certificate that it does not trust.
 */
export class Authority {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    const names = { key: this.#file('ca.key'), certificate: this.#file('ca.pem') };
    const subject = ['-subj', '/CN=Ajar drill', '-days', '2'];
    openssl('req', '-x509', ...newKey, '-keyout', names.key, '-out', names.certificate, ...subject);
  }

  /** Makes the browsers whose HOME this is trust it. */
  trustedAt(home: string): void {
    const database = path.join(home, '.pki', 'nssdb');
    mkdirSync(database, { recursive: true });
    const at = ['-d', `sql:${database}`];
    execFileSync('certutil', ['-N', ...at, '--empty-password']);
    execFileSync('certutil', ['-A', ...at, '-t', 'C,,', '-n', 'drill', '-i', this.#file('ca.pem')]);
  }

  /** For a server at this address. */
  certify(address: string): Certificate {
    const [key, request, certificate, extensions] = ['key', 'csr', 'pem', 'ext'].map((end) =>
      this.#file(`${address}.${end}`),
    ) as [string, string, string, string];
    writeFileSync(extensions, `subjectAltName=IP:${address}\n`);
    openssl('req', ...newKey, '-keyout', key, '-out', request, '-subj', `/CN=${address}`);
    const signing = ['-CA', this.#file('ca.pem'), '-CAkey', this.#file('ca.key'), '-CAcreateserial', '-days', '2'];
    openssl('x509', '-req', '-in', request, '-out', certificate, '-extfile', extensions, ...signing);
    return { key, certificate };
  }

  #file(name: string): string {
    return path.join(this.#folder, name);
  }
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' });
}
