/** A sign before each entry, by what it is about; decoration beside the sentence. */
import type { ActivityKind } from '../../shared/activity/activity.ts';
import { svg, type TemplateResult, type View } from '../lib/html.ts';
import { icon } from '../lib/icons.ts';

const YES = svg`<circle cx="12" cy="12" r="8.5" /><path d="m8.5 12.2 2.4 2.4 4.6-5" />`;
const NO = svg`<circle cx="12" cy="12" r="8.5" /><path d="m9 9 6 6m0-6-6 6" />`;
const IN = svg`<path class="along" d="M10 4.5h7A1.5 1.5 0 0 1 18.5 6v12a1.5 1.5 0 0 1-1.5 1.5h-7M4.5 12h9.5m-3.5-3.5L14 12l-3.5 3.5" />`;
const OUT = svg`<path class="along" d="M14 4.5H7A1.5 1.5 0 0 0 5.5 6v12A1.5 1.5 0 0 0 7 19.5h7M10 12h9.5M16 8.5l3.5 3.5-3.5 3.5" />`;
const EYE = svg`<path d="M3.5 12S6.5 6.5 12 6.5 20.5 12 20.5 12 17.5 17.5 12 17.5 3.5 12 3.5 12z" /><circle cx="12" cy="12" r="2.5" />`;
const HIDDEN = svg`<path d="M3.5 12S6.5 6.5 12 6.5 20.5 12 20.5 12 17.5 17.5 12 17.5 3.5 12 3.5 12zM5 19 19 5" />`;
const BACK = svg`<path class="along" d="M9 7.5 5 11.5l4 4M5.5 11.5h9a4.5 4.5 0 0 1 0 9H12" />`;
const PHONE = svg`<rect x="7" y="3.5" width="10" height="17" rx="2" /><path d="M11 17.5h2" />`;
const KEY = svg`<circle cx="8" cy="15.5" r="4" /><path d="m11 12.5 8-8m-3 3 2.5 2.5M13.5 10l2 2" />`;
const SCREEN = svg`<rect x="3.5" y="5" width="17" height="11.5" rx="1.5" /><path d="M9 20h6m-3-3.5V20" />`;
const LINK = svg`<path d="M10 13.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1m2 4a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1" />`;

const PERSON = svg`<circle cx="12" cy="8.5" r="3.75" /><path d="M4.75 20c.7-3.7 3.6-5.75 7.25-5.75s6.55 2.05 7.25 5.75" />`;

const STROKES: Record<ActivityKind, TemplateResult<2>> = {
  registered: PERSON,
  approved: YES,
  denied: NO,
  signed_in: IN,
  ended: OUT,
  ended_all: OUT,
  hidden: HIDDEN,
  shown: EYE,
  undone: BACK,
  phone_invited: PHONE,
  phone_added: PHONE,
  phone_removed: PHONE,
  recovery_renewed: KEY,
  recovery_revoked: KEY,
  recovery_begun: KEY,
  recovered: KEY,
  recovery_stopped: NO,
  link_added: LINK,
  link_removed: LINK,
  browser_added: SCREEN,
  browser_forgotten: SCREEN,
};

export const activityIcon = (kind: ActivityKind): View => icon(STROKES[kind]);
