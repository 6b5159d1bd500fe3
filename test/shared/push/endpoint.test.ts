import { describe, expect, it } from 'vitest';
import { NodError } from '../../../shared/errors.ts';
import { endpointOf } from '../../../shared/push/endpoint.ts';

function outcome(text: string, local?: string): string {
  try {
    return endpointOf(text, local).href;
  } catch (error) {
    return error instanceof NodError ? error.code : String(error);
  }
}

describe('a push endpoint', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/c1KrmpTuRm0:APA91bE',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAAAAB',
    'https://web.push.apple.com/QHaUJTaKhHo',
    'https://wns2-par02p.notify.windows.com/w/?token=BQYAAAD',
    'https://push.example.com:443/x',
    'https://localhost.example.com/x',
    'https://internal.example.com/x',
  ])('may be %s', (text) => {
    expect(outcome(text)).toBe(new URL(text).href);
  });

  it.each([
    '',
    'x',
    'http://push.example.com/x',
    'ftp://push.example.com/x',
    'file:///etc/passwd',
    'data:text/plain,x',
    'https://push.example.com:8443/x',
    'https://push.example.com:80/x',
    'https://susan@push.example.com/x',
    'https://susan:secret@push.example.com/x',
    `https://push.example.com/${'x'.repeat(2048)}`,
    // Addresses, in every notation that a URL takes.
    'https://127.0.0.1/x',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1/x',
    'https://8.8.8.8/x',
    'https://127.1/x',
    'https://0x7f.1/x',
    'https://2130706433/x',
    'https://0177.0.0.1/x',
    'https://１２７.0.0.1/x',
    'https://127.0.0.1./x',
    'https://[::1]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://[fd00:ec2::254]/x',
    'https://[2606:4700::1111]/x',
    // Names of insides.
    'https://localhost/x',
    'https://LOCALHOST/x',
    'https://localhost./x',
    'https://push.localhost/x',
    'https://router.local/x',
    'https://metadata.google.internal/computeMetadata/v1/',
    'https://metadata.google.internal./x',
    'https://nas.home.arpa/x',
    'https://metadata/x',
    'https://push/x',
    'https://.local/x',
  ])('may not be %s', (text) => {
    expect(outcome(text)).toBe('endpoint_refused');
  });

  it('may be on this machine only where that very origin was allowed', () => {
    const local = 'http://localhost:4999';
    expect(outcome('http://localhost:4999/push/1', local)).toBe('http://localhost:4999/push/1');
    for (const other of ['http://localhost:5000/x', 'http://127.0.0.1:4999/x', 'https://localhost:4999/x']) {
      expect(outcome(other, local)).toBe('endpoint_refused');
    }
    expect(outcome('http://localhost:4999/push/1')).toBe('endpoint_refused');
  });
});
