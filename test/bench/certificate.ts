import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes a certificate for `localhost` that lives for a day: its file, for who is to trust it, and what a server takes. */
export function makeCertificate(folder: string): { file: string; tls: { key: Buffer; cert: Buffer } } {
  const [key, file] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const keyKind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  execFileSync(
    'openssl',
    ['req', '-x509', ...keyKind, '-keyout', key, '-out', file, '-days', '1', ...subject],
    { stdio: 'ignore' },
  );
  return { file, tls: { key: readFileSync(key), cert: readFileSync(file) } };
}
