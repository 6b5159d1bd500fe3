/** What is shown for an address that is no page's. */
import type { View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { watchSession } from '../lib/session-watch.ts';

const layout = openLayout(view);
layout.update();
watchSession(layout);

function view(): View {
  return nothingHere(messages.missing.page, messages.missing.pageMore);
}
