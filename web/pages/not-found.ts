/** What is shown for an address that is no page's. */
import type { View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { watchSession } from '../lib/session-watch.ts';

const layout = openLayout(view);
layout.update();
watchSession(layout);

function view(): View {
  return nothingHere('There is no page here', 'The address may be mistyped, or what it led to is gone.');
}
