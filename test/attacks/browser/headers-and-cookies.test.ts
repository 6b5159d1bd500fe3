/** Security headers and cookies as Chromium understands them, and pages of another site that try to get past them. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askToSignIn, personWhoEnrolled, signedIn, signInOn } from '../../browser/support/flows.ts';
import { screens as startScreens } from '../../browser/support/screens.ts';
import { nod as startNod } from '../../support/nod.ts';
import { newPerson } from '../../support/people.ts';
import { unchanged } from '../../support/unchanged.ts';

const nod = startNod();
const screens = startScreens(nod);

/** Another site on this machine: `127.0.0.1` is none of `localhost`'s. */
let evil: { origin: string; server: Server };
beforeAll(async () => {
  const server = createServer((_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Evil</title><h1>Evil</h1>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the other site has no port');
  evil = { origin: `http://127.0.0.1:${address.port}`, server };
});
afterAll(async () => {
  evil.server.close();
  evil.server.closeAllConnections();
  await once(evil.server, 'close');
});

describe('the cookies', () => {
  it('are host-only, for https, for no script, and for no other site’s forms', async () => {
    const { username, phone } = await personWhoEnrolled(nod, screens);
    const desktop = await screens.desktop();
    await signInOn(desktop, phone, username);
    const [own, phones] = [await desktop.context().cookies(), await phone.context().cookies()];
    // The sign-in page may have asked for a passkey as well, which nobody has shown.
    const lasting = (cookies: typeof own) =>
      cookies.map(({ name }) => name).filter((name) => !/^__Host-passkey-ses_.{22}$|^visitor$/.test(name));
    // What a page writes itself, for whoever draws the next one: that somebody was here, and nothing of whom.
    const written = (cookies: typeof own) => cookies.filter(({ name }) => name === 'visitor');
    expect(written(own).map(({ value }) => value)).toEqual(['person']);
    expect(written(phones).map(({ value }) => value)).toEqual(['phone']);
    expect(lasting(own).sort()).toEqual(['__Host-browser', '__Host-session']);
    expect(lasting(phones)).toEqual(['__Host-device']);
    for (const cookie of [...own, ...phones]) {
      expect(cookie).toMatchObject({
        domain: 'localhost',
        path: '/',
        secure: true,
        httpOnly: cookie.name !== 'visitor',
        sameSite: 'Lax',
      });
      expect(cookie.expires * 1000 - Date.now(), 'RFC 6265bis §5.5').toBeLessThanOrEqual(400 * 86_400_000);
    }
    expect(await desktop.evaluate(() => document.cookie)).toBe('visitor=person');
    expect(await phone.evaluate(() => document.cookie)).toBe('visitor=phone');
  });

  it('hold no secret that a page’s storage would have, too', async () => {
    const { username, phone } = await personWhoEnrolled(nod, screens);
    const desktop = await screens.desktop();
    await signInOn(desktop, phone, username);
    for (const page of [desktop, phone]) {
      const cookies = (await page.context().cookies()).filter(({ name }) => name !== 'visitor');
      const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
      for (const { value } of cookies) expect(kept).not.toContain(value.split('.').at(-1));
    }
  });
});

describe('the headers', () => {
  const PAGES = [
    '/',
    '/signin',
    '/register',
    '/phone',
    '/account',
    '/@susan',
    '/nowhere',
    '/api/status',
    '/api/none',
  ];
  it.each(PAGES)('are on %s', async (path) => {
    const { headers } = await fetch(nod.origin + path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'strict-transport-security': expect.stringMatching(/^max-age=\d{8,}; includeSubDomains$/),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': expect.stringMatching(/^(strict-origin-when-cross-origin|same-origin|no-referrer)$/),
      'cross-origin-opener-policy': 'same-origin',
    });
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe-|\*|https?:|'nonce-/);
    if (path.startsWith('/api/')) expect(headers.get('cache-control')).toBe('no-store');
  });

  it('let a browser keep what is named by its content, and nothing else', async () => {
    const home = await (await fetch(`${nod.origin}/`)).text();
    const chunks = [...home.matchAll(/"(\/assets\/chunk-[^"]+)"/g)].map(([, path = '']) => path);
    expect(chunks).toHaveLength(1);
    const kept = async (path: string) => (await fetch(nod.origin + path)).headers.get('cache-control');
    for (const chunk of chunks) expect(await kept(chunk)).toBe('public, max-age=31536000, immutable');
    // What is for everybody the edge keeps for two seconds.
    expect(await kept('/')).toBe('public, max-age=0, s-maxage=2, must-revalidate');
    for (const path of ['/signin', '/assets/home.js', '/sw.js', '/assets/chunk-chunk-00000000.js']) {
      expect(await kept(path)).toBe('no-cache');
    }
  });

  it('stop a script that gets into a page after all', async () => {
    screens.complaints.allow(/Content Security Policy|TrustedHTML|TrustedScript/i);
    const page = await screens.desktop();
    await page.goto('/signin');
    const outcome = await page.evaluate(async () => {
      const ran: string[] = [];
      Object.assign(globalThis, { ran });
      const attempts = [
        () => new Function('ran.push("eval")')(),
        () => void setTimeout('ran.push("timeout")'),
        () => {
          document.body.innerHTML += '<img src=x onerror=ran.push("html")>';
        },
        () => {
          const script = document.createElement('script');
          script.text = 'ran.push("script")';
          document.body.append(script);
        },
        () => {
          const script = document.createElement('script');
          script.setAttribute('src', 'data:text/javascript,ran.push("data")');
          document.body.append(script);
        },
        () => {
          const link = document.createElement('a');
          link.href = 'javascript:ran.push("link")';
          document.body.append(link);
          link.click();
        },
      ];
      // Later, and so by the page itself: what DevTools evaluates may evaluate.
      for (const attempt of attempts) {
        setTimeout(() => {
          try {
            attempt();
          } catch {
            // Refused at once.
          }
        });
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { ran, isStillHere: location.pathname };
    });
    expect(outcome).toEqual({ ran: [], isStillHere: '/signin' });
  });
});

describe('a page of another site', () => {
  /** The other site, open in a browser that is signed in with Nod. */
  async function visited(): Promise<{ page: Page; person: Awaited<ReturnType<typeof newPerson>> }> {
    const person = await newPerson(nod);
    await person.browser.succeed('me');
    const page = await screens.desktop({ as: person.browser });
    screens.complaints.allow(
      /^failed |^4\d\d |CORS|blocked|frame|X-Frame|Content Security Policy|Refused|opener/i,
    );
    await page.goto(evil.origin);
    return { page, person };
  }

  it('posts no form as the person, whatever it calls its text', async () => {
    for (const enctype of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const { page, person } = await visited();
      await unchanged(nod, async () => {
        for (const path of ['/api/posts', '/api/logout', '/api/login/complete']) {
          await page.goto(evil.origin);
          await page.evaluate(
            ({ action, enctype }) => {
              const form = document.createElement('form');
              Object.assign(form, { method: 'post', action, enctype });
              const input = document.createElement('input');
              Object.assign(input, { name: '{"body":"', value: '"}' });
              form.append(input);
              document.body.append(form);
              form.submit();
            },
            { action: nod.origin + path, enctype },
          );
          await page.waitForURL(nod.origin + path);
          expect(await page.locator('body').textContent()).toContain('cross_origin_refused');
        }
      });
      expect((await person.browser.succeed('status')).status).toBe('active');
    }
  });

  it('neither calls the API as the person nor reads an answer', async () => {
    const { page, person } = await visited();
    await unchanged(nod, async () => {
      const outcomes = await page.evaluate(async (origin) => {
        const calls: [string, RequestInit][] = [
          ['/api/me', {}],
          ['/api/status', {}],
          ['/api/posts', { method: 'POST', body: '{"body":"x"}' }],
          [
            '/api/posts',
            { method: 'POST', body: '{"body":"x"}', headers: { 'content-type': 'application/json' } },
          ],
          ['/api/sessions', { method: 'DELETE' }],
        ];
        return Promise.all(
          calls.flatMap(([path, init]) =>
            (['cors', 'no-cors'] as const).map((mode) =>
              fetch(origin + path, { ...init, mode, credentials: 'include' }).then(
                ({ type, status }) => `${type} ${status}`,
                () => 'refused',
              ),
            ),
          ),
        );
      }, nod.origin);
      expect(new Set(outcomes)).toEqual(new Set(['refused', 'opaque 0']));
    });
    expect((await person.browser.succeed('status')).status).toBe('active');
  });

  it('shows Nod in no frame', async () => {
    const { page } = await visited();
    for (const path of ['/', '/phone', '/account']) {
      await page.evaluate((src) => {
        const frame = document.createElement('iframe');
        frame.src = src;
        document.body.replaceChildren(frame);
        return new Promise((resolve) => frame.addEventListener('load', resolve));
      }, nod.origin + path);
      const [, frame] = page.frames();
      expect(await frame?.title().catch(() => '')).not.toContain('Nod');
      expect(
        await frame
          ?.locator('main')
          .count()
          .catch(() => 0),
      ).toBe(0);
    }
  });

  it('has no hold on a window that it opened', async () => {
    const { page } = await visited();
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate((url) => void Object.assign(globalThis, { opened: window.open(url) }), nod.origin),
    ]);
    await opened.waitForLoadState();
    await signedIn(opened);
    const isCutOff = await page.evaluate(() => (globalThis as unknown as { opened: Window }).opened.closed);
    expect(isCutOff, 'Cross-Origin-Opener-Policy').toBe(true);
    expect(await opened.evaluate(() => window.opener)).toBeNull();
  });

  it('can link to Nod, and the person is signed in there', async () => {
    const { page } = await visited();
    await page.evaluate((href) => {
      const link = document.createElement('a');
      link.href = href;
      link.textContent = 'go';
      document.body.append(link);
    }, nod.origin);
    await page.getByRole('link', { name: 'go' }).click();
    await signedIn(page);
  });

  it('is where nobody is sent after signing in', async () => {
    const { username, phone } = await newPerson(nod, { signIn: false });
    for (const next of [
      evil.origin,
      `//${new URL(evil.origin).host}`,
      '/\\evil.example',
      '/%09/evil.example',
    ]) {
      const desktop = await screens.desktop();
      const query = new URLSearchParams({ next: decodeURIComponent(next) });
      await phone.approve(await askToSignIn(desktop, username, `/signin?${query}`));
      await desktop.waitForURL((url) => url.pathname !== '/signin');
      expect(desktop.url()).toBe(`${nod.origin}/`);
    }
  });
});
